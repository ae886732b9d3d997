package nl.marge.customervalue.rfm;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import nl.marge.customervalue.CustomerBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores over HTTP and written back, worked out in docs/spec-customer-retention.md. */
@QuarkusTest
class RfmIT {

    private static final String RANGE = "/rfm?from=2026-01-01&to=2026-04-15";
    private static final String BODY =
            "{\"asOf\":\"2026-04-16\",\"from\":\"2026-01-01\",\"to\":\"2026-04-15\",\"into\":\"RFM\"";

    @Test
    void scoresWhoBoughtAndSumsToTheProfitAndLoss() {
        JsonPath answer = CustomerBooks.golden()
                .get(RANGE)
                .statusCode(200)
                .header("X-Marge-Difference", "0.00")
                .body("asOf", equalTo("2026-04-15"))
                .body("scored", equalTo(5))
                .body("cells.cell", contains("R5F5M3", "R4F4M1", "R3F4M2", "R2F2M5", "R1F2M4"))
                .body("cells.customers", contains(1, 1, 1, 1, 1))
                .body("withoutPurchase.customers", equalTo(1))
                .body("unassigned.margin", equalTo("-20.00"))
                .body("company.margin", equalTo("475.00"))
                .body("company.acquisitionCost", equalTo("220.00"))
                .body("company.value", equalTo("255.00"))
                .body("company.difference", equalTo("0.00"))
                .body("reconciliation.ledger", equalTo("255.00"))
                .extract()
                .jsonPath();

        assertEquals(
                List.of(
                        "A 13 3 250.00 95.00 R5F5M3",
                        "B 43 2 300.00 70.00 R3F4M2",
                        "C 73 1 300.00 100.00 R1F2M4",
                        "D 26 2 80.00 30.00 R4F4M1",
                        "E 64 1 500.00 200.00 R2F2M5"),
                answer.getList("customers.collect { it.customer + ' ' + it.recencyDays + ' ' + it.purchaseDays + ' ' +"
                        + " it.netRevenue + ' ' + it.margin + ' ' + it.cell }"));
    }

    @Test
    void scoresByCutOffsAndByRevenueToo() {
        CustomerBooks.golden()
                .get(RANGE + "&asOf=2026-04-30&money=REVENUE&recencyCuts=28,41,60,80&frequencyCuts=2,3,4,5"
                        + "&moneyCuts=80,100.50,300,500.01&limit=2")
                .statusCode(200)
                .body("moneyCuts", contains("80.00", "100.50", "300.00", "500.01"))
                .body("recencyCuts", contains("28", "41", "60", "80"))
                .body("customers.cell", contains("R5F3M3", "R3F2M4"))
                .body("cells.cell", contains("R5F3M3", "R4F2M2", "R3F2M4", "R2F1M4", "R1F1M4"));
    }

    @Test
    void answersAsCsvToo() {
        String csv = CustomerBooks.golden()
                .get(RANGE + "&format=csv")
                .statusCode(200)
                .extract()
                .asString();

        assertEquals("A,A,13,3,250.00,95.00,5,5,3,R5F5M3", csv.lines().toList().get(1));
        assertEquals(6, csv.lines().count());
    }

    @Test
    void scoresOneCustomerAndNone() {
        CustomerBooks books = CustomerBooks.open();
        books.get(RANGE).statusCode(200).body("scored", equalTo(0)).body("cells", hasSize(0));
        books.post(books.sale("2026-01-10", "A", "100.00", "160.00"));

        books.get(RANGE)
                .statusCode(200)
                .body("customers.cell", contains("R5F5M5"))
                .body("customers.margin", contains("-60.00"));
    }

