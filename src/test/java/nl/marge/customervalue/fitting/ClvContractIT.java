package nl.marge.customervalue.fitting;

import static io.restassured.RestAssured.given;
import static nl.marge.customervalue.Close.asPrinted;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Customers with a contract, from posted lines to explained values. With alpha = 0.704077 and beta = 1.182043 the
 * retention at renewal t is (beta + t - 1) / (alpha + beta + t - 1): 0.626706 and 0.756047 at the first two, 0.920767,
 * 0.928781 and 0.935323 at renewals 8 to 10. A month brings 40.00 and costs 5.00.
 */
@QuarkusTest
class ClvContractIT {

    private static final String MONTHLY =
            "{\"from\":\"2025-01\",\"to\":\"2025-08\",\"model\":\"SBG\",\"period\":\"P1M\"}";

    /** Three payments, and without discounting, so that a hand can add them up. */
    private static final String THREE_MONTHS = "horizon=P3M&annualRate=0";

    private static SubscriptionBooks books;

    /** Before each test, as before all of them the service is not there yet; opened once. */
    @BeforeEach
    void openBooks() {
        if (books == null) {
            books = SubscriptionBooks.open();
        }
    }

    /** Fader and Hardie 2007, the regular customers; the digits of clv.md 3.8. */
    @Test
    void fitsThePublishedSurvivalFromPostedLines() throws InterruptedException {
        JsonPath fit = get(books.fitted(MONTHLY));

        assertEquals("CONVERGED", fit.getString("status"));
        assertEquals("SBG", fit.getString("model"));
        assertEquals("P1M", fit.getString("request.period"));
        assertEquals(List.of("alpha", "beta"), fit.getList("parameters.name"));
        asPrinted("0.704077", fit.getDouble("parameters[0].value"));
        asPrinted("1.182043", fit.getDouble("parameters[1].value"));
        assertEquals(-1680.2652, fit.getDouble("logLikelihood"), 5e-4);
        assertEquals(1000, fit.getInt("customers"));
        assertEquals(631, fit.getInt("repeaters"));
        assertEquals("40.000000", fit.getString("segments[0].marginPerPurchase"));
        assertEquals("0.00", fit.getString("reconciliation.difference"));
        assertEquals(List.of(), fit.getList("warnings"));
    }

    /** 0.920767 + 0.855191 + 0.799880 = 2.575837 payments of 40.00 - 5.00: 90.15. Who left is worth nothing. */
    @Test
    void valuesWhoIsThereByTheRenewalsToComeAndWhoLeftAtNothing() throws InterruptedException {
        JsonPath customers = get(books.fitted(MONTHLY) + "/customers?sort=customer&" + THREE_MONTHS);

        assertEquals(1000, customers.getList("customers").size());
        is(customers, "C0", "90.15", 1, 2.575837);
        is(customers, "C240", "90.15", 1, 2.575837);
        is(customers, "C241", "0.00", 0, 0);
        is(customers, "C999", "0.00", 0, 0);
        assertEquals("21726.15", customers.getString("total"));
        assertEquals("SBG", customers.getString("basis.model"));
    }

    /** 1 + 0.626706 + 0.473819 = 2.100526 payments of 35.00: 73.52, 1.225307 times the 60.00 it took to win him. */
    @Test
    void valuesSegmentsAndANewCustomerOfEach() throws InterruptedException {
        JsonPath segments = get(books.fitted(MONTHLY) + "/segments?" + THREE_MONTHS);

        assertEquals("21726.15", segments.getString("segments[0].value"));
        assertEquals("73.52", segments.getString("segments[0].newCustomer.beforeAcquisition"));
        assertEquals("60.00", segments.getString("segments[0].newCustomer.acquisitionCost"));
        assertEquals("13.52", segments.getString("segments[0].newCustomer.value"));
        assertEquals(1.225307, segments.getDouble("segments[0].newCustomer.valueToAcquisition"), 2e-6);
        assertEquals(1.100526, segments.getDouble("segments[0].newCustomer.discountedPurchases"), 2e-6);
        double error = segments.getDouble("segments[0].standardError");
        assertEquals(241 * 35 * 2.575837 * 0.01, error, 241 * 35 * 2.575837 * 0.009);
    }

    @Test
    void fitsEachSegmentAndTheySumUp() throws InterruptedException {
        String fit = books.fitted(MONTHLY.replace("}", ",\"segmentBy\":\"SEGMENT\"}"));

        JsonPath segments = get(fit + "/segments");

        assertEquals(List.of("OWN", "OWN"), get(fit).getList("segments.origin"));
        assertEquals(2, get(fit).getInt("segmentsDiffer.degrees"));
        assertEquals(List.of("EVEN", "ODD"), segments.getList("segments.segment"));
        assertEquals(get(fit + "/customers").getString("total"), segments.getString("total"));
        given().get(fit + "/segments?format=csv").then().statusCode(200).body(containsString("EVEN,500,"));
    }

