package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks: the lines, and per dimension the value they are to have (empty = none), or the dimensions that
 * are to be derived anew. Text as written, nothing interpreted.
 */
public record ReclassificationCommand(
        Optional<String> description,
        Optional<String> reason,
        Optional<String> mode,
        Map<String, Optional<String>> set,
        List<String> dimensions,
        Selection selection) {

    /** The scenario of lines unless one is named. */
    public static final String DEFAULT_SCENARIO = "ACTUAL";

    /** Characters of a description or reason at most: the column's width. */
    public static final int TEXT_LIMIT = 500;

    public ReclassificationCommand {
        requireNonNull(description, "description");
        requireNonNull(reason, "reason");
        requireNonNull(mode, "mode");
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        dimensions = List.copyOf(dimensions);
        requireNonNull(selection, "selection");
    }

    /** Whether values are to be derived anew rather than replaced. */
    public boolean isReDerive() {
        return mode.filter(Mode.RE_DERIVE.name()::equals).isPresent();
    }

    /** Which lines: by dates, accounts and filter, or {@code lines} one by one. */
    public record Selection(
            Optional<String> from,
            Optional<String> to,
            List<String> accounts,
            Optional<String> filter,
            Optional<String> scenario,
            List<LineReference> lines) {

        /** No lines at all. */
        static final Selection NONE = new Selection(
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());

        public Selection {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            accounts = List.copyOf(accounts);
            requireNonNull(filter, "filter");
            requireNonNull(scenario, "scenario");
            lines = List.copyOf(lines);
        }

        boolean isByCriteria() {
            return from.isPresent()
                    || to.isPresent()
                    || !accounts.isEmpty()
                    || filter.isPresent()
                    || scenario.isPresent();
        }
    }

    /** A line by the number of its entry and its own number in it, as written. */
    public record LineReference(Optional<String> number, Optional<String> line) {}
}
