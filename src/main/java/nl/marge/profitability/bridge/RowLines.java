package nl.marge.profitability.bridge;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.marge.dimension.DimensionValue;

/** The lines of one row as they are added: their bridge, and what they are counted in. */
final class RowLines {

    /** So many values are named of each unit. */
    private static final int EXAMPLES = 3;

    private final MarginBridge bridge = new MarginBridge();
    private final SortedMap<String, SortedSet<String>> examplesByUnit = new TreeMap<>();

    /** Adds a line whose quantities are those of {@code counted}, if anything tells. */
    void add(BridgeLine line, Optional<DimensionValue> counted, Units units) {
        bridge.add(line);
        if (line.kind() == BridgeLine.Kind.COMMON && counted.isPresent()) {
            SortedSet<String> examples =
                    examplesByUnit.computeIfAbsent(units.of(counted.get()), none -> new TreeSet<>());
            examples.add(counted.get().code());
            if (examples.size() > EXAMPLES) {
                examples.remove(examples.last());
            }
        }
    }

    MarginBridge bridge() {
        return bridge;
    }

    /** The units of the lines that have a price on both sides. */
    List<String> units() {
        return List.copyOf(examplesByUnit.keySet());
    }

    /** The units in words, each with some of the values that are counted in it. */
    String unitsInWords() {
        return examplesByUnit.entrySet().stream()
                .map(unit -> (unit.getKey().equals(Units.NO_UNIT) ? "no unit" : unit.getKey()) + " ("
                        + String.join(", ", unit.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }
}
