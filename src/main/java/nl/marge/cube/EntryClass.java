package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import nl.marge.ledger.EntryKind;

/** What a report chooses entries by besides dates: their kind, scenario and currency. */
record EntryClass(EntryKind kind, String scenario, String currency) {
    EntryClass {
        requireNonNull(kind, "kind");
        requireNonNull(scenario, "scenario");
        requireNonNull(currency, "currency");
    }

    boolean is(EntryKind otherKind, String otherScenario, String otherCurrency) {
        return kind == otherKind && scenario.equals(otherScenario) && currency.equals(otherCurrency);
    }
}
