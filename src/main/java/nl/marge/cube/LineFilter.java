package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.marge.cube.Chunk.EntryClass;
import nl.marge.ledger.EntryKind;

/**
 * Which entries count: those of some kinds, of one scenario or of all, of one currency or of all. Which days count is
 * told by {@link DayColumns}.
 */
public record LineFilter(Set<EntryKind> kinds, Optional<String> scenario, Optional<String> currency) {

    public LineFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EntryKind.class) : EnumSet.copyOf(kinds);
        requireNonNull(scenario, "scenario");
        requireNonNull(currency, "currency");
    }

    /** Entries of every currency count. */
    public LineFilter(Set<EntryKind> kinds, Optional<String> scenario) {
        this(kinds, scenario, Optional.empty());
    }

    /** Every entry counts. */
    public static LineFilter everything() {
        return new LineFilter(EnumSet.allOf(EntryKind.class), Optional.empty());
    }

    boolean admits(EntryClass entryClass) {
        return kinds.contains(entryClass.kind())
                && scenario.filter(wanted -> !wanted.equals(entryClass.scenario()))
                        .isEmpty()
                && currency.filter(wanted -> !wanted.equals(entryClass.currency()))
                        .isEmpty();
    }
}
