package nl.marge.customervalue.fitting;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.ledger.HttpBooks;

/**
 * A company with a thousand monthly subscriptions, all begun in January 2025; after each month so many are left as of
 * the regular customers of Fader and Hardie (2007), figure 1. A month is paid on the 5th: 100.00 of revenue, 60.00 cost
 * of goods, 5.00 customer service; each was won for 60.00. Even customers belong to EVEN, odd ones to ODD.
 */
final class SubscriptionBooks {

    private static final List<Integer> LEFT = List.of(1000, 631, 468, 382, 326, 289, 262, 241);

    private final String path;

    private SubscriptionBooks(String path) {
        this.path = path;
    }

    static SubscriptionBooks open() {
        HttpBooks books = HttpBooks.open();
        books.put("/accounts", """
                [{"code":"4300","name":"Winning customers","type":"EXPENSE","statementLine":"MARKETING",
                  "purpose":"ACQUISITION"},
                 {"code":"4510","name":"Customer service","type":"EXPENSE","statementLine":"CUSTOMER_SERVICE"}]""");
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"EVEN\"},{\"code\":\"ODD\"}]");
        books.put("/dimensions/CUSTOMER/values", each("{\"code\":\"C%d\"}"));
        books.put(
                "/dimensions/CUSTOMER/memberships/SEGMENT",
                IntStream.range(0, LEFT.get(0))
                        .mapToObj(i -> "{\"value\":\"C" + i + "\",\"memberOf\":\"" + (i % 2 == 0 ? "EVEN" : "ODD")
                                + "\",\"from\":null}")
                        .collect(Collectors.joining(",", "[", "]")));
        StringBuilder entries = new StringBuilder();
        for (int month = 0; month < LEFT.size(); month++) {
            for (int customer = 0; customer < LEFT.get(month); customer++) {
                entries.append(payment(customer, month + 1));
            }
        }
        given().contentType("application/x-ndjson")
                .body(entries.toString().getBytes(StandardCharsets.UTF_8))
                .post(books.path() + "/journal-entries/batch")
                .then()
                .statusCode(200);
        return new SubscriptionBooks(books.path());
    }

    private static String each(String form) {
        return IntStream.range(0, LEFT.get(0)).mapToObj(form::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String payment(int customer, int month) {
        return "{\"externalId\":\"" + customer + "-" + month + "\",\"kind\":\"COST\",\"postingDate\":\"2025-0" + month
                + "-05\",\"dimensions\":{\"CUSTOMER\":\"C" + customer + "\"},\"lines\":["
                + line("8000", "-100.00") + "," + line("7000", "60.00") + "," + line("4510", "5.00")
                + (month == 1 ? "," + line("4300", "60.00") : "") + "]}\n";
    }

    private static String line(String account, String amount) {
        return "{\"account\":\"" + account + "\",\"amount\":\"" + amount + "\"}";
    }

    String path() {
        return path;
    }

    /** Orders a fit that succeeds; its path. */
    String fitted(String request) throws InterruptedException {
        return CdNowBooks.finished(path, request).getString("result.href");
    }
}
