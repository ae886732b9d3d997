package nl.marge.profitability.whatif.answer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.marge.allocation.lever.RangeForm;
import nl.marge.allocation.lever.WhatIf;
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
     * The report that is kept with what-ifs.
     *
     * @param owner whose it is, as the beginning of a sentence
     * @param range the one to take where the query names none
     * @param by the axes to take where the query names none
     */
    record Kept(String owner, Optional<DateRange> range, String by) {
        Kept {
            requireNonNull(owner, "owner");
            requireNonNull(range, "range");
            requireNonNull(by, "by");
        }

        /** That of one what-if. */
        static Kept of(WhatIf whatIf) {
            Optional<DateRange> range = whatIf.from()
                    .flatMap(from -> new RangeForm(new Violations()).range(Optional.of(from), whatIf.to()));
            return new Kept(
                    "What-if " + whatIf.code() + " has no", range, whatIf.by().orElse(""));
        }

        /** That of the first of several that keeps a range. */
        static Kept of(List<WhatIf> whatIfs) {
            String owner = "None of the what-ifs has a";
            return whatIfs.stream()
                    .map(Kept::of)
                    .filter(kept -> kept.range().isPresent())
                    .findFirst()
                    .orElseGet(() -> new Kept(owner, Optional.empty(), ""));
        }
    }

    /** The scope that a query asks for; where it names neither a range nor axes, the kept ones. */
    Scope scope(QueryParameters query, Kept kept) {
        boolean named = query.isGiven("from") || query.isGiven("to");
        DateRange asked = named ? query.range() : known(query, kept);
        GroupBy axes = LineSelection.parameter(
                query,
                GroupBy.PARAMETER,
                kept.by(),
                (text, wrong) -> GroupBy.read(text, reference.dimensions(), wrong));
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
    private static DateRange known(QueryParameters query, Kept kept) {
        DateRange always = query.rangeOrAlways();
        if (kept.range().isEmpty()) {
            query.invalid(
                    "from",
                    kept.owner() + " range of its own. Give from and to, such as from=2026-01&to=2026-12, or keep"
                            + " them with the what-if.");
        }
        return kept.range().orElse(always);
    }

    private <T> T read(String pointer, Function<Violations, T> reader) {
        Violations wrong = new Violations();
        T value = reader.apply(wrong);
        wrong.listed().forEach(violation -> violations.add(pointer, ViolationCode.VALUE_INVALID, violation.message()));
        return value;
    }
}
