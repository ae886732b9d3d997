package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.platform.http.QueryParameters;

/**
 * Which lines a report is about, besides their dates: what every report asks in the same words, so that the lines
 * behind a figure are found by the query that made it.
 */
public record LineSelection(
        DimensionFilter filter,
        MembershipMode membership,
        Set<EntryKind> kinds,
        String scenario,
        Optional<Instant> asOfRecorded) {

    /** The scenario of what really happened, and of reports that name none. */
    public static final String ACTUAL = "ACTUAL";

    public LineSelection {
        requireNonNull(filter, "filter");
        requireNonNull(membership, "membership");
        kinds = Set.copyOf(kinds);
        requireNonNull(scenario, "scenario");
        requireNonNull(asOfRecorded, "asOfRecorded");
    }

    /** Whether allocation entries count. */
    enum Allocation {
        BEFORE,
        AFTER
    }

    /** Reads the selection against the moment it is about; what is wrong is noted with the query. */
    public static LineSelection read(QueryParameters query, LedgerMoment moment) {
        DimensionReference dimensions = moment.reference().dimensions();
        DimensionFilter filter = parameter(
                query, DimensionFilter.PARAMETER, "", (text, wrong) -> DimensionFilter.read(text, dimensions, wrong));
        MembershipMode membership = parameter(
                query,
                MembershipMode.PARAMETER,
                "AS_WAS",
                (text, wrong) -> MembershipMode.read(text, moment.today(), wrong));
        EnumSet<EntryKind> kinds = EnumSet.complementOf(EnumSet.of(EntryKind.CLOSING));
        List<EntryKind> named = query.choices("kinds", EntryKind.class);
        if (!named.isEmpty()) {
            kinds = EnumSet.copyOf(named);
        }
        if (query.choice("allocation", Allocation.AFTER) == Allocation.BEFORE) {
            kinds.remove(EntryKind.ALLOCATION);
        }
        String scenario = query.value("scenario", LineSelection::code, "a code such as ACTUAL")
                .orElse(ACTUAL);
        return new LineSelection(filter, membership, kinds, scenario, moment.asOfRecorded());
    }

    /** Reads one parameter by a reader that notes violations. */
    public static <T> T parameter(
            QueryParameters query, String name, String absent, BiFunction<String, Violations, T> reader) {
        Violations wrong = new Violations();
        T value = reader.apply(query.text(name).orElse(absent), wrong);
        wrong.listed().forEach(violation -> query.invalid(name, violation.message()));
        return value;
    }

    /** The selection with another filter. */
    public LineSelection with(DimensionFilter other) {
        return new LineSelection(other, membership, kinds, scenario, asOfRecorded);
    }

    /** The selection of another scenario. */
    public LineSelection in(String otherScenario) {
        return new LineSelection(filter, membership, kinds, otherScenario, asOfRecorded);
    }

    /** The parameters that ask for this selection, in normal form: for links, and to tell whether two are the same. */
    public List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        parameters.add("membership=" + membership.text());
        parameters.add("scenario=" + scenario);
        parameters.add(
                kinds.isEmpty()
                        ? "kinds=ALLOCATION&allocation=BEFORE"
                        : "kinds=" + kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        if (!filter.terms().isEmpty()) {
            parameters.add("filter=" + filter.text());
        }
        asOfRecorded.ifPresent(instant -> parameters.add(LedgerMoments.PARAMETER + "=" + instant));
        return parameters;
    }

    private static Optional<String> code(String text) {
        return Optional.of(text).filter(Codes::isCode);
    }
}
