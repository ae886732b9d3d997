package nl.marge.profitability.whatif.answer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.marge.allocation.lever.RangeForm;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.whatif.Scope;

/** Checks which report is asked about; what is wrong is noted. */
final class ScopeForm {

    /** What a P&amp;L counts unless told otherwise: all but closings. */
    private static final Set<EntryKind> KINDS = EnumSet.complementOf(EnumSet.of(EntryKind.CLOSING));

    private final Reference reference;
    private final LocalDate today;
    private final Violations violations;

    ScopeForm(Reference reference, LocalDate today, Violations violations) {
        this.reference = requireNonNull(reference, "reference");
        this.today = requireNonNull(today, "today");
        this.violations = requireNonNull(violations, "violations");
    }

    /** The scope that a body asks for; one over all dates where its range is wrong. */
    Scope scope(ScopeRequest request) {
        RangeForm ranges = new RangeForm(violations);
        Optional<DateRange> range = ranges.range(request.from(), request.to());
        GroupBy by = ranges.by(request.by(), reference.dimensions());
        DimensionFilter filter =
                read("/filter", wrong -> DimensionFilter.read(request.filter(), reference.dimensions(), wrong));
        MembershipMode membership =
                read("/membership", wrong -> MembershipMode.read(request.membership(), today, wrong));
        if (!Codes.isCode(request.scenario())) {
            violations.add(
                    "/scenario",
                    ViolationCode.SCENARIO_INVALID,
                    "scenario \"" + Texts.excerpt(request.scenario()) + "\" is no code. Give " + Codes.FORM + ".");
        }
        LineSelection selection = new LineSelection(filter, membership, KINDS, request.scenario(), Optional.empty());
        return new Scope(range.orElseGet(DateRange::always), by, selection);
    }

    /**
     * The scope that a query asks for.
     *
     * @param range the one to take where the query names none
     * @param by the axes to take where the query names none
     */
    Scope scope(QueryParameters query, Optional<DateRange> range, String by) {
        boolean named = query.isGiven("from") || query.isGiven("to");
        DateRange asked = named || range.isEmpty() ? query.range() : known(query, range.get());
        GroupBy axes = LineSelection.parameter(
                query, GroupBy.PARAMETER, by, (text, wrong) -> GroupBy.read(text, reference.dimensions(), wrong));
        DimensionFilter filter = LineSelection.parameter(
                query,
                DimensionFilter.PARAMETER,
                "",
                (text, wrong) -> DimensionFilter.read(text, reference.dimensions(), wrong));
        MembershipMode membership = LineSelection.parameter(
                query, MembershipMode.PARAMETER, "AS_WAS", (text, wrong) -> MembershipMode.read(text, today, wrong));
        String scenario = query.value(
                        "scenario", text -> Optional.of(text).filter(Codes::isCode), "a code such as ACTUAL")
                .orElse(LineSelection.ACTUAL);
        LineSelection selection = new LineSelection(filter, membership, KINDS, scenario, Optional.empty());
        return new Scope(asked, axes, selection);
    }

    /** A parameter is known by being asked for. */
    private static DateRange known(QueryParameters query, DateRange range) {
        query.rangeOrAlways();
        return range;
    }

    private <T> T read(String pointer, Function<Violations, T> reader) {
        Violations wrong = new Violations();
        T value = reader.apply(wrong);
        wrong.listed().forEach(violation -> violations.add(pointer, ViolationCode.VALUE_INVALID, violation.message()));
        return value;
    }
}
