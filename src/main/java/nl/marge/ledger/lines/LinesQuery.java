package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.marge.kernel.Dates;

/**
 * Which lines are asked for in full: entries with numbers after {@code after} up to {@code through} and posting dates
 * from {@code first} to {@code last} (none when that is before {@code first}), chosen like a report chooses them, on
 * some accounts or on all.
 */
record LinesQuery(
        long after,
        long through,
        LocalDate first,
        LocalDate last,
        Optional<LineSelection> selection,
        Optional<Set<Integer>> accounts) {
    LinesQuery {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(selection, "selection");
        accounts = accounts.map(Set::copyOf);
    }

    /** Every line of the entries with these numbers. */
    static LinesQuery everything(long after, long through) {
        return new LinesQuery(after, through, Dates.FIRST, Dates.LAST, Optional.empty(), Optional.empty());
    }

    /** Whether dates leave anything out. */
    boolean isDated() {
        return first.isAfter(Dates.FIRST) || last.isBefore(Dates.LAST);
    }

    /** Whether nothing can be found. */
    boolean isEmpty() {
        return after >= through
                || first.isAfter(last)
                || accounts.filter(Set::isEmpty).isPresent();
    }
}
