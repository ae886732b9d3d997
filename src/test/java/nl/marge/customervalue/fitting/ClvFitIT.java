package nl.marge.customervalue.fitting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customer value from posted lines to an explained customer, on the CDNOW sample; published figures come out. */
@QuarkusTest
class ClvFitIT {

    private static final String WEEKS_39 = "{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"model\":\"BGNBD\"}";

    private static CdNowBooks books;

    /** Before each test, as before all of them the service is not there yet; opened once. */
    @BeforeEach
    void openBooks() {
        if (books == null) {
            books = CdNowBooks.open();
        }
    }

    /** Fader, Hardie and Lee (2005), Marketing Science 24(2), table: r, alpha, a, b and the log-likelihood. */
    @Test
    void fitsThePublishedParametersFromPostedLines() throws InterruptedException {
        JsonPath fit = get(books.fitted(WEEKS_39));

        assertEquals("CONVERGED", fit.getString("status"));
        assertEquals(List.of("r", "alpha", "a", "b"), fit.getList("parameters.name"));
        assertEquals(0.2425945, fit.getDouble("parameters[0].value"), 1e-4);
        assertEquals(4.4136019, fit.getDouble("parameters[1].value"), 2e-3);
        assertEquals(0.7929199, fit.getDouble("parameters[2].value"), 1e-3);
        assertEquals(2.425906, fit.getDouble("parameters[3].value"), 4e-3);
        assertEquals(0.012557, fit.getDouble("parameters[0].standardError"), 1e-4);
        assertEquals(-9582.429, fit.getDouble("logLikelihood"), 2e-3);
        assertEquals(2357, fit.getInt("customers"));
        assertEquals(946, fit.getInt("repeaters"));
        assertEquals("0.00", fit.getString("reconciliation.difference"));
    }

    /** BTYD walkthrough (2014): 39 weeks after, actual 1882; predicted 1653.41, MAE .78545, RMSE 1.60798. */
    @Test
    void holdsThePublishedHoldout() throws InterruptedException {
        JsonPath fit =
                get(books.fitted("{\"from\":\"1997-01-01\",\"to\":\"1998-06-30\",\"calibrationTo\":\"1997-09-30\","
                        + "\"model\":\"BGNBD\"}"));

        assertEquals(1882, fit.getInt("holdout.actual"));
        assertEquals(1653.41, fit.getDouble("holdout.expected"), 0.5);
        assertEquals(0.78545, fit.getDouble("holdout.meanAbsoluteError"), 1e-3);
        assertEquals(1.60798, fit.getDouble("holdout.rootMeanSquareError"), 1e-3);
        assertEquals(78, fit.getList("tracking").size(), 1);
        assertEquals(10, fit.getList("holdout.deciles").size());
    }

    @Test
    void valuesCustomersAndSegmentsAndTheySumUp() throws InterruptedException {
        String fit = books.fitted("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"segmentBy\":\"SEGMENT\"}");

        JsonPath customers = get(fit + "/customers?horizon=P2Y&annualRate=0.15");
        JsonPath segments = get(fit + "/segments?horizon=P2Y&annualRate=0.15");

        List<String> values = customers.getList("customers.value");
        BigDecimal sum = values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(2357, values.size());
        assertEquals(sum, new BigDecimal(customers.getString("total")));
        assertEquals(customers.getString("total"), segments.getString("total"));
        assertEquals(List.of("EVEN", "ODD"), segments.getList("segments.segment"));
        assertTrue(new BigDecimal(values.get(0)).compareTo(new BigDecimal(values.get(1))) >= 0);
        assertEquals("0.00", customers.getString("reconciliation.difference"));
        JsonPath best = get(fit + "/customers?horizon=P2Y&annualRate=0.15&limit=3");
        assertEquals(2354, best.getInt("others.customers"));
        assertEquals(customers.getString("total"), best.getString("total"));
        given().get(fit + "/customers?format=csv&limit=2")
                .then()
                .statusCode(200)
                .body(containsString("customer,name,segment,value,probability_alive"))
                .body(containsString("(2355 others)"));
        given().get(fit + "/segments?format=csv").then().statusCode(200).body(containsString("EVEN,"));
    }

