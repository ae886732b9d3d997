package nl.marge.allocation.trace;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.run.AllocatedBooks;
import org.junit.jupiter.api.Test;

/** A run that gives to segments by one rule, to customers by another and to channels by a third, traced like the P&L. */
@QuarkusTest
class TracedCellsIT {

    private static final List<String> LINES =
            List.of("BACK_OFFICE", "CUSTOMER_SERVICE", "LOGISTICS", "OPERATING_PROFIT");

    private static final Map<String, List<String>> VALUES = Map.of(
            "SEGMENT", List.of("KEY", "MKB", "~UNUSED_CAPACITY"),
            "CUSTOMER", List.of("C1", "C2", "~UNUSED_CAPACITY"),
            "CHANNEL", List.of("WEB", "SHOP"));

    @Test
    void isTheCellOfTheReportWhateverReceiversTheRulesHave() {
        AllocatedBooks books = mixed();
        String run = books.posted("MIXED");

        for (String dimension : VALUES.keySet()) {
            for (String value : VALUES.get(dimension)) {
                for (String line : LINES) {
                    String named = dimension + ":" + value;
                    String trace = "/allocation-runs/" + run + "/trace?receiver=" + named + "&line=" + line;
                    assertEquals(
                            cell(books, dimension, value, line),
                            books.get(trace).statusCode(200).extract().<String>path("total"),
                            named + " " + line);
                }
            }
        }
        // 25.00 by ORDERS and 24.00 of C2's visits.
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:MKB")
                .body("receivers", equalTo(2))
                .body("total", equalTo("49.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:~UNUSED_CAPACITY")
                .body("receivers", equalTo(1))
                .body("total", equalTo("32.00"));
    }

    /** What the run brought: no row but the unassigned has cost of its own. A profit falls by what arrives. */
    private static String cell(AllocatedBooks books, String dimension, String value, String line) {
        List<Map<String, Object>> rows = books.get("/profit-and-loss?from=2026-03&to=2026-03&by=" + dimension)
                .statusCode(200)
                .extract()
                .path("rows");
        String found = rows.stream()
                .filter(row -> value.equals(((Map<?, ?>) row.get("key")).get(dimension)))
                .flatMap(row -> ((List<?>) row.get("lines")).stream())
                .map(each -> (Map<?, ?>) each)
                .filter(each -> line.equals(each.get("line")))
                .map(each -> (String) ((List<?>) each.get("values")).get(0))
                .findFirst()
                .orElse("0.00");
        return line.equals("OPERATING_PROFIT")
                ? new java.math.BigDecimal(found).abs().toPlainString()
                : found;
    }

    private static AllocatedBooks mixed() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put(
                "/accounts",
                "[{\"code\":\"4520\",\"name\":\"Freight\",\"type\":\"EXPENSE\"," + "\"statementLine\":\"LOGISTICS\"}]");
        books.put("/cost-pools/VISITING", """
                {"name":"Visits","accounts":["4510"],"unit":"MINUTE"}""");
        books.put("/cost-pools/VISITING/capacities", """
                [{"period":"2026-01","practical":"100"}]""");
        books.put("/cost-pools/FREIGHT", "{\"name\":\"Freight\",\"accounts\":[\"4520\"]}");
        driver(books, "VISITS", "CUSTOMER", "C1", "11", "C2", "6");
        driver(books, "PARCELS", "CHANNEL", "WEB", "2", "SHOP", "1");
        books.cycle("MIXED", AllocatedBooks.direct("SUP", "SUPPORT", "ORDERS") + """
                ,{"code":"VIS","order":20,"pool":"VISITING","method":"TIME_DRIVEN","activities":[
                  {"code":"VISIT","terms":[{"driver":"VISITS","minutes":"4"}]}]}
                ,{"code":"FRE","order":30,"pool":"FREIGHT","method":"DIRECT","driver":"PARCELS"}""");
        books.post("/journal-entries", """
                        {"externalId":"MORE","postingDate":"2026-03-10",
                         "lines":[{"account":"4510","amount":"100.00"},{"account":"4520","amount":"30.00"},
                                  {"account":"1500","credit":"130.00"}]}""").statusCode(201);
        return books;
    }

    private static void driver(AllocatedBooks books, String code, String dimension, String... pairs) {
        books.put(
                "/drivers/" + code,
                "{\"name\":\"" + code + "\",\"unit\":\"UNIT\",\"source\":\"UPLOADED\",\"receivers\":[\"" + dimension
                        + "\"]}");
        for (int i = 0; i < pairs.length; i += 2) {
            books.put("/drivers/" + code + "/quantities", """
                    [{"period":"2026-03","receiver":{"%s":"%s"},"quantity":"%s"}]""".formatted(dimension, pairs[i], pairs[i + 1]));
        }
    }
}
