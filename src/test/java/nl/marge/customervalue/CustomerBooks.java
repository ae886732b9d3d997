package nl.marge.customervalue;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import nl.marge.ledger.HttpBooks;

/** A company over HTTP whose customers are won, buy and are served. */
public final class CustomerBooks {

    private final HttpBooks books = HttpBooks.open();
    private int entries;

    /** Books with customers A to F; A and B belong to KEY, C and D to MKB. Leads are spent on winning customers. */
    public static CustomerBooks open() {
        CustomerBooks opened = new CustomerBooks();
        opened.put("/accounts", """
                [{"code":"4500","name":"Marketing","type":"EXPENSE","statementLine":"MARKETING"},
                 {"code":"4510","name":"Leads","type":"EXPENSE","statementLine":"MARKETING","purpose":"ACQUISITION"},
                 {"code":"4600","name":"Service","type":"EXPENSE","statementLine":"CUSTOMER_SERVICE"}]""");
        opened.put("/dimensions/CUSTOMER/values", """
                [{"code":"A"},{"code":"B"},{"code":"C"},{"code":"D"},{"code":"E"},{"code":"F"}]""");
        opened.put("/dimensions/CUSTOMER/memberships/SEGMENT", """
                [{"value":"A","memberOf":"KEY"},{"value":"B","memberOf":"KEY"},
                 {"value":"C","memberOf":"MKB"},{"value":"D","memberOf":"MKB"}]""");
        return opened;
    }

    /** The golden case of docs/spec-customer-retention.md. */
    public static CustomerBooks golden() {
        CustomerBooks opened = open();
        opened.post(
                opened.sale("2026-01-10", "A", "100.00", "60.00"),
                opened.sale("2026-02-05", "A", "100.00", "60.00"),
                opened.sale("2026-04-02", "A", "50.00", "30.00"),
                opened.sale("2026-01-20", "B", "200.00", "150.00"),
                opened.sale("2026-03-03", "B", "100.00", "70.00"),
                opened.sale("2026-02-01", "C", "300.00", "200.00"),
                opened.sale("2026-02-14", "D", "80.00", "50.00"),
                opened.sale("2026-03-20", "D", "40.00", "25.00"),
                opened.sale("2026-03-25", "D", "-40.00", "-25.00"),
                opened.sale("2025-12-15", "E", "70.00", "20.00"),
                opened.sale("2026-02-10", "E", "500.00", "300.00"),
                opened.cost("2026-01-31", "4600", "5.00", "{\"CUSTOMER\":\"A\"}"),
                opened.cost("2026-03-31", "4600", "10.00", "{\"CUSTOMER\":\"B\"}"),
                opened.cost("2026-03-31", "4600", "20.00", "{}"),
                opened.cost("2026-01-05", "4510", "90.00", "{\"SEGMENT\":\"KEY\"}"),
                opened.cost("2026-02-02", "4510", "60.00", "{}"),
                opened.cost("2026-02-01", "4510", "40.00", "{\"CUSTOMER\":\"C\"}"),
                opened.cost("2026-01-15", "4510", "30.00", "{\"CUSTOMER\":\"F\"}"));
        return opened;
    }

    public String path() {
        return books.path();
    }

    public void put(String below, String body) {
        books.put(below, body);
    }

    /** An entry by which a customer brings revenue and costs goods; below zero a credit note. */
    public String sale(String date, String customer, String revenue, String goods) {
        String dimensions = ",\"dimensions\":{\"CUSTOMER\":\"" + customer + "\"}}";
        String credit = revenue.startsWith("-") ? revenue.substring(1) : "-" + revenue;
        return entry(
                date,
                "{\"account\":\"8000\",\"amount\":\"" + credit + "\"" + dimensions
                        + ",{\"account\":\"7000\",\"amount\":\"" + goods + "\"" + dimensions);
    }

    /** An entry of a cost. */
    public String cost(String date, String account, String amount, String dimensions) {
        return entry(
                date,
                "{\"account\":\"" + account + "\",\"amount\":\"" + amount + "\",\"dimensions\":" + dimensions + "}");
    }

    private String entry(String date, String lines) {
        return "{\"externalId\":\"E" + ++entries + "\",\"kind\":\"COST\",\"postingDate\":\"" + date + "\",\"lines\":["
                + lines + "]}";
    }

    public void post(String... posted) {
        given().contentType(ContentType.JSON)
                .body("{\"entries\":[" + String.join(",", List.of(posted)) + "]}")
                .post(path() + "/journal-entries/batch")
                .then()
                .statusCode(200);
    }

    public ValidatableResponse get(String below) {
        return given().urlEncodingEnabled(false).get(path() + below).then();
    }

    public ValidatableResponse ask(String below, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path() + below)
                .then();
    }
}