    /** 236 of 2357 customers were won for 2.00 each, all of them even: 472.00 over the 1179 customers of EVEN. */
    @Test
    void dividesAcquisitionCostByNewCustomers() throws InterruptedException {
        String fit = books.fitted("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"segmentBy\":\"SEGMENT\"}");

        JsonPath segments = get(fit + "/segments");
        JsonPath payback = get(fit + "/payback?months=12");

        assertEquals("0.40", segments.getString("segments[0].newCustomer.acquisitionCost"));
        assertNull(segments.getString("segments[1].newCustomer.acquisitionCost"));
        assertEquals(0, segments.getDouble("segments[0].newCustomer.paybackMonths"));
        assertEquals(13, payback.getList("segments[0].months").size());
        given().get(fit + "/payback?format=csv").then().statusCode(200).body(containsString("EVEN,0.40,0,0,"));
    }

    @Test
    void explainsACustomerFromTheLedgerToTheValue() throws InterruptedException {
        String fit = books.fitted("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\"}");

        JsonPath customer = get(fit + "/explain/N0");

        BigDecimal profit = new BigDecimal(customer.getString("ledger.margin"))
                .subtract(new BigDecimal(customer.getString("ledger.costToServe")))
                .subtract(new BigDecimal(customer.getString("ledger.acquisitionCost")));
        assertEquals(profit, new BigDecimal(customer.getString("ledger.profit")));
        assertEquals("2.00", customer.getString("ledger.acquisitionCost"));
        assertEquals(customer.getInt("history.purchases"), customer.getInt("history.repeats") + 1);
        assertTrue(customer.getInt("future.lower") <= customer.getInt("future.upper"));
        double value = customer.getDouble("margin.credibility");
        assertTrue(value >= 0 && value <= 1);
        JsonPath lines = get(customer.getString("ledger.drill"));
        assertTrue(lines.getList("items").size() > 0);
        given().get(fit + "/explain/NOBODY").then().statusCode(404).body("detail", containsString("bought nothing"));
    }

    /** Neither a later entry nor a customer who is put into another segment, even from before, moves it. */
    @Test
    void aKeptFitValuesTheSameForEver() throws InterruptedException {
        String fit = books.fitted("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"segmentBy\":\"SEGMENT\"}");
        String before = given().get(fit + "/customers?format=csv").asString();
        String segments = given().get(fit + "/segments?format=csv").asString();
        given().contentType(ContentType.JSON)
                .body("[{\"value\":\"N1\",\"memberOf\":\"EVEN\",\"from\":\"1997-01-01\"}]")
                .put(books.path() + "/dimensions/CUSTOMER/memberships/SEGMENT")
                .then()
                .statusCode(200);

        given().contentType(ContentType.JSON)
                .body(
                        "{\"externalId\":\"LATE-" + System.nanoTime()
                                + "\",\"kind\":\"COST\",\"postingDate\":\"1997-09-29\","
                                + "\"lines\":[{\"account\":\"4510\",\"amount\":\"0.00\",\"dimensions\":{\"CUSTOMER\":\"N1\"}}]}")
                .post(books.path() + "/journal-entries")
                .then()
                .statusCode(201);

        assertEquals(before, given().get(fit + "/customers?format=csv").asString());
        assertEquals(segments, given().get(fit + "/segments?format=csv").asString());
    }

