package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.marge.ledger.EntryKind;

/**
 * Which entries count: those of some kinds, of one scenario or of all. Which days count is told by {@link DayColumns}.
 */
public record LineFilter(Set<EntryKind> kinds, Optional<String> scenario) {

    public LineFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EntryKind.class) : EnumSet.copyOf(kinds);
        requireNonNull(scenario, "scenario");
    }

    /** Every entry counts. */
    public static LineFilter everything() {
        return new LineFilter(EnumSet.allOf(EntryKind.class), Optional.empty());
    }

    boolean admits(EntryClass entryClass) {
        return kinds.contains(entryClass.kind())
                && scenario.filter(wanted -> !wanted.equals(entryClass.scenario()))
                        .isEmpty();
    }
}
