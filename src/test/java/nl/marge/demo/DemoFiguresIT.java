package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.marge.dimension.membership.MembershipCommand;
import nl.marge.ledger.account.AccountCommand;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import org.junit.jupiter.api.Test;

/** The reports of the demo, added up once more from what was sent, entry by entry and without the service. */
@QuarkusTest
class DemoFiguresIT {

    private static final Books BOOKS = DemoBooks.books();
    private static final String NOBODY = "";

    @Test
    void profitBySegmentAsItWasIsWhatWasSent() {
        assertEquals(
                profits((entry, line) -> segment(entry, line, date(entry, line))),
                reported("&by=SEGMENT&membership=AS_WAS", "SEGMENT"));
    }

    @Test
    void profitBySegmentAsOfADayIsWhatWasSent() {
        assertEquals(
                profits((entry, line) -> segment(entry, line, "2024-12-31")),
                reported("&by=SEGMENT&membership=AS_OF:2024-12-31", "SEGMENT"));
    }

    @Test
    void profitByCustomerIsWhatWasSent() {
        assertEquals(
                profits((entry, line) -> value(entry, line, DemoMarket.CUSTOMER).orElse(NOBODY)),
                reported("&by=CUSTOMER", "CUSTOMER"));
    }

    @Test
    void profitByProductGroupIsWhatWasSent() {
        Map<String, String> groupByProduct = DemoMarket.products().stream()
                .collect(Collectors.toMap(DemoMarket.Product::code, DemoMarket.Product::group));

        assertEquals(
                profits((entry, line) -> value(entry, line, DemoMarket.PRODUCT)
                        .map(groupByProduct::get)
                        .orElse(NOBODY)),
                reported("&by=PRODUCT@1", "PRODUCT@1"));
    }

    /** Profit by group of all lines on result accounts; the closing is left out, and the mistake, which was reversed. */
    private static Map<String, BigDecimal> profits(Grouping grouping) {
        Set<String> resultAccounts = BOOKS.accounts().stream()
                .filter(account -> account.statementLine().isPresent())
                .map(AccountCommand::code)
                .collect(Collectors.toSet());
        Map<String, BigDecimal> profits = new TreeMap<>();
        for (EntryCommand entry : BOOKS.entries()) {
            boolean counts = !entry.kind().equals(Optional.of("CLOSING"))
                    && !entry.externalId().equals(Optional.of(DemoSales.MISTAKE));
            for (LineCommand line : counts ? entry.lines() : List.<LineCommand>of()) {
                if (resultAccounts.contains(line.account().orElseThrow())) {
                    BigDecimal amount = new BigDecimal(line.amount().orElseThrow());
                    profits.merge(grouping.of(entry, line), amount.negate(), BigDecimal::add);
                }
            }
        }
        return profits;
    }

    private static String segment(EntryCommand entry, LineCommand line, String day) {
        Optional<String> posted = value(entry, line, DemoMarket.SEGMENT);
        return posted.orElseGet(() -> value(entry, line, DemoMarket.CUSTOMER)
                .flatMap(customer -> memberOf(customer, day))
                .orElse(NOBODY));
    }

    private static Optional<String> memberOf(String customer, String day) {
        Map<String, Optional<String>> byStart = new TreeMap<>();
        for (MembershipCommand membership : DemoMarket.members().memberships()) {
            if (membership.value().equals(customer)
                    && membership.from().orElse("").compareTo(day) <= 0) {
                byStart.put(membership.from().orElse(""), membership.memberOf());
            }
        }
        return byStart.values().stream().reduce(Optional.empty(), (earlier, later) -> later);
    }

    private static Optional<String> value(EntryCommand entry, LineCommand line, String dimension) {
        Map<String, String> dimensions = new HashMap<>(entry.dimensions());
        dimensions.putAll(line.dimensions());
        return Optional.ofNullable(dimensions.get(dimension));
    }

    private static String date(EntryCommand entry, LineCommand line) {
        return line.membershipDate().or(entry::postingDate).orElseThrow();
    }

    private static Map<String, BigDecimal> reported(String query, String term) {
        given().post("/api/v1/demo").then().statusCode(200);
        JsonPath report = given().urlEncodingEnabled(false)
                .get("/api/v1/companies/DEMO/profit-and-loss?from=2024-01&to=2025-12" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("0.00", report.getString("reconciliation.difference"));
        List<Map<String, Object>> rows = report.getList("rows");
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> Optional.ofNullable(((Map<?, ?>) row.get("key")).get(term))
                                .map(Object::toString)
                                .orElse(NOBODY),
                        DemoFiguresIT::profit,
                        BigDecimal::add,
                        TreeMap::new));
    }

    private static BigDecimal profit(Map<String, Object> row) {
        List<?> lines = (List<?>) row.get("lines");
        Map<?, ?> last = (Map<?, ?>) lines.get(lines.size() - 1);
        return new BigDecimal(((List<?>) last.get("values")).get(0).toString());
    }

    /** The group a line falls in. */
    private interface Grouping {
        String of(EntryCommand entry, LineCommand line);
    }
}
