package nl.marge.ledger.reclassification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.ledger.HttpBooks;

/** Books over HTTP with what reclassifying them takes: drafts, steps, and what reports then say. */
final class ReclassifiedBooks {

    private final HttpBooks books = HttpBooks.open();

    HttpBooks books() {
        return books;
    }

    String path() {
        return books.path() + "/reclassifications";
    }

    /** Posts an entry and gives its id. */
    String post(String entry) {
        return given().contentType(ContentType.JSON)
                .body(entry)
                .post(books.entries())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse draft(String body) {
        return given().contentType(ContentType.JSON).body(body).post(path()).then();
    }

    /** Drafts and gives the id. */
    String drafted(String body) {
        return draft(body).statusCode(201).extract().path("id");
    }

    ValidatableResponse step(String id, String verb) {
        return given().header("X-Marge-User", "eva")
                .post(path() + "/" + id + "/" + verb)
                .then();
    }

    /** Drafts, validates and applies, and gives the id. */
    String applied(String body) {
        String id = drafted(body);
        step(id, "validate").statusCode(200);
        step(id, "apply").statusCode(200);
        return id;
    }

    ValidatableResponse reverse(String entryId, String postingDate) {
        return given().contentType(ContentType.JSON)
                .body("{\"postingDate\":\"" + postingDate + "\"}")
                .post(books.entries() + "/" + entryId + "/reversal")
                .then();
    }

    /** What is not zero in a P&L by segment, channel and customer, per membership mode: key to operating profit. */
    Map<String, String> profits(String mode) {
        JsonPath report = report(mode, "SEGMENT,CHANNEL,CUSTOMER");
        Map<String, String> profits = new TreeMap<>();
        List<Map<String, Object>> rows = report.getList("rows");
        for (Map<String, Object> row : rows) {
            List<Map<String, Object>> lines = rowLines(row);
            boolean zero = lines.stream().allMatch(line -> line.get("values").equals(List.of("0.00")));
            if (!zero) {
                profits.put(String.valueOf(row.get("key")), profit(lines));
            }
        }
        return profits;
    }

    /** What does not close at zero among the balances by account, segment and channel. */
    List<String> openBalances() {
        Response answer = given().queryParam("from", "2026-01")
                .queryParam("to", "2026-12")
                .queryParam("by", "account,SEGMENT,CHANNEL,CUSTOMER")
                .get(books.path() + "/balances");
        List<String> open = new ArrayList<>();
        List<Map<String, Object>> rows = answer.jsonPath().getList("rows");
        for (Map<String, Object> row : rows) {
            if (!row.get("closing").equals("0.00")) {
                open.add(row.toString());
            }
        }
        return open;
    }

    private JsonPath report(String mode, String by) {
        return given().queryParam("from", "2026-01")
                .queryParam("to", "2026-12")
                .queryParam("by", by)
                .queryParam("membership", mode)
                .get(books.path() + "/profit-and-loss")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rowLines(Map<String, Object> row) {
        return (List<Map<String, Object>>) row.get("lines");
    }

    private static String profit(List<Map<String, Object>> lines) {
        return lines.stream()
                .filter(line -> line.get("line").equals("OPERATING_PROFIT"))
                .map(line -> String.valueOf(((List<?>) line.get("values")).get(0)))
                .findFirst()
                .orElseThrow();
    }
}
