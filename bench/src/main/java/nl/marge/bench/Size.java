package nl.marge.bench;

import java.util.List;

/**
 * How much to measure. Entries have {@value Workload#LINES_PER_ENTRY} lines each; {@code sets} is the number of
 * different dimension sets that lines are drawn from; equal seeds give equal books.
 */
record Size(long seed, int entries, int sets, int customers, int segments, int rounds) {

    /** Small enough to end in a few minutes; the figures of docs/performance.md say which size they had. */
    static final Size DEFAULT = new Size(1, 100_000, 200_000, 50_000, 12, 5);

    Size {
        if (entries < 1 || sets < 1 || customers < 1 || segments < 1 || rounds < 1) {
            throw new IllegalArgumentException("Every size must be at least 1.");
        }
        if ((sets - 1) / customers >= Workload.PRODUCTS) {
            throw new IllegalArgumentException(sets + " dimension sets need more than " + customers
                    + " customers: at most " + Workload.PRODUCTS + " sets a customer.");
        }
    }

    /** The default with what {@code arguments}, such as {@code entries=250000}, say otherwise. */
    static Size of(String... arguments) {
        Arguments given =
                new Arguments(List.of("seed", "entries", "sets", "customers", "segments", "rounds"), arguments);
        return new Size(
                given.longNumber("seed", DEFAULT.seed),
                given.number("entries", DEFAULT.entries),
                given.number("sets", DEFAULT.sets),
                given.number("customers", DEFAULT.customers),
                given.number("segments", DEFAULT.segments),
                given.number("rounds", DEFAULT.rounds));
    }

    int lines() {
        return entries * Workload.LINES_PER_ENTRY;
    }
}
