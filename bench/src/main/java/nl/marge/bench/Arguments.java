package nl.marge.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sizes as they are given on the command line: {@code rounds=3}. */
final class Arguments {

    private final Map<String, Long> given = new TreeMap<>();

    /** @throws IllegalArgumentException when something other than {@code known} is given, or not as {@code name=n} */
    Arguments(List<String> known, String... arguments) {
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !known.contains(parts[0])) {
                throw new IllegalArgumentException(
                        "Unknown argument " + argument + "; known: " + String.join(", ", known) + ".");
            }
            given.put(parts[0], Long.parseLong(parts[1]));
        }
    }

    int number(String name, int otherwise) {
        return Math.toIntExact(longNumber(name, otherwise));
    }

    long longNumber(String name, long otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
