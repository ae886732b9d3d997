package nl.marge.ledger.currency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exchange rates and currency settings over HTTP, rightly and wrongly. */
@QuarkusTest
class ExchangeRateResourceIT {

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
    }

    @Test
    void countsWhatIsSaidForTheFirstTimeReplacedAndRepeated() {
        put(ExchangeRateBody.EXAMPLES)
                .statusCode(200)
                .body("created", equalTo(2))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0));

        put("""
                [{"from":"USD","to":"EUR","date":"2026-03-01","rate":0.920},
                 {"type":"SPOT","from":"EUR","to":"JPY","date":"2026-03-01","rate":"163"}]""")
                .statusCode(200)
                .body("created", equalTo(0))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        given().get(rates())
                .then()
                .body("items.rate", contains("163", "0.92"))
                .body("items.from", contains("EUR", "USD"))
                .body("next", nullValue());
    }

    @Test
    void listsByTypeAndCurrencyPageByPage() {
        put("""
                [{"from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"},
                 {"from":"USD","to":"EUR","date":"2026-03-02","rate":"0.93"},
                 {"type":"BUDGET","from":"GBP","to":"EUR","date":"2026-03-01","rate":"1.1"}]""").statusCode(200);

        String next = given().queryParam("limit", 2)
                .get(rates())
                .then()
                .body("items.type", contains("BUDGET", "SPOT"))
                .extract()
                .path("next");
        given().queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(rates())
                .then()
                .body("items.date", contains("2026-03-02"))
                .body("next", nullValue());
        given().queryParam("currency", "USD").get(rates()).then().body("items", hasSize(2));
        given().queryParam("type", "BUDGET").get(rates()).then().body("items.from", contains("GBP"));
        given().queryParam("currency", "usd").get(rates()).then().statusCode(400);
    }

    @Test
    void tellsTheRateOfADayAndWhereItComesFrom() {
        put("""
                [{"from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"},
                 {"from":"EUR","to":"GBP","date":"2026-03-10","rate":"0.8"}]""").statusCode(200);

        given().get(rates() + "/SPOT/USD/EUR/2026-03-31")
                .then()
                .statusCode(200)
                .body("rate", equalTo("0.92"))
                .body("steps.date", contains("2026-03-01"));
        given().get(rates() + "/SPOT/EUR/USD/2026-03-31")
                .then()
                .body("rate", equalTo("1.086956521739"))
                .body("steps.inverse", contains(true));
        given().get(rates() + "/SPOT/USD/GBP/2026-03-31")
                .then()
                .body("rate", equalTo("0.736"))
                .body("steps", hasSize(2));
        given().get(rates() + "/SPOT/USD/EUR/2026-02-28").then().statusCode(404);
        given().get(rates() + "/SPOT/USD/GBP/2026-03-09").then().statusCode(404);
        given().get(rates() + "/SPOT/USD/EUR/today").then().statusCode(404);
        given().get(rates() + "/SPOT/EUR/EUR/2026-03-31")
                .then()
                .statusCode(404)
                .body("detail", containsString("none is needed"));
    }

    @Test
    void tellsEveryLineOfAStreamThatCannotBeRead() {
        given().contentType("application/x-ndjson")
                .body("{\"from\"\n{\"from\":1}\nnothing\n".getBytes(StandardCharsets.UTF_8))
                .put(rates())
                .then()
                .statusCode(400)
                .body("violations.line", contains(1, 3, 2));
    }

    @Test
    void joinsRatesOverTheCurrencySaidInTheSettings() {
        put("""
                [{"from":"USD","to":"CHF","date":"2026-03-01","rate":"0.8"},
                 {"from":"CHF","to":"EUR","date":"2026-03-01","rate":"1.05"}]""").statusCode(200);
        given().get(rates() + "/SPOT/USD/EUR/2026-03-31").then().statusCode(404);

        settings("{\"viaCurrency\":\"CHF\"}").statusCode(200);

        given().get(rates() + "/SPOT/USD/EUR/2026-03-31").then().statusCode(200).body("rate", equalTo("0.84"));
    }

    @Test
    void takesARateBackSoThatTheOneBeforeCounts() {
        put("""
                [{"from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"},
                 {"from":"USD","to":"EUR","date":"2026-03-15","rate":"9.3"}]""").statusCode(200);

        given().delete(rates() + "/SPOT/USD/EUR/2026-03-15").then().statusCode(204);

        given().get(rates() + "/SPOT/USD/EUR/2026-03-31").then().body("rate", equalTo("0.92"));
        given().get(rates()).then().body("items", hasSize(1));
        given().delete(rates() + "/SPOT/USD/EUR/2026-03-15").then().statusCode(404);
        put("[{\"from\":\"USD\",\"to\":\"EUR\",\"date\":\"2026-03-15\",\"rate\":\"0.93\"}]")
                .body("created", equalTo(1));
    }

    @Test
    void refusesAllThatIsWrongAtOnceAndSaysNothing() {
        put("""
                [{"from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"},
                 {"from":"USD","to":"EUR","date":"2026-03-01","rate":"0.93"},
                 {"from":"USD","to":"USD","date":"2026-03-01","rate":"1"},
                 {"from":"XYZ","to":"XAU","date":"2026-02-30","rate":"-1"},
                 {"type":"my type"}]""")
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "currency_unknown",
                                "currency_not_supported",
                                "code_invalid",
                                "code_repeated",
                                "value_missing",
                                "value_missing",
                                "value_missing",
                                "value_missing",
                                "value_invalid",
                                "value_invalid",
                                "value_invalid"))
                .body("violations.pointer.findAll { it == '/3/rate' }", hasSize(1));

        given().get(rates()).then().body("items", empty());
    }

    @Test
    void keepsSettingsAndRefusesWrongOnes() {
        given().get(books.path() + "/currency-settings")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("rateType", equalTo("SPOT"))
                .body("exchangeDifferenceAccount", nullValue());

        String tag = settings("{\"exchangeDifferenceAccount\":\"7000\",\"dimensions\":{\"SEGMENT\":\"KEY\"}}")
                .statusCode(200)
                .body("dimensions.SEGMENT", equalTo("KEY"))
                .extract()
                .header("ETag");
        settings("{\"exchangeDifferenceAccount\":\"7000\",\"dimensions\":{\"SEGMENT\":\"KEY\"}}")
                .header("ETag", tag);
        settings("""
                {"rateType":"a b","viaCurrency":"XYZ","exchangeDifferenceAccount":"9","roundingAccount":"8",
                 "dimensions":{"SEGMENT":"NO","COLOUR":"RED"}}""")
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "currency_unknown",
                                "code_invalid",
                                "account_unknown",
                                "account_unknown",
                                "dimension_unknown",
                                "dimension_value_unknown"));
        settings("{\"roundingAccount\":\"7000\"}")
                .statusCode(422)
                .body("violations.message", contains(containsString("exchangeDifferenceAccount")));
        given().get(books.path() + "/currency-settings").then().header("ETag", tag);
    }

    @Test
    void keepsWhatTheSettingsName() {
        settings("{\"exchangeDifferenceAccount\":\"7000\",\"dimensions\":{\"CHANNEL\":\"SHOP\"}}")
                .statusCode(200);

        given().delete(books.path() + "/accounts/7000")
                .then()
                .statusCode(409)
                .body("violations.message", contains(containsString("currency settings")));
        given().delete(books.path() + "/dimensions/CHANNEL/values/SHOP")
                .then()
                .statusCode(409)
                .body("violations.code", contains("in_use"));
        given().delete(books.path() + "/dimensions/CHANNEL/values/WEB").then().statusCode(204);
        settings("{}").statusCode(200);
        given().delete(books.path() + "/accounts/7000").then().statusCode(204);
        given().delete(books.path() + "/dimensions/CHANNEL/values/SHOP").then().statusCode(204);
    }

    private String rates() {
        return books.path() + "/exchange-rates";
    }

    private ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON).body(body).put(rates()).then();
    }

    private ValidatableResponse settings(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(books.path() + "/currency-settings")
                .then();
    }
}
