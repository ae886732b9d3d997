package nl.marge.ledger;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.concurrent.atomic.AtomicInteger;

/** A new company over HTTP, set up as its user would: four accounts, customers that belong to segments, a channel. */
public final class HttpBooks {

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    private final String path;

    private HttpBooks(String path) {
        this.path = path;
    }

    /** Opens the books. */
    public static HttpBooks open() {
        HttpBooks books = new HttpBooks("/api/v1/companies/BOOKS-" + COMPANIES.incrementAndGet());
        books.put("", "{\"name\":\"Acme BV\",\"currency\":\"EUR\",\"timeZone\":\"Europe/Amsterdam\"}");
        books.put("/accounts", """
                [{"code":"1300","name":"Debtors","type":"ASSET"},
                 {"code":"1500","name":"Creditors","type":"LIABILITY"},
                 {"code":"8000","name":"Sales","type":"REVENUE","statementLine":"GROSS_REVENUE"},
                 {"code":"7000","name":"Cost of goods","type":"EXPENSE","statementLine":"COGS"}]""");
        books.put("/dimensions/CUSTOMER", "{\"name\":\"Customer\"}");
        books.put("/dimensions/SEGMENT", "{\"name\":\"Segment\"}");
        books.put("/dimensions/CHANNEL", "{\"name\":\"Channel\"}");
        books.put("/dimensions/CUSTOMER/values", "[{\"code\":\"C1\"},{\"code\":\"C2\"}]");
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"KEY\"},{\"code\":\"MKB\"}]");
        books.put("/dimensions/CHANNEL/values", "[{\"code\":\"WEB\"},{\"code\":\"SHOP\"}]");
        books.put(
                "/dimensions/CUSTOMER/memberships/SEGMENT",
                "[{\"value\":\"C1\",\"memberOf\":\"KEY\",\"from\":null},{\"value\":\"C2\",\"memberOf\":\"MKB\"}]");
        return books;
    }

    /** The company's path. */
    public String path() {
        return path;
    }

    /** The path of its entries. */
    public String entries() {
        return path + "/journal-entries";
    }

    /** Puts master data, which must succeed. */
    public void put(String below, String body) {
        int status = given().contentType(ContentType.JSON)
                .body(body)
                .put(path + below)
                .statusCode();
        if (status >= 300) {
            throw new IllegalStateException("PUT " + below + " answered " + status);
        }
    }

    /** A balanced sale to C1. */
    public static String sale(String externalId, String amount) {
        return """
                {"externalId":"%s","postingDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},
                 "lines":[{"account":"1300","amount":"%s"},
                          {"account":"8000","credit":"%s","quantity":"10","dimensions":{"CUSTOMER":"C1"}}]}""".formatted(externalId, amount, amount);
    }

    /** One-sided revenue, on one line of text. */
    public static String revenue(String externalId, String amount) {
        return "{\"externalId\":\"" + externalId + "\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\",\"lines\":["
                + "{\"account\":\"8000\",\"amount\":\"-" + amount + "\",\"dimensions\":{\"CUSTOMER\":\"C1\"}}]}";
    }
}
