package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.comparison.DateShift;

/**
 * Where a bridge begins.
 *
 * @param text as the caller wrote it
 * @param scenario another than that of the range, if it is one
 */
public record BridgeBase(String text, DateRange range, Optional<String> scenario) {

    /** The query parameter it is asked by. */
    static final String PARAMETER = "base";

    private static final String SCENARIO = "SCENARIO:";
    private static final String BETWEEN = "..";
    private static final String FORM = "Give PREVIOUS_YEAR, PREVIOUS_PERIOD, two periods or days such as"
            + " 2025-01..2025-12, or SCENARIO: with a scenario such as BUDGET.";

    public BridgeBase {
        requireNonNull(text, "text");
        requireNonNull(range, "range");
        requireNonNull(scenario, "scenario");
    }

    /**
     * Reads the parameter; what is wrong is noted with the query.
     *
     * @param range of the bridge, if it could be read
     * @param scenario of the bridge
     */
    static Optional<BridgeBase> read(QueryParameters query, Optional<DateRange> range, String scenario) {
        String text = query.text(PARAMETER).orElse("");
        if (text.isEmpty()) {
            query.invalid(PARAMETER, "base is missing: a bridge leads from somewhere. " + FORM);
            return Optional.empty();
        }
        if (text.startsWith(SCENARIO)) {
            return ofScenario(text, query, range, scenario);
        }
        boolean relative = text.equals("PREVIOUS_YEAR") || text.equals("PREVIOUS_PERIOD");
        Optional<DateRange> base = relative ? range.flatMap(of -> shifted(text, of, query)) : written(text, query);
        if (base.isPresent() && range.isPresent() && overlap(base.get(), range.get())) {
            query.invalid(
                    PARAMETER,
                    "base " + base.get().from() + " to " + base.get().to() + " overlaps the range "
                            + range.get().from() + " to " + range.get().to()
                            + ", so the same lines would stand on both sides. Give two ranges that share no day.");
            return Optional.empty();
        }
        return base.map(of -> new BridgeBase(text, of, Optional.empty()));
    }

    private static Optional<BridgeBase> ofScenario(
            String text, QueryParameters query, Optional<DateRange> range, String scenario) {
        String code = text.substring(SCENARIO.length());
        if (!Codes.isCode(code)) {
            malformed(text, query);
            return Optional.empty();
        }
        if (code.equals(scenario)) {
            query.invalid(
                    PARAMETER,
                    "base is the scenario " + scenario + " that the range is of too, so nothing moved."
                            + " Name another scenario.");
            return Optional.empty();
        }
        return range.map(of -> new BridgeBase(text, of, Optional.of(code)));
    }

    private static Optional<DateRange> shifted(String text, DateRange range, QueryParameters query) {
        DateShift shift = text.equals("PREVIOUS_YEAR") ? DateShift.year() : DateShift.lengthOf(range);
        Optional<DateRange> shifted = shift.of(range);
        if (shifted.isEmpty()) {
            query.invalid(
                    PARAMETER,
                    "base=" + text + " of " + range.from() + " to " + range.to() + " begins before " + Dates.FIRST
                            + ". Give a later range.");
        }
        return shifted;
    }

    private static Optional<DateRange> written(String text, QueryParameters query) {
        int between = text.indexOf(BETWEEN);
        String from = between < 0 ? "" : text.substring(0, between);
        String to = between < 0 ? "" : text.substring(between + BETWEEN.length());
        Optional<LocalDate> first =
                DateRange.period(from).map(period -> period.atDay(1)).or(() -> Dates.read(from));
        Optional<LocalDate> last =
                DateRange.period(to).map(period -> period.atEndOfMonth()).or(() -> Dates.read(to));
        if (first.isEmpty() || last.isEmpty() || DateRange.isPeriod(from) != DateRange.isPeriod(to)) {
            malformed(text, query);
            return Optional.empty();
        }
        if (first.get().isAfter(last.get())) {
            query.invalid(PARAMETER, "base begins with " + from + " after " + to + ". Give the earlier first.");
            return Optional.empty();
        }
        return Optional.of(new DateRange(from, to, first.get(), last.get()));
    }

    private static void malformed(String text, QueryParameters query) {
        query.invalid(PARAMETER, "base is \"" + Texts.excerpt(text) + "\". " + FORM);
    }

    private static boolean overlap(DateRange a, DateRange b) {
        return !a.first().isAfter(b.last()) && !b.first().isAfter(a.last());
    }
}
