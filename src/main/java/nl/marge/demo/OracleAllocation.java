package nl.marge.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.allocation.cycle.CycleCommand;
import nl.marge.allocation.cycle.RuleCommand;
import nl.marge.allocation.driver.DriverCommand;
import nl.marge.allocation.driver.QuantityCommand;
import nl.marge.allocation.pool.CapacityCommand;
import nl.marge.allocation.pool.PoolCommand;
import nl.marge.kernel.Place;

/**
 * How the worked example is allocated: the back-office by the minutes that orders, calls, credit checks and dunning
 * take (at 1.05 a minute of practical capacity), the overhead by net revenue. The run is left to whoever tries it.
 */
final class OracleAllocation {

    static final String CYCLE = "YEAR";

    private static final String PERIOD = "2025-12";
    private static final String SUPPORT = "SUPPORT";
    private static final List<String> SEGMENTS = List.of("KEY", "MKB", "WEB");

    /** Driver, unit, name, and the quantities of KEY, MKB and WEB. */
    private static final String DRIVERS = """
            ORDERS       ORDER   Orders                      1200    1500     900
            ORDER_LINES  LINE    Order_lines                 9600    4500    1350
            CALLS        CALL    Calls                        800     900     700
            CHECKS       CHECK   Credit_checks                  2      40     200
            DUNNING      LETTER  Dunning_letters               60     300     450
            NET_REVENUE  EUR     Net_revenue_of_the_year   880000  570000  390000
            """;

    private OracleAllocation() {}

    static List<PoolCommand> pools() {
        return List.of(
                pool(SUPPORT, "Service and back-office", "4500", Optional.of("MINUTE")),
                pool("HQ", "Overhead", "4700", Optional.empty()));
    }

    private static PoolCommand pool(String code, String name, String account, Optional<String> unit) {
        return new PoolCommand(Place.REQUEST, code, Optional.of(name), List.of(account), "", unit);
    }

    /** The pool that has a practical capacity. */
    static String poolOfCapacity() {
        return SUPPORT;
    }

    static List<CapacityCommand> capacities() {
        return List.of(new CapacityCommand(Place.REQUEST, Optional.of(PERIOD), Optional.of("100800")));
    }

    static List<DriverCommand> drivers() {
        return DRIVERS.lines()
                .map(row -> row.strip().split("\\s+"))
                .map(cells -> new DriverCommand(
                        Place.REQUEST,
                        cells[0],
                        Optional.of(cells[2].replace('_', ' ')),
                        Optional.of(cells[1]),
                        Optional.of("UPLOADED"),
                        Optional.empty(),
                        List.of(),
                        "",
                        List.of("SEGMENT"),
                        Optional.empty()))
                .toList();
    }

    /** The quantities of a driver. */
    static List<QuantityCommand> quantities(String driver) {
        String[] cells = DRIVERS.lines()
                .map(row -> row.strip().split("\\s+"))
                .filter(row -> row[0].equals(driver))
                .findFirst()
                .orElseThrow();
        return SEGMENTS.stream()
                .map(segment -> new QuantityCommand(
                        Place.REQUEST,
                        Optional.of(PERIOD),
                        Map.of("SEGMENT", segment),
                        Optional.of(cells[3 + SEGMENTS.indexOf(segment)]),
                        Optional.empty()))
                .toList();
    }

    static CycleCommand cycle() {
        RuleCommand support = rule(
                "SUP",
                10,
                SUPPORT,
                Optional.empty(),
                List.of(
                        activity("CALL", Optional.of("4510"), term("CALLS", "12")),
                        activity("ORDER", Optional.empty(), term("ORDERS", "6"), term("ORDER_LINES", "2")),
                        activity("CREDIT", Optional.of("4520"), term("CHECKS", "15"), term("DUNNING", "10"))));
        RuleCommand overhead = rule("HQ", 20, "HQ", Optional.of("NET_REVENUE"), List.of());
        return new CycleCommand(
                CYCLE,
                Optional.of("Yearly"),
                List.of(new CycleCommand.Version(Place.REQUEST, Optional.of("2025-01"), List.of(support, overhead))));
    }

    /** By one driver, or else by the time that activities take. */
    private static RuleCommand rule(
            String code, int order, String pool, Optional<String> driver, List<RuleCommand.Activity> activities) {
        return new RuleCommand(
                Place.REQUEST,
                code,
                OptionalInt.of(order),
                Optional.of(pool),
                Optional.of(driver.isPresent() ? "DIRECT" : "TIME_DRIVEN"),
                Optional.empty(),
                driver,
                new RuleCommand.Receivers(Optional.empty(), Map.of()),
                List.of(),
                Optional.empty(),
                activities,
                List.of());
    }

    private static RuleCommand.Activity activity(String code, Optional<String> account, RuleCommand.Term... terms) {
        return new RuleCommand.Activity(Place.REQUEST, code, account, List.of(terms));
    }

    private static RuleCommand.Term term(String driver, String minutes) {
        return new RuleCommand.Term(Place.REQUEST, Optional.of(driver), Optional.of(minutes));
    }
}
