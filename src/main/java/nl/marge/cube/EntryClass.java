package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import nl.marge.ledger.EntryKind;

/** What a report chooses entries by besides dates: their kind and scenario. */
record EntryClass(EntryKind kind, String scenario) {
    EntryClass {
        requireNonNull(kind, "kind");
        requireNonNull(scenario, "scenario");
    }

    boolean is(EntryKind otherKind, String otherScenario) {
        return kind == otherKind && scenario.equals(otherScenario);
    }
}
