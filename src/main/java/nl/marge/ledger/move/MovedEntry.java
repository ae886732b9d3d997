package nl.marge.ledger.move;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedLine;

/**
 * Where the lines of an entry were moved to, by line number from 1, and the number of the last move (0 = none): as long
 * as that stays the same, so do the sets.
 */
public record MovedEntry(long lastNumber, Map<Integer, To> toByLine) {
    public MovedEntry {
        toByLine = Map.copyOf(toByLine);
    }

    /** The lines as they stand now: those moved on the set they were moved to. */
    public List<WeighedLine> lines(List<WeighedLine> posted) {
        List<WeighedLine> lines = new ArrayList<>(posted.size());
        for (WeighedLine line : posted) {
            To to = toByLine.get(lines.size() + 1);
            lines.add(to == null ? line : to.of(line));
        }
        return lines;
    }

    /** The set that a line was moved to last, and where its values come from there. */
    public record To(DimensionSet set, Provenance provenance) {
        public To {
            requireNonNull(set, "set");
            requireNonNull(provenance, "provenance");
        }

        /** The posted line as it stands there. */
        public WeighedLine of(WeighedLine posted) {
            return posted.on(set, provenance);
        }
    }
}
