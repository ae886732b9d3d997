package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How many lines of a scenario there are, and the epoch days between which they are posted, ends included. */
public record ScenarioLines(String scenario, long lines, int firstDay, int lastDay) {
    public ScenarioLines {
        requireNonNull(scenario, "scenario");
    }

    /** All scenarios with lines in entries up to {@code number}, by code in byte order. */
    static List<ScenarioLines> of(Columns columns, long number) {
        TreeMap<String, ScenarioLines> found = new TreeMap<>();
        for (Chunk chunk : columns.chunks()) {
            int lines = number >= columns.number() ? chunk.lines() : chunk.linesThrough(number);
            for (ScenarioLines part : of(chunk, lines)) {
                found.merge(part.scenario, part, ScenarioLines::plus);
            }
        }
        return List.copyOf(found.values());
    }

    /** One for each class of entries that has lines among the first of a chunk. */
    private static List<ScenarioLines> of(Chunk chunk, int lines) {
        int classes = chunk.dictionary().size();
        long[] counts = new long[classes];
        int[] firstDays = new int[classes];
        int[] lastDays = new int[classes];
        for (int line = 0; line < lines; line++) {
            int entryClass = chunk.classes()[line] & 0xff;
            int day = chunk.days()[line];
            boolean first = counts[entryClass]++ == 0;
            firstDays[entryClass] = first ? day : Math.min(firstDays[entryClass], day);
            lastDays[entryClass] = first ? day : Math.max(lastDays[entryClass], day);
        }
        return IntStream.range(0, classes)
                .filter(entryClass -> counts[entryClass] > 0)
                .mapToObj(entryClass -> new ScenarioLines(
                        chunk.dictionary().get(entryClass).scenario(),
                        counts[entryClass],
                        firstDays[entryClass],
                        lastDays[entryClass]))
                .toList();
    }

    private ScenarioLines plus(ScenarioLines other) {
        return new ScenarioLines(
                scenario, lines + other.lines, Math.min(firstDay, other.firstDay), Math.max(lastDay, other.lastDay));
    }
}
