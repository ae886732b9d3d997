package nl.marge.cube.balances;

import java.util.Optional;
import nl.marge.ledger.reference.Reference;

/** What the ids in the keys of balances are called. */
final class BalanceKeys {

    private BalanceKeys() {}

    /** The code of an account or value; empty for the unassigned. */
    static Optional<String> code(Reference reference, String term, int id) {
        if (term.equals(BalanceQuery.ACCOUNT)) {
            return Optional.of(reference.account(id).code());
        }
        return id == 0
                ? Optional.empty()
                : Optional.of(reference.dimensions().value(id).code());
    }

    /** The name of an account or value; empty for the unassigned. */
    static Optional<String> name(Reference reference, String term, int id) {
        if (term.equals(BalanceQuery.ACCOUNT)) {
            return Optional.of(reference.account(id).name());
        }
        return id == 0
                ? Optional.empty()
                : Optional.of(reference.dimensions().value(id).name());
    }
}
