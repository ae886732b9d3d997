package nl.marge.ledger.split;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Splits over HTTP: posted, tried, repeated, reversed, in batches, and found again in reports. */
@QuarkusTest
class SplitsInPostingIT {

    private static final String HALVES =
            "{\"weight\":\"60\",\"dimensions\":{\"SEGMENT\":\"KEY\"}},{\"remainder\":true,\"dimensions\":{\"SEGMENT\":\"MKB\"}}";

    @Test
    void postsThePartsAsLedgerLinesOfTheLine() {
        HttpBooks books = HttpBooks.open();

        post(books, "", entry("E1", "182.25", "\"quantity\":\"3\",\"lineId\":\"7\",\"text\":\"rent\",", HALVES))
                .statusCode(201)
                .body("outcome", equalTo("POSTED"))
                .body("lines", hasSize(3))
                .body("lines.number", contains(1, 2, 3))
                .body("lines.amount", contains("109.35", "72.90", "-182.25"))
                .body("lines.quantity", contains("1.8", "1.2", null))
                .body("lines.lineId", contains("7", "7", null))
                .body("lines.text", contains("rent", "rent", null))
                .body("lines.dimensions.SEGMENT", contains("KEY", "MKB", null))
                .body("lines[0].dimensions.CHANNEL", equalTo("WEB"))
                .body("lines[0].provenance.CHANNEL.by", equalTo("HEADER"));

        given().get(books.path() + "/balances?from=2026-03&to=2026-03&by=account,SEGMENT")
                .then()
                .statusCode(200)
                .body("rows.findAll { it.key.account == '7000' }.closing", contains("109.35", "72.90"));
        given().get(books.path() + "/profit-and-loss?from=2026-03&to=2026-03&by=SEGMENT")
                .then()
                .statusCode(200)
                .body("reconciliation.difference", equalTo("0.00"))
                .body("reconciliation.unassigned", equalTo("0.00"));
    }

    @Test
    void aDryRunShowsThePartsAndStoresNothing() {
        HttpBooks books = HttpBooks.open();

        post(books, "?dryRun=true", entry("E1", "0.01", "", HALVES))
                .statusCode(200)
                .body("id", nullValue())
                .body("lines.amount", contains("0.01", "-0.01"))
                .body("lines[0].dimensions.SEGMENT", equalTo("KEY"));

        given().get(books.path() + "/ledger-lines?from=2026-03&to=2026-03")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void splitsAreContentAsSent() {
        HttpBooks books = HttpBooks.open();
        post(books, "", entry("E1", "100", "", HALVES)).statusCode(201);

        post(books, "", entry("E1", "100.00", "\"splitMode\":\"PAIRED\",", HALVES.replace("\"60\"", "60.0")))
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"))
                .body("lines.amount", contains("60.00", "40.00", "-100.00"));
        post(books, "", entry("E1", "100", "", HALVES.replace("60", "61")))
                .statusCode(409)
                .body("violations.code", contains("external_id_reused"));
        post(books, "", entry("E1", "100", "\"splitMode\":\"CROSS\",", HALVES)).statusCode(409);
        post(books, "", entry("E1", "100", "", "")).statusCode(409);
    }

    @Test
    void aReversalTakesEachPartAwayToTheCent() {
        HttpBooks books = HttpBooks.open();
        String thirds = "{\"weight\":\"33.3\",\"dimensions\":{\"SEGMENT\":\"KEY\"}},{\"remainder\":true},"
                + "{\"weight\":\"33.3\",\"dimensions\":{\"SEGMENT\":\"MKB\"}}";
        String id = post(books, "", entry("E1", "0.05", "\"quantity\":\"0.000001\",", thirds))
                .statusCode(201)
                .body("lines.amount", contains("0.02", "0.02", "0.01", "-0.05"))
                .extract()
                .path("id");

        given().contentType(ContentType.JSON)
                .body("{}")
                .post(books.entries() + "/" + id + "/reversal")
                .then()
                .statusCode(201)
                .body("lines.amount", contains("-0.02", "-0.02", "-0.01", "0.05"));

        given().get(books.path() + "/balances?from=2026-03&to=2026-03&by=account,SEGMENT")
                .then()
                .body("rows.findAll { it.closing != '0.00' }", hasSize(0));
    }

    @Test
    void crossesSegmentsWithChannels() {
        HttpBooks books = HttpBooks.open();

        post(
                        books,
                        "",
                        entry(
                                "E1",
                                "100.01",
                                "\"splitMode\":\"CROSS\",",
                                HALVES + ",{\"weight\":\"50\",\"dimensions\":{\"CHANNEL\":\"WEB\"}},"
                                        + "{\"weight\":\"50\",\"dimensions\":{\"CHANNEL\":\"SHOP\"}}"))
                .statusCode(201)
                .body("lines.amount", contains("30.01", "30.00", "20.00", "20.00", "-100.01"))
                .body("lines.dimensions.CHANNEL", contains("WEB", "SHOP", "WEB", "SHOP", "WEB"))
                .body("lines.dimensions.SEGMENT", contains("KEY", "KEY", "MKB", "MKB", null));
    }

    @Test
    void refusesWhatDoesNotAddUpWithEverythingElseThatIsWrong() {
        HttpBooks books = HttpBooks.open();

        post(books, "", entry("E1", "x", "", "{\"weight\":\"60\",\"dimensions\":{\"SEGMENT\":\"NOBODY\"}}"))
                .statusCode(422)
                .body(
                        "violations.code",
                        contains("split_invalid", "amount_malformed", "amount_malformed", "dimension_value_unknown"))
                .body("violations[0].pointer", equalTo("/lines/0/splits"))
                .body("violations[0].message", containsString("so 40 would be lost"))
                .body("violations[3].pointer", equalTo("/lines/0/splits/0/dimensions/SEGMENT"));
        post(books, "", entry("E1", "1", "", "{\"wieght\":\"60\"}"))
                .statusCode(400)
                .body("violations.code", contains("member_unknown"))
                .body("violations.pointer", contains("/lines/0/splits/0/wieght"));
        post(books, "", entry("E1", "1", "", "7")).statusCode(400).body("violations.code", contains("type_wrong"));
    }

    @Test
    void refusesMoreLinesThanAnEntryHolds() {
        HttpBooks books = HttpBooks.open();
        StringBuilder values = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            values.append(i == 1 ? "[" : ",").append("{\"code\":\"X").append(i).append("\"}");
            for (String dimension : new String[] {"SEGMENT", "CHANNEL"}) {
                parts.append(parts.isEmpty() ? "" : ",")
                        .append("{\"weight\":\"1\",\"dimensions\":{\"")
                        .append(dimension)
                        .append("\":\"X")
                        .append(i)
                        .append("\"}}");
            }
        }
        books.put("/dimensions/SEGMENT/values", values + "]");
        books.put("/dimensions/CHANNEL/values", values + "]");

        post(books, "", entry("E1", "1", "\"splitMode\":\"CROSS\",", parts.toString()))
                .statusCode(201)
                .body("lines", hasSize(101));
        post(books, "", entry("E2", "1000000", "\"splitMode\":\"CROSS\",", parts.toString()))
                .statusCode(422)
                .body("violations.code", contains("entry_too_large"))
                .body("violations[0].message", containsString("10001 lines"));
    }

