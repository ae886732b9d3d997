package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;
import nl.marge.ledger.EntryKind;

/** Which entries count: kinds of one scenario. Which days count is told by {@link DayColumns}. */
public record LineFilter(Set<EntryKind> kinds, String scenario) {

    public LineFilter {
        kinds = kinds.isEmpty() ? EnumSet.noneOf(EntryKind.class) : EnumSet.copyOf(kinds);
        requireNonNull(scenario, "scenario");
    }

    boolean admits(EntryClass entryClass) {
        return kinds.contains(entryClass.kind()) && scenario.equals(entryClass.scenario());
    }
}
