package nl.marge.profitability.segmentation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import nl.marge.ledger.HttpBooks;

/** A company over HTTP whose customers are to be segmented. */
final class SegmentationBooks {

    private final HttpBooks books = HttpBooks.open();
    private int entries;

    /** Books with the dimension VALUE_TIER beside SEGMENT; its values are GOLD, SILVER and BRONZE. */
    static SegmentationBooks open() {
        SegmentationBooks opened = new SegmentationBooks();
        opened.put("/accounts", """
                [{"code":"4500","name":"Marketing","type":"EXPENSE","statementLine":"MARKETING"}]""");
        opened.put("/dimensions/VALUE_TIER", "{\"name\":\"Value tier\"}");
        opened.put("/dimensions/VALUE_TIER/values", """
                [{"code":"GOLD","name":"Gold"},{"code":"SILVER"},{"code":"BRONZE"}]""");
        return opened;
    }

    /**
     * The eight customers of the golden case, who earned 14,700 from April 2025 to March 2026, and C9, who bought
     * nothing. Marketing of 700 belongs to nobody.
     */
    static SegmentationBooks golden() {
        SegmentationBooks opened = open();
        opened.put("/dimensions/CUSTOMER/values", """
                [{"code":"C1","attributes":{"country":"NL"}},{"code":"C2","attributes":{"country":"DE"}},
                 {"code":"C3","attributes":{"country":"NL"}},{"code":"C4","attributes":{"country":"NL"}},
                 {"code":"C5","attributes":{"country":"BE"}},{"code":"C6","attributes":{"country":"NL"}},
                 {"code":"C7","attributes":{"country":"DE"}},{"code":"C8","attributes":{"country":"NL"}},
                 {"code":"C9"}]""");
        opened.put("/dimensions/CUSTOMER/memberships/VALUE_TIER", """
                [{"value":"C1","memberOf":"GOLD","from":"2025-04-01"},
                 {"value":"C2","memberOf":"SILVER","from":"2025-04-01"},
                 {"value":"C3","memberOf":"SILVER"},
                 {"value":"C5","memberOf":"GOLD","from":"2025-04-01"},
                 {"value":"C9","memberOf":"SILVER"}]""");
        opened.post(
                opened.earned("2024-12-31", "C2", "1000.00", "100.00"),
                opened.earned("2024-12-31", "C5", "4000.00", "1000.00"),
                opened.earned("2025-06-30", "C1", "10000.00", "4000.00"),
                opened.earned("2025-06-30", "C2", "8000.00", "5000.00"),
                opened.earned("2025-06-30", "C3", "5000.00", "2500.00"),
                opened.earned("2025-06-30", "C4", "5000.00", "2500.00"),
                opened.earned("2025-06-30", "C5", "2000.00", "1000.00"),
                opened.earned("2025-06-30", "C6", "1000.00", "700.00"),
                opened.earned("2025-06-30", "C7", "500.00", "500.00"),
                opened.earned("2025-06-30", "C8", "400.00", "1000.00"),
                opened.cost("2025-06-30", "4500", "700.00", "{}"));
        return opened;
    }

    String path() {
        return books.path();
    }

    void put(String below, String body) {
        books.put(below, body);
    }

    /** Answers what a PUT of a segmentation comes to. */
    ValidatableResponse keep(String code, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(path() + "/segmentations/" + code)
                .then();
    }

    ValidatableResponse preview(String code, String asOf) {
        return ask("/segmentations/" + code + "/preview", "{\"asOf\":\"" + asOf + "\"}");
    }

    /** The rows of a preview as CSV without those of the header: code, name, from, to, rank, value and so on. */
    List<String[]> table(String code, String asOf) {
        String csv = given().contentType(ContentType.JSON)
                .body("{\"asOf\":\"" + asOf + "\"}")
                .post(path() + "/segmentations/" + code + "/preview?format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return csv.lines().skip(1).map(row -> row.split(",", -1)).toList();
    }

    ValidatableResponse assign(String code, String asOf, String watermark) {
        return ask(
                "/segmentations/" + code + "/assignments",
                "{\"asOf\":\"" + asOf + "\",\"watermark\":\"" + watermark + "\"}");
    }

    ValidatableResponse ask(String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path() + below)
                .then();
    }

    /** An entry by which a customer brings revenue and costs goods. */
    String earned(String date, String customer, String revenue, String goods) {
        String dimensions = ",\"dimensions\":{\"CUSTOMER\":\"" + customer + "\"}}";
        return "{\"externalId\":\"E" + ++entries + "\",\"kind\":\"COST\",\"postingDate\":\"" + date + "\",\"lines\":["
                + "{\"account\":\"8000\",\"credit\":\"" + revenue + "\"" + dimensions + ","
                + "{\"account\":\"7000\",\"debit\":\"" + goods + "\"" + dimensions + "]}";
    }

    /** An entry of a cost. */
    String cost(String date, String account, String amount, String dimensions) {
        return "{\"externalId\":\"E" + ++entries + "\",\"kind\":\"COST\",\"postingDate\":\"" + date + "\",\"lines\":["
                + "{\"account\":\"" + account + "\",\"debit\":\"" + amount + "\",\"dimensions\":" + dimensions + "}]}";
    }

    void post(String... posted) {
        post(List.of(posted));
    }

    void post(List<String> posted) {
        ask("/journal-entries/batch", "{\"entries\":[" + String.join(",", new ArrayList<>(posted)) + "]}")
                .statusCode(200);
    }
}
