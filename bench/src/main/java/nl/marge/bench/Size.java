package nl.marge.bench;

import java.util.Map;
import java.util.TreeMap;

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
        Map<String, Long> given = new TreeMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !"seed entries sets customers segments rounds".contains(parts[0])) {
                throw new IllegalArgumentException(
                        "Unknown argument " + argument + "; known: seed, entries, sets, customers, segments, rounds.");
            }
            given.put(parts[0], Long.parseLong(parts[1]));
        }
        return new Size(
                given.getOrDefault("seed", DEFAULT.seed),
                Math.toIntExact(given.getOrDefault("entries", (long) DEFAULT.entries)),
                Math.toIntExact(given.getOrDefault("sets", (long) DEFAULT.sets)),
                Math.toIntExact(given.getOrDefault("customers", (long) DEFAULT.customers)),
                Math.toIntExact(given.getOrDefault("segments", (long) DEFAULT.segments)),
                Math.toIntExact(given.getOrDefault("rounds", (long) DEFAULT.rounds)));
    }

    int lines() {
        return entries * Workload.LINES_PER_ENTRY;
    }
}