    @Test
    void writesScoresBackAndReportsShowThemAtOnce() {
        CustomerBooks books = withRfm();
        String watermark = books.get(RANGE + "&asOf=2026-04-16").extract().path("watermark");

        books.ask("/rfm/assignments", BODY + ",\"create\":true,\"watermark\":\"" + watermark + "\"}")
                .statusCode(200)
                .body("created", equalTo(5))
                .body("written", equalTo(5))
                .body("assigned", equalTo(5))
                .body("ended", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("watermark", equalTo(later(watermark, 2)));

        books.get("/profit-and-loss?from=2026-01-01&to=2026-04-15&by=RFM&membership=AS_OF:2026-04-16")
                .body("rows.key.RFM", contains("R1F2M4", "R2F2M5", "R3F4M2", "R4F4M1", "R5F5M3", null));
        books.get("/dimensions/RFM/values").body("items.name", hasItem("Recency 5, frequency 5, money 3"));
        books.ask("/rfm/assignments", BODY + "}")
                .statusCode(200)
                .body("created", equalTo(0))
                .body("written", equalTo(0))
                .body("unchanged", equalTo(5))
                .body("watermark", equalTo(later(watermark, 2)));
    }

    @Test
    void movesOnlyWhoMovesAndEndsWhomItIsToldTo() {
        CustomerBooks books = withRfm();
        books.ask("/rfm/assignments", BODY + ",\"create\":true}").statusCode(200);
        books.post(books.sale("2026-05-10", "A", "100.00", "60.00"));
        String may =
                "{\"asOf\":\"2026-06-01\",\"from\":\"2026-05\",\"to\":\"2026-05\",\"into\":\"RFM\",\"create\":true";

        books.ask("/rfm/assignments", may + "}")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("written", equalTo(1))
                .body("unchanged", equalTo(4));
        books.ask("/rfm/assignments", may + ",\"withoutPurchase\":\"END\"}")
                .statusCode(200)
                .body("written", equalTo(4))
                .body("ended", equalTo(4))
                .body("unchanged", equalTo(1));
    }

    @Test
    void refusesCellsThatAreNoValuesByName() {
        withRfm()
                .ask("/rfm/assignments", BODY + "}")
                .statusCode(422)
                .body("violations", hasSize(5))
                .body("violations[0].code", equalTo("dimension_value_unknown"))
                .body("violations[0].pointer", equalTo("/into"))
                .body("violations[0].message", containsString("no value \"R5F5M3\""))
                .body("violations[0].message", containsString("\"create\":true"));
    }

    @Test
    void refusesToWriteWhatIsNoLongerWhatWasSeen() {
        CustomerBooks books = withRfm();
        String watermark = books.get(RANGE).extract().path("watermark");
        books.post(books.sale("2026-04-10", "B", "100.00", "60.00"));

        books.ask("/rfm/assignments", BODY + ",\"create\":true,\"watermark\":\"" + watermark + "\"}")
                .statusCode(409)
                .body("violations.code", contains("version_changed"))
                .body("violations.pointer", contains("/watermark"));
        books.get("/dimensions/RFM/values").body("items", hasSize(0));
    }

    @Test
    void answersARepeatUnderTheSameKeyAlike() {
        CustomerBooks books = withRfm();

        String first = keyed(books, BODY + ",\"create\":true}")
                .statusCode(200)
                .extract()
                .asString();

        keyed(books, BODY + ",\"create\":true}")
                .statusCode(200)
                .header("Idempotency-Hit", "true")
                .body(equalTo(first));
        keyed(books, BODY + "}").statusCode(409).body("violations.code", contains("idempotency_key_reused"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-01&to=2026-04&asOf=2026-04-29 | asOf | before the end of the range, 2026-04-30",
                "from=2026-01&to=2026-04&asOf=x | asOf | a day that exists",
                "from=2026-01&to=2026-04&money=CM1 | money | one of MARGIN, REVENUE",
                "from=2026-01&to=2026-04&recencyCuts=1,2,3 | recencyCuts | has 3 cut-offs. Give 4 that ascend",
                "from=2026-01&to=2026-04&recencyCuts=1,3,2,4 | recencyCuts | that do not ascend",
                "from=2026-01&to=2026-04&frequencyCuts=1,2,3,4.5 | frequencyCuts | at most 0 decimals",
                "from=2026-01&to=2026-04&moneyCuts=1,2,3,x | moneyCuts | at most 2 decimals",
                "from=2026-01&to=2026-04&limit=0 | limit | from 1 to",
                "from=2026-01&to=2026-04&of=NOPE | of | Dimension \"NOPE\" is unknown",
                "from=2026-01&to=2026-04&segmentBy=SEGMENT | segmentBy | is not known here",
                "to=2026-04 | from | is missing"
            })
    void refusesWhatMeansNothing(String query, String parameter, String says) {
        CustomerBooks.open()
                .get("/rfm?" + query)
                .statusCode(400)
                .body("violations.parameter", contains(parameter))
                .body("violations[0].message", containsString(says));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"asOf\":null | value_missing /asOf | asOf is missing",
                "\"asOf\":\"2026-04-14\" | value_invalid /asOf | before the end of the range",
                "\"from\":\"2026-13\" | value_invalid /from | such as 2026-03",
                "\"to\":null | value_missing /to | to is missing",
                "\"into\":null | value_missing /into | into is missing",
                "\"into\":\"NOPE\" | dimension_unknown /into | \"NOPE\" in into does not exist",
                "\"into\":\"CUSTOMER\" | membership_cycle /into | derived from itself",
                "\"recencyCuts\":[1,2] | value_invalid /recencyCuts | Give 4 that ascend",
                "\"measure\":\"COGS\" | value_invalid /measure | a subtotal of the statement",
                "\"scenario\":\"NOPE\" | value_invalid /scenario | NOPE",
                "\"filter\":\"X\" | value_invalid /filter | colon",
                "\"withoutPurchase\":\"x\" | value_invalid /withoutPurchase | KEEP or END"
            })
    void refusesToWriteWhatMeansNothing(String changed, String violation, String says) {
        StringBuilder body = new StringBuilder("{").append(changed);
        for (String member : List.of(
                "\"asOf\":\"2026-04-16\"", "\"from\":\"2026-01-01\"", "\"to\":\"2026-04-15\"", "\"into\":\"RFM\"")) {
            if (!changed.contains(member.substring(0, member.indexOf(':')))) {
                body.append(",").append(member);
            }
        }

        withRfm()
                .ask("/rfm/assignments", body.append("}").toString())
                .statusCode(422)
                .body("violations.collect { it.code + ' ' + it.pointer }", hasItem(violation))
                .body("violations.message", hasItem(containsString(says)));
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        CustomerBooks books = withRfm();

        books.ask("/rfm/assignments", "{\"withoutPurchase\":\"x\",\"money\":\"x\",\"of\":\"x\"}")
                .statusCode(422)
                .body(
                        "violations.pointer.sort()",
                        contains("/asOf", "/from", "/into", "/money", "/of", "/to", "/withoutPurchase"));
        books.ask("/rfm/assignments", "{\"nope\":1}")
                .statusCode(400)
                .body("violations.code", contains("member_unknown"));
        books.ask("/rfm/assignments?x=1", BODY + "}")
                .statusCode(400)
                .body("violations.code", contains("parameter_unknown"));
    }

    private static CustomerBooks withRfm() {
        CustomerBooks books = CustomerBooks.golden();
        books.put("/dimensions/RFM", "{\"name\":\"RFM\"}");
        return books;
    }

    private static ValidatableResponse keyed(CustomerBooks books, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "rfm-of-april")
                .body(body)
                .post(books.path() + "/rfm/assignments")
                .then();
    }

    private static String later(String watermark, int versions) {
        String[] parts = watermark.split("\\.");
        return parts[0] + "." + (Integer.parseInt(parts[1]) + versions);
    }
}
