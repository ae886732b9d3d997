package nl.marge.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs candidates in turn, A B A B, after one round that does not count, and reports how many units each did a second
 * and its ratio to the first candidate, pair by pair: a machine that is slow for a minute is slow for both.
 */
final class SideBySide {

    /** One way to do the work; {@code round} is 0 in the round that does not count. */
    interface Work {
        /** Does the work once and gives the nanoseconds that count. */
        long nanos(int round) throws Exception;
    }

    private final String unit;
    private final long unitsPerRound;
    private final Map<String, Work> candidates = new LinkedHashMap<>();

    SideBySide(String unit, long unitsPerRound) {
        this.unit = unit;
        this.unitsPerRound = unitsPerRound;
    }

    /** Adds a candidate; the first is what the others are compared with. */
    SideBySide with(String name, Work work) {
        candidates.put(name, work);
        return this;
    }

    /** Runs all rounds and gives the table to print. */
    String table(int rounds) throws Exception {
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Work> candidate : candidates.entrySet()) {
                long spent = candidate.getValue().nanos(round);
                System.err.printf(
                        "round %d, %s: %d %s in %d ms%n",
                        round, candidate.getKey(), unitsPerRound, unit, spent / 1_000_000);
                if (round > 0) {
                    nanos.computeIfAbsent(candidate.getKey(), key -> new ArrayList<>())
                            .add(spent);
                }
            }
        }
        return format(nanos);
    }

    /** The table for measured times by candidate, the first being the base. */
    String format(Map<String, List<Long>> nanos) {
        List<Long> base = nanos.values().iterator().next();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "| %-34s | %-30s | %-22s |%n| %-34s | %9s %9s %9s  | %6s %6s %6s  |%n",
                "",
                unit + " a second",
                "ratio, pair by pair",
                "",
                "min",
                "median",
                "max",
                "min",
                "median",
                "max"));
        nanos.forEach((name, spent) -> {
            List<Double> speeds = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < spent.size(); i++) {
                speeds.add(unitsPerRound * 1e9 / spent.get(i));
                ratios.add((double) base.get(i) / spent.get(i));
            }
            table.append(String.format(
                    Locale.ROOT,
                    "| %-34s | %,9.0f %,9.0f %,9.0f  | %6.2f %6.2f %6.2f  |%n",
                    name,
                    quantile(speeds, 0),
                    quantile(speeds, 0.5),
                    quantile(speeds, 1),
                    quantile(ratios, 0),
                    quantile(ratios, 0.5),
                    quantile(ratios, 1)));
        });
        return table.toString();
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(place));
        return below + (sorted.get((int) Math.ceil(place)) - below) * (place - Math.floor(place));
    }
}
