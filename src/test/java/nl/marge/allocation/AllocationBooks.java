package nl.marge.allocation;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationRule.Activity;
import nl.marge.allocation.setting.AllocationRule.Receivers;
import nl.marge.allocation.setting.AllocationRule.Term;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.allocation.setting.Driver.Measure;
import nl.marge.allocation.setting.Driver.Negative;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import nl.marge.platform.json.JsonBody;
import nl.marge.platform.json.StrictJson;

/**
 * The books of {@link PostingBooks} with pools HR, IT, FACILITY and OTHER without a unit and SUPPORT in minutes; drivers
 * USE of segments (uploaded), BY_CUSTOMER of customers, CUSTOMERS counted in the ledger, HOURS of segments; a cycle TIME
 * that costs SUPPORT's time by USE.
 */
public final class AllocationBooks {

    private AllocationBooks() {}

    /** What governs allocations in these books. */
    public static AllocationSettings settings() {
        return new AllocationSettings(
                7,
                List.of(pool("HR"), pool("IT"), pool("FACILITY"), pool("OTHER"), support()),
                Map.of("SUPPORT", List.of(new Capacity(YearMonth.parse("2026-01"), decimal("100800")))),
                List.of(
                        driver("USE", "SEGMENT", Negative.REFUSE),
                        driver("HOURS", "SEGMENT", Negative.CLAMP),
                        driver("BY_CUSTOMER", "CUSTOMER", Negative.REFUSE),
                        counted()),
                List.of(new AllocationCycle("TIME", "Time", List.of(supportByTime()), 5)));
    }

    /** A form to check with, and what it found, each as code and pointer. */
    public static String wrong(Consumer<SettingForm> check) {
        return found(check).stream()
                .map(violation -> violation.code().code() + " " + pointer(violation.place()))
                .collect(joining("\n"));
    }

    /** What a form found, as messages. */
    public static String messages(Consumer<SettingForm> check) {
        return found(check).stream().map(Violation::message).collect(joining("\n"));
    }

    /** Reads one document, whose shape is right. */
    public static <T> T read(String json, Function<StrictJson, T> reader) {
        return JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), reader);
    }

    private static List<Violation> found(Consumer<SettingForm> check) {
        Violations violations = new Violations();
        check.accept(new SettingForm(PostingBooks.inEuros(), settings(), violations));
        return violations.listed();
    }

    private static String pointer(Place place) {
        return place instanceof Place.StreamLine line
                ? line.line() + ":" + line.pointer()
                : ((Place.Pointer) place).pointer();
    }

    private static CostPool pool(String code) {
        return new CostPool(code, code, List.of("7*"), "", Optional.empty(), 3);
    }

    private static CostPool support() {
        return new CostPool("SUPPORT", "Support", List.of("6100"), "CHANNEL:WEB", Optional.of("MINUTE"), 3);
    }

    private static Driver driver(String code, String receiver, Negative negative) {
        return new Driver(code, code, "PIECE", List.of(receiver), negative, Optional.empty(), 3);
    }

    private static Driver counted() {
        FromLedger customers = new FromLedger(Measure.DISTINCT, Optional.of("CUSTOMER"), List.of("8000"), "");
        return new Driver(
                "CUSTOMERS", "Customers", "CUSTOMER", List.of("SEGMENT"), Negative.REFUSE, Optional.of(customers), 3);
    }

    private static AllocationCycle.Version supportByTime() {
        Activity order = new Activity("ORDER", Optional.empty(), List.of(new Term("USE", decimal("6"))));
        return new AllocationCycle.Version(
                YearMonth.parse("2026-01"),
                List.of(new AllocationRule(
                        "SUP",
                        10,
                        "SUPPORT",
                        Method.TIME_DRIVEN,
                        Optional.empty(),
                        Optional.empty(),
                        new Receivers(Optional.empty(), new TreeMap<>()),
                        List.of(),
                        Optional.empty(),
                        List.of(order),
                        List.of())));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).setScale(6);
    }
}