    @Test
    void fitsSpendByGammaGammaWhereAsked() throws InterruptedException {
        String fit =
                books.fitted("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"valueModel\":\"GAMMA_GAMMA_REVENUE\"}");

        JsonPath explained = get(fit + "/explain/N0");

        assertEquals("GAMMA_GAMMA_REVENUE", explained.getString("margin.by"));
        assertEquals(0.4, explained.getDouble("margin.marginRate"), 1e-6);
        JsonPath told = get(fit);
        List<Float> spend = told.getList("segments[0].spend.value");
        double anybody = spend.get(0) * spend.get(2) / (spend.get(1) - 1) * 0.4;
        assertEquals(anybody, told.getDouble("segments[0].marginPerPurchase"), 1e-3, "p v / (q - 1), in the currency");
    }

    @Test
    void tellsTheBooksThatBeginBeforeTheRange() throws InterruptedException {
        JsonPath fit = get(books.fitted("{\"from\":\"1997-03-01\",\"to\":\"1997-09-30\",\"model\":\"BGNBD\"}"));

        assertTrue(fit.getList("warnings").get(0).toString().startsWith("The books begin on 1997-01-01"));
    }

    @Test
    void aRepeatedKeyIsTheSameFit() {
        String first = keyed();
        assertEquals(first, keyed());
    }

    private static String keyed() {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "fit-once")
                .body(WEEKS_39)
                .post(books.path() + "/clv/fits")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
    }

    @Test
    void aWrongFromIsTheOnlyThingThatIsWrong() {
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"hello\",\"to\":\"1997-09-30\"}")
                .post(books.path() + "/clv/fits")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(1));
        given().get(books.path() + "/rfm?from=2150-01&to=2150-12")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("Of days to come nothing is known"));
    }

    @Test
    void sbgIsNoneOfTheModelsAndEverythingWrongIsToldAtOnce() {
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"model\":\"NBD\",\"measure\":\"COGS\","
                        + "\"segmentBy\":\"CHANNEL\",\"calibrationTo\":\"1999-01-01\",\"valueModel\":\"X\"}")
                .post(books.path() + "/clv/fits")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(5))
                .body("violations.message", hasItem(containsString("memberships")));
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"1997-01-01\",\"to\":\"1997-09-30\",\"speed\":\"1\"}")
                .post(books.path() + "/clv/fits")
                .then()
                .statusCode(400);
    }

    @Test
    void dataThatCarryNoModelGiveAStatusAndSayWhatToChange() throws InterruptedException {
        HttpBooks empty = HttpBooks.open();
        given().contentType(ContentType.JSON)
                .body(HttpBooks.revenue("A", "100.00"))
                .post(empty.entries())
                .then()
                .statusCode(201);
        String job = given().contentType(ContentType.JSON)
                .body("{\"from\":\"2026-01\",\"to\":\"2026-06\"}")
                .post(empty.path() + "/clv/fits")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        while (!given().get(job).jsonPath().getString("state").equals("SUCCEEDED")) {
            Thread.sleep(50);
        }
        String fit = given().get(job).jsonPath().getString("result.href");

        assertEquals("INSUFFICIENT_DATA", get(fit).getString("status"));
        given().get(fit + "/customers")
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("at least 100 are needed"));
    }

    @Test
    void refusesTermsThatHaveNoValue() throws InterruptedException {
        String fit = books.fitted(WEEKS_39);

        for (String rate : List.of("0", "0.00001")) {
            given().get(fit + "/customers?horizon=INF&annualRate=" + rate)
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", containsString("Give a rate of at least 0.0001"));
        }
        given().get(fit + "/customers?horizon=INF&annualRate=0.0001").then().statusCode(200);
        given().get(fit + "/customers?asOf=2150-01-01")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("after today"));
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"1997-01\",\"to\":\"2150-01\"}")
                .post(books.path() + "/clv/fits")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("Give a day or period that is over"));
        given().get(fit + "/customers?horizon=P0Y&annualRate=-1&sort=x&limit=0")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(4));
        given().get(fit + "/customers?asOf=1990-01-01")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("before the fit begins on 1997-01-01"));
        given().get(books.path() + "/clv/fits/1/customers").then().statusCode(404);
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
