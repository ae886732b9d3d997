package nl.marge.ledger.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.entry.WeighedLine;

/**
 * Where the lines of an entry were moved to, by line number from 1, and the number of the last move (0 = none): as long
 * as that stays the same, so do the sets.
 */
public record MovedEntry(long lastNumber, Map<Integer, DimensionSet> setByLine) {
    public MovedEntry {
        setByLine = Map.copyOf(setByLine);
    }

    /** The lines as they stand now: those moved on the set they were moved to. */
    public List<WeighedLine> lines(List<WeighedLine> posted) {
        List<WeighedLine> lines = new ArrayList<>(posted.size());
        for (WeighedLine line : posted) {
            lines.add(line.on(setByLine.getOrDefault(lines.size() + 1, line.dimensions())));
        }
        return lines;
    }
}
