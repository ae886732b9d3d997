package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Checks the range and the axes of a report that are asked for in a body. Pure. */
public final class RangeForm {

    private final Violations violations;

    /** What is wrong is noted in {@code violations}. */
    public RangeForm(Violations violations) {
        this.violations = requireNonNull(violations, "violations");
    }

    /** The range from {@code from} to {@code to}, which stand in the body as these members. */
    public Optional<DateRange> range(Optional<String> from, Optional<String> to) {
        Optional<LocalDate> first = day("from", from, true);
        Optional<LocalDate> last = day("to", to, false);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (DateRange.isPeriod(from.orElseThrow()) != DateRange.isPeriod(to.orElseThrow())) {
            refuse(
                    "/to",
                    "from " + from.get() + " and to " + to.get()
                            + " are a period and a day. Give two periods or two days.");
            return Optional.empty();
        }
        if (first.get().isAfter(last.get())) {
            refuse("/from", "from " + from.get() + " is after to " + to.get() + ". Give the earlier first.");
            return Optional.empty();
        }
        return Optional.of(new DateRange(from.get(), to.get(), first.get(), last.get()));
    }

    /** The axes. */
    public GroupBy by(String text, DimensionReference dimensions) {
        Violations wrong = new Violations();
        GroupBy by = GroupBy.read(text, dimensions, wrong);
        wrong.listed().forEach(violation -> refuse("/by", violation.message()));
        return by;
    }

    private Optional<LocalDate> day(String member, Optional<String> text, boolean atStart) {
        Optional<LocalDate> day = text.flatMap(given -> DateRange.period(given)
                .map(period -> atStart ? period.atDay(1) : period.atEndOfMonth())
                .or(() -> Dates.read(given)));
        if (day.isEmpty()) {
            violations.add(
                    Place.at("/" + member),
                    text.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    text.map(given -> member + " is \"" + Texts.excerpt(given) + "\"")
                                    .orElse(member + " is missing")
                            + ". Give a period such as 2026-03, or " + Dates.FORM + ".");
        }
        return day;
    }

    private void refuse(String pointer, String message) {
        violations.add(pointer, ViolationCode.VALUE_INVALID, message);
    }
}
