package nl.marge.customervalue.fitting;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.customervalue.CdNow;
import nl.marge.ledger.HttpBooks;

/**
 * A company that sold what the CDNOW sample bought: a sale a customer and purchase day, of 10.00 to 16.00 by customer, 60
 * % of it cost of goods and 5 % customer service; every tenth customer was won for 2.00. Even customers belong to EVEN,
 * odd ones to ODD.
 */
final class CdNowBooks {

    private static final List<TreeSet<LocalDate>> PURCHASES = CdNow.purchaseDays();

    private final String path;

    private CdNowBooks(String path) {
        this.path = path;
    }

    static CdNowBooks open() {
        HttpBooks books = HttpBooks.open();
        books.put("/accounts", """
                [{"code":"4300","name":"Winning customers","type":"EXPENSE","statementLine":"MARKETING",
                  "purpose":"ACQUISITION"},
                 {"code":"4510","name":"Customer service","type":"EXPENSE","statementLine":"CUSTOMER_SERVICE"}]""");
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"EVEN\"},{\"code\":\"ODD\"}]");
        books.put("/dimensions/CUSTOMER/values", each("{\"code\":\"N%d\"}"));
        books.put(
                "/dimensions/CUSTOMER/memberships/SEGMENT",
                IntStream.range(0, PURCHASES.size())
                        .mapToObj(i -> "{\"value\":\"N" + i + "\",\"memberOf\":\"" + (i % 2 == 0 ? "EVEN" : "ODD")
                                + "\",\"from\":null}")
                        .collect(Collectors.joining(",", "[", "]")));
        StringBuilder entries = new StringBuilder();
        for (int customer = 0; customer < PURCHASES.size(); customer++) {
            for (LocalDate day : PURCHASES.get(customer)) {
                entries.append(sale(customer, day));
            }
        }
        given().contentType("application/x-ndjson")
                .body(entries.toString().getBytes(StandardCharsets.UTF_8))
                .post(books.path() + "/journal-entries/batch")
                .then()
                .statusCode(200);
        return new CdNowBooks(books.path());
    }

    private static String each(String form) {
        return IntStream.range(0, PURCHASES.size())
                .mapToObj(form::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String sale(int customer, LocalDate day) {
        int cents = 1_000 + customer % 7 * 100;
        boolean won = customer % 10 == 0 && day.equals(PURCHASES.get(customer).first());
        return "{\"externalId\":\"" + customer + "-" + day + "\",\"kind\":\"COST\",\"postingDate\":\"" + day
                + "\",\"dimensions\":{\"CUSTOMER\":\"N" + customer + "\"},\"lines\":["
                + line("8000", -cents) + "," + line("7000", cents * 60 / 100) + "," + line("4510", cents * 5 / 100)
                + (won ? "," + line("4300", 200) : "") + "]}\n";
    }

    private static String line(String account, int cents) {
        return String.format(Locale.ROOT, "{\"account\":\"%s\",\"amount\":\"%.2f\"}", account, cents / 100.0);
    }

    String path() {
        return path;
    }

    /** Orders a fit of the company at {@code path} and waits until its job has ended; the job. */
    static JsonPath finished(String path, String request) throws InterruptedException {
        String job = given().contentType(ContentType.JSON)
                .body(request)
                .post(path + "/clv/fits")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        JsonPath state = given().get(job).jsonPath();
        while (List.of("QUEUED", "RUNNING").contains(state.getString("state"))) {
            Thread.sleep(50);
            state = given().get(job).jsonPath();
        }
        return state;
    }

    /** Orders a fit that succeeds; its path. */
    String fitted(String request) throws InterruptedException {
        return finished(path, request).getString("result.href");
    }
}
