package nl.marge.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each thing took whenever it was done, in the order in which they were done first. */
final class Spent {

    /** Something that is timed. */
    interface Question<T> {
        T ask() throws Exception;
    }

    private final Map<String, List<Long>> nanosByName = new LinkedHashMap<>();

    /** Does it, and keeps how long that took. */
    <T> T on(String name, Question<T> question) throws Exception {
        long start = System.nanoTime();
        T answer = question.ask();
        add(name, System.nanoTime() - start);
        return answer;
    }

    void add(String name, long nanos) {
        nanosByName.computeIfAbsent(name, none -> new ArrayList<>()).add(nanos);
    }

    /** Takes over what somebody else measured. */
    void addAll(Spent other) {
        other.nanosByName.forEach((name, nanos) -> nanos.forEach(one -> add(name, one)));
    }

    /** Tells standard error how it goes. */
    void report(int round) {
        nanosByName.forEach((name, nanos) -> System.err.printf(
                Locale.ROOT,
                "round %d, %s: %s ms%n",
                round,
                name,
                nanos.stream().map(one -> one / 1_000_000).toList()));
    }

    /** The table to print, in milliseconds. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "| %-46s | %5s | %10s %10s %10s |%n", "ms", "times", "min", "median", "max"));
        nanosByName.forEach((name, nanos) -> {
            List<Long> sorted = nanos.stream().sorted().toList();
            int middle = sorted.size() / 2;
            long median =
                    sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            table.append(String.format(
                    Locale.ROOT,
                    "| %-46s | %5d | %,10.1f %,10.1f %,10.1f |%n",
                    name,
                    sorted.size(),
                    sorted.get(0) / 1e6,
                    median / 1e6,
                    sorted.get(sorted.size() - 1) / 1e6));
        });
        return table.toString();
    }
}
