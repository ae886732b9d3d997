package nl.marge.ledger.posting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries in other currencies than the company's, over HTTP. */
@QuarkusTest
class CurrencyEntriesIT {

    private static final String DOLLARS = """
            {"externalId":"%s","postingDate":"2026-03-31","currency":"USD","dimensions":{"CHANNEL":"WEB"},
             "lines":[{"account":"1300","amount":"100.00"},
                      {"account":"8000","credit":"33.34","dimensions":{"CUSTOMER":"C1"}},
                      {"account":"8000","credit":"33.33","dimensions":{"CUSTOMER":"C2"}},
                      {"account":"8000","credit":"33.33"}]}""";

    private static final String GIVEN = """
            {"externalId":"%s","postingDate":"2026-03-31","currency":"USD",
             "lines":[{"account":"1500","amount":"1000.00","companyAmount":"925.93"},
                      {"account":"1300","amount":"-1000.00","companyAmount":"%s","dimensions":{"CUSTOMER":"C1"}}]}""";

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
        books.put("/exchange-rates", """
                [{"from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"},
                 {"type":"MONTH_END","from":"USD","to":"EUR","date":"2026-03-01","rate":"0.9"}]""");
    }

    @Test
    void convertsAtTheRateOfTheDayAndTellsBothAmountsEverywhere() {
        String location = post(DOLLARS.formatted("USD-1"))
                .statusCode(201)
                .body("currency", equalTo("USD"))
                .body("lines.amount", contains("92.00", "-30.67", "-30.67", "-30.66"))
                .body("lines.currencyAmount", contains("100.00", "-33.34", "-33.33", "-33.33"))
                .extract()
                .header("Location");

        given().get(location)
                .then()
                .body("currency", equalTo("USD"))
                .body("lines.currencyAmount", contains("100.00", "-33.34", "-33.33", "-33.33"));
        given().get(books.path() + "/ledger-lines?from=2026-03&to=2026-03&account=8000")
                .then()
                .body("items.amount", contains("-30.67", "-30.67", "-30.66"))
                .body("items.currency", contains("USD", "USD", "USD"))
                .body("items.currencyAmount", contains("-33.34", "-33.33", "-33.33"));
        String csv = given().get(books.path() + "/ledger-lines?from=2026-03&to=2026-03&account=1300&format=csv")
                .asString();
        assertEquals(
                List.of("92.00", "USD", "100.00"),
                List.of(csv.lines().skip(1).findFirst().orElseThrow().split(","))
                        .subList(9, 12));
    }

    @Test
    void takesTheTypeOfRateThatTheEntryNames() {
        post(DOLLARS.formatted("USD-1").replace("\"currency\"", "\"rateType\":\"MONTH_END\",\"currency\""))
                .statusCode(201)
                .body("lines[0].amount", equalTo("90.00"));
    }

    @Test
    void keepsWhatItPostedWhenTheRateChangesAndRecognisesARepeat() {
        String id = post(DOLLARS.formatted("USD-1")).extract().path("id");
        books.put("/exchange-rates", "[{\"from\":\"USD\",\"to\":\"EUR\",\"date\":\"2026-03-01\",\"rate\":\"0.95\"}]");

        post(DOLLARS.formatted("USD-1"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("lines[0].amount", equalTo("92.00"));
        post(DOLLARS.formatted("USD-2")).statusCode(201).body("lines[0].amount", equalTo("95.00"));
        given().delete(books.path() + "/exchange-rates/SPOT/USD/EUR/2026-03-01")
                .then()
                .statusCode(204);
        post(DOLLARS.formatted("USD-1")).statusCode(200).body("outcome", equalTo("UNCHANGED"));
        post(DOLLARS.formatted("USD-3"))
                .statusCode(422)
                .body("violations.code", contains("exchange_rate_missing"))
                .body("violations.message", contains(containsString("from USD to EUR on or before 2026-03-31")));
    }

    @Test
    void completesGivenCompanyAmountsByALineOfItsOwn() {
        post(GIVEN.formatted("PAY-1", "-920.00"))
                .statusCode(422)
                .body("violations.message", contains(containsString("exchangeDifferenceAccount")));
        books.put("/currency-settings", "{\"exchangeDifferenceAccount\":\"7000\"}");

        given().contentType(ContentType.JSON)
                .body(GIVEN.formatted("PAY-1", "-920.00"))
                .post(books.entries() + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("lines", hasSize(3));
        post(GIVEN.formatted("PAY-1", "-920.00"))
                .statusCode(201)
                .body("lines.amount", contains("925.93", "-920.00", "-5.93"))
                .body("lines[2].currencyAmount", equalTo("0.00"))
                .body("lines[2].account", equalTo("7000"))
                .body("lines[2].dimensions.CUSTOMER", equalTo("C1"))
                .body("lines[2].provenance.CUSTOMER.by", equalTo("SYSTEM"))
                .body("lines[2].derived.SEGMENT.value", equalTo("KEY"));
        post(GIVEN.formatted("PAY-1", "-920.00")).statusCode(200);
        post(GIVEN.formatted("PAY-1", "-919.00")).statusCode(409);
    }

    @Test
    void doesNotLetAPolicyOrABlockedAccountStopTheDifference() {
        books.put("/currency-settings", "{\"exchangeDifferenceAccount\":\"7000\"}");
        books.put("/dimension-policies/EXPENSES", """
                {"dimension":"CHANNEL","demand":"MANDATORY","accounts":["7000"],"accountTypes":[]}""");
        books.put(
                "/accounts/7000",
                "{\"name\":\"Cost\",\"type\":\"EXPENSE\",\"statementLine\":\"COGS\",\"blocked\":true}");

        post(GIVEN.formatted("PAY-1", "-920.00")).statusCode(201).body("lines[2].amount", equalTo("-5.93"));
    }

    @Test
    void reversesBothAmountsWhateverTheRateIsToday() {
        String id = post(DOLLARS.formatted("USD-1")).extract().path("id");
        books.put("/exchange-rates", "[{\"from\":\"USD\",\"to\":\"EUR\",\"date\":\"2026-03-01\",\"rate\":\"0.5\"}]");

        given().contentType(ContentType.JSON)
                .body("{}")
                .post(books.entries() + "/" + id + "/reversal")
                .then()
                .statusCode(201)
                .body("currency", equalTo("USD"))
                .body("lines.amount", contains("-92.00", "30.67", "30.67", "30.66"))
                .body("lines.currencyAmount", contains("-100.00", "33.34", "33.33", "33.33"));
    }

    @Test
    void splitsBothAmountsByTheSameWeightsEachExactly() {
        post("""
                {"externalId":"S-1","postingDate":"2026-03-31","currency":"USD",
                 "lines":[{"account":"1300","amount":"182.25"},
                          {"account":"8000","amount":"-182.25","splits":[
                            {"weight":"98","dimensions":{"CUSTOMER":"C1"}},
                            {"weight":"2","dimensions":{"CUSTOMER":"C2"}}]}]}""")
                .statusCode(201)
                .body("lines.currencyAmount", contains("182.25", "-178.61", "-3.64"))
                .body("lines.amount", contains("167.67", "-164.32", "-3.35"));
    }

    @Test
    void postsABatchInSeveralCurrencies() {
        given().contentType("application/x-ndjson")
                .body("""
                        {"externalId":"B-1","postingDate":"2026-03-31","currency":"USD","kind":"COST","lines":[{"account":"8000","amount":"-10.00"}]}
                        {"externalId":"B-2","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-10.00"}]}
                        {"externalId":"B-3","postingDate":"2026-03-31","currency":"CHF","kind":"COST","lines":[{"account":"8000","amount":"-10.00"}]}
                        """.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch?atomic=false")
                .then()
                .statusCode(207)
                .body("posted", equalTo(2))
                .body("problems[0].externalId", equalTo("B-3"))
                .body("problems[0].violations.code", contains("exchange_rate_missing"));
    }

    private ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries())
                .then();
    }
}
