package nl.marge.allocation.run;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import nl.marge.demo.FinishedJob;
import nl.marge.ledger.HttpBooks;

/**
 * Books over HTTP with a pool SUPPORT (100.00 on account 4500 in March 2026), divided over KEY and MKB by uploaded ORDERS
 * 3 and 1 in a cycle MONTHLY.
 */
public final class AllocatedBooks {

    private final HttpBooks books = HttpBooks.open();

    private AllocatedBooks() {}

    /** Opens the books and posts the cost. */
    public static AllocatedBooks open() {
        AllocatedBooks opened = new AllocatedBooks();
        opened.put("/accounts", """
                [{"code":"4500","name":"Support","type":"EXPENSE","statementLine":"BACK_OFFICE"},
                 {"code":"4510","name":"Service","type":"EXPENSE","statementLine":"CUSTOMER_SERVICE"},
                 {"code":"9100","name":"Interest","type":"EXPENSE","statementLine":"FINANCIAL_RESULT"}]""");
        opened.put("/cost-pools/SUPPORT", "{\"name\":\"Support\",\"accounts\":[\"4500\"],\"unit\":\"MINUTE\"}");
        opened.put(
                "/drivers/ORDERS",
                "{\"name\":\"Orders\",\"unit\":\"ORDER\",\"source\":\"UPLOADED\",\"receivers\":[\"SEGMENT\"]}");
        opened.quantities("ORDERS", "KEY", "3", "MKB", "1");
        opened.cycle("MONTHLY", direct("SUP", "SUPPORT", "ORDERS"));
        opened.cost("COST-1", "2026-03-10", "100.00");
        return opened;
    }

    /** A rule that divides a pool by one driver. */
    public static String direct(String code, String pool, String driver) {
        return "{\"code\":\"" + code + "\",\"order\":10,\"pool\":\"" + pool + "\",\"method\":\"DIRECT\",\"driver\":\""
                + driver + "\"}";
    }

    public String path() {
        return books.path();
    }

    public void put(String below, String body) {
        books.put(below, body);
    }

    /** Puts something that may be refused. */
    public ValidatableResponse tryPut(String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(path() + below)
                .then();
    }

    /** A cycle with one version from January. */
    public void cycle(String code, String rules) {
        put("/allocation-cycles/" + code, cycleBody(rules));
    }

    static String cycleBody(String rules) {
        return "{\"name\":\"Cycle\",\"versions\":[{\"from\":\"2026-01\",\"rules\":[" + rules + "]}]}";
    }

    /** Quantities of March, by segment: code, quantity, code, quantity. */
    public void quantities(String driver, String... pairs) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            body.append(body.isEmpty() ? "[" : ",")
                    .append("{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"")
                    .append(pairs[i])
                    .append("\"},\"quantity\":\"")
                    .append(pairs[i + 1])
                    .append("\"}");
        }
        put("/drivers/" + driver + "/quantities", body + "]");
    }

    /** Posts cost on account 4500 and gives the entry's id. */
    public String cost(String externalId, String date, String amount) {
        return post("/journal-entries", """
                {"externalId":"%s","postingDate":"%s",
                 "lines":[{"account":"4500","amount":"%s"},{"account":"1500","credit":"%s"}]}""".formatted(externalId, date, amount, amount))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public ValidatableResponse post(String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path() + below)
                .then();
    }

    public ValidatableResponse get(String below) {
        return given().urlEncodingEnabled(false).get(path() + below).then();
    }

    /** Asks for a run. */
    public ValidatableResponse ask(String members) {
        return post("/allocation-runs", "{" + members + "}");
    }

    /** Asks for a run under an idempotency key. */
    public ValidatableResponse keyed(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path() + "/allocation-runs")
                .then();
    }

    /** Runs a cycle over March and waits; the finished job. */
    public JsonPath run(String cycle) {
        return finished("\"cycle\":\"" + cycle + "\",\"period\":\"2026-03\"");
    }

    /** Asks for a run with these members and waits; the finished job. */
    public JsonPath finished(String members) {
        return waited(ask(members));
    }

    /** Reverses a run and waits; the finished job. */
    public JsonPath reversed(String run) {
        return waited(post("/allocation-runs/" + run + "/reversal", ""));
    }

    /** Waits for the job of an answer. */
    public static JsonPath waited(ValidatableResponse accepted) {
        return FinishedJob.of(accepted.statusCode(202).extract().header("Location"))
                .job();
    }

    /** Runs a cycle over March, which must succeed, and gives the run's id. */
    public String posted(String cycle) {
        JsonPath job = run(cycle);
        return new FinishedJob(job).mustHaveSucceeded().job().getString("result.run");
    }

    /** A value of the P&L by segment in March. */
    public String value(String row, String line) {
        return value("from=2026-03&to=2026-03&by=SEGMENT", row, line);
    }

    /** A value of a P&L by segment, in its first column. */
    public String value(String query, String row, String line) {
        JsonPath report =
                get("/profit-and-loss?" + query).statusCode(200).extract().jsonPath();
        String path = "rows.find { it.key.SEGMENT == '" + row + "' || it.kind == '" + row
                + "' }.lines.find { it.line == '" + line + "' }.values[0]";
        return report.getString(path);
    }
}