    /** 35.00, 35 x 1.626706 = 56.93 and 35 x 2.100526 = 73.52: 60.00 is back 3.07 / 16.58 of the way into month 3. */
    @Test
    void tellsWhenAcquisitionCostComesBack() throws InterruptedException {
        JsonPath payback = get(books.fitted(MONTHLY) + "/payback?months=3&annualRate=0");

        assertEquals(List.of("40.00", "35.00", "56.93", "73.52"), payback.getList("segments[0].months.cumulative"));
        assertEquals(2.184837, payback.getDouble("segments[0].paybackMonths"), 1e-5);
    }

    /** 1.10 to the power 1/12 is 1.007974. */
    @Test
    void explainsAContractWithItsTerms() throws InterruptedException {
        String fit = books.fitted(MONTHLY);

        JsonPath there = get(fit + "/explain/C0?horizon=P1Y&annualRate=0.10");
        JsonPath left = get(fit + "/explain/C999?horizon=INF");

        assertEquals("P1M", there.getString("contract.period"));
        assertEquals(7, there.getInt("contract.renewals"));
        assertEquals(true, there.getBoolean("contract.there"));
        assertEquals(12, there.getInt("contract.payments"));
        asPrinted("0.920767", there.getDouble("contract.retention"));
        asPrinted("0.007974", there.getDouble("contract.ratePerPeriod"));
        asPrinted("8.1991", there.getDouble("future.purchasesNextYear"));
        asPrinted("0.0792", there.getDouble("future.none"));
        assertEquals(0, there.getInt("future.lower"));
        assertEquals(12, there.getInt("future.upper"));
        assertEquals("40.000000", there.getString("margin.perPurchase"));
        assertEquals("220.00", there.getString("ledger.profit"));
        assertEquals(false, left.getBoolean("contract.there"));
        assertEquals(0, left.getInt("contract.renewals"));
        assertNull(left.getString("contract.retention"));
        assertNull(left.getString("contract.payments"));
        assertEquals("0.00", left.getString("value"));
        assertEquals(1, left.getDouble("future.none"));
    }

    /** Nobody pays in September. On its 15th that is not known yet, on October 1 it is. */
    @Test
    void whoMissesAPeriodHasLeftOnceItIsOver() throws InterruptedException {
        String fit = books.fitted(MONTHLY);

        assertEquals(
                "21726.15",
                get(fit + "/customers?asOf=2025-09-15&" + THREE_MONTHS).getString("total"));
        assertEquals(
                "0.00", get(fit + "/customers?asOf=2025-10-01&" + THREE_MONTHS).getString("total"));
    }

    @Test
    void refusesWhatDoesNotGoWithContracts() {
        refuses("\"model\":\"SBG\"", 1, "model is SBG and period is missing");
        refuses("\"model\":\"SBG\",\"period\":\"P2M\"", 1, "Give one of P1M, P3M, P1Y");
        refuses("\"period\":\"P1M\"", 1, "period is P1M and model is AUTO, which knows no contracts to renew");
        refuses("\"period\":\"P1M\",\"model\":\"BGNBD\"", 1, "Leave period out, or give model SBG");
        refuses(
                "\"model\":\"SBG\",\"calibrationTo\":\"2025-05-31\",\"valueModel\":\"GAMMA_GAMMA_REVENUE\"",
                3,
                "calibrationTo is 2025-05-31 and model is SBG, for which nothing is held out");
    }

    @Test
    void saysWhatToChangeWhereThereIsNothingToLearnFrom() throws InterruptedException {
        HttpBooks empty = HttpBooks.open();
        given().contentType(ContentType.JSON)
                .body(HttpBooks.revenue("A", "100.00"))
                .post(empty.entries())
                .then()
                .statusCode(201);

        String fit = CdNowBooks.finished(
                        empty.path(), "{\"from\":\"2026-01\",\"to\":\"2026-06\",\"model\":\"SBG\",\"period\":\"P1Y\"}")
                .getString("result.href");

        assertEquals("INSUFFICIENT_DATA", get(fit).getString("status"));
        String remedy = "No period of P1Y is over by 2026-06-30. Take a longer range or a shorter period.";
        assertEquals(List.of(remedy), get(fit).getList("warnings"));
        given().get(fit + "/customers").then().statusCode(422).body("violations[0].message", containsString(remedy));
    }

    private static void is(JsonPath customers, String code, String value, double alive, double payments) {
        String row = "customers.find { it.customer == '" + code + "' }.";
        assertEquals(value, customers.getString(row + "value"));
        assertEquals(alive, customers.getDouble(row + "probabilityAlive"));
        assertEquals(payments, customers.getDouble(row + "discountedPurchases"), 2e-6);
    }

    private static void refuses(String members, int violations, String message) {
        given().contentType(ContentType.JSON)
                .body("{\"from\":\"2025-01\",\"to\":\"2025-08\"," + members + "}")
                .post(books.path() + "/clv/fits")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(violations))
                .body("violations.message", hasItem(containsString(message)));
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