    @Test
    void defaultsAndPoliciesSeeEachPartAsTheLineItWillBe() {
        HttpBooks books = HttpBooks.open();
        books.put(
                "/default-rules/R1",
                "{\"dimension\":\"CHANNEL\",\"value\":\"SHOP\",\"priority\":10,\"source\":\"CUSTOMER\","
                        + "\"record\":\"C1\"}");
        books.put("/dimension-policies/P1", "{\"dimension\":\"CHANNEL\",\"demand\":\"MANDATORY\"}");
        String parts = "{\"weight\":\"50\",\"dimensions\":{\"CUSTOMER\":\"C1\"}},"
                + "{\"weight\":\"50\",\"dimensions\":{\"CUSTOMER\":\"C2\"}}";

        post(books, "", entry("E1", "1", "", parts).replace("\"dimensions\":{\"CHANNEL\":\"WEB\"},", ""))
                .statusCode(422)
                .body("violations.code", contains("dimension_required"))
                .body("violations.pointer", contains("/lines/0/splits/1/dimensions/CHANNEL"));
        post(
                        books,
                        "",
                        entry("E1", "1", "", parts.replace("\"C2\"", "\"C2\",\"CHANNEL\":\"WEB\""))
                                .replace("\"dimensions\":{\"CHANNEL\":\"WEB\"},", ""))
                .statusCode(201)
                .body("lines.dimensions.CHANNEL", contains("SHOP", "WEB", null))
                .body("lines[0].provenance.CHANNEL.rule", equalTo("R1"))
                .body("lines[1].provenance.CHANNEL.by", equalTo("EXPLICIT"));
    }

    @Test
    void takesSplitsInBatchesToo() {
        HttpBooks books = HttpBooks.open();
        String body = entry("E1", "1", "", HALVES).replace("\n", "") + "\n"
                + entry("E2", "1", "", "{\"weight\":\"60\"}").replace("\n", "") + "\n";

        given().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch?atomic=false")
                .then()
                .statusCode(207)
                .body("posted", equalTo(1))
                .body("problems[0].line", equalTo(2))
                .body("problems[0].violations.code", contains("split_invalid"));
    }

    private static String entry(String externalId, String amount, String members, String parts) {
        return """
                {"externalId":"%s","postingDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},
                 "lines":[{"account":"7000","amount":"%s",%s"splits":[%s]},
                          {"account":"1500","credit":"%s"}]}""".formatted(externalId, amount, members, parts, amount);
    }

    private static ValidatableResponse post(HttpBooks books, String query, String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries() + query)
                .then();
    }
}
