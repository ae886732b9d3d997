package nl.marge.ledger.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of an account, read but not yet checked: absent members are empty, {@code place} is where it
 * stands in the request, {@code code} is the body's, else the path's.
 */
public record AccountCommand(
        Place place,
        String code,
        Optional<String> name,
        Optional<String> type,
        Optional<String> statementLine,
        boolean blocked,
        Optional<String> purpose) {
    public AccountCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(statementLine, "statementLine");
        requireNonNull(purpose, "purpose");
    }

    /** The same, standing at {@code itemPlace}. */
    AccountCommand at(Place itemPlace) {
        return new AccountCommand(itemPlace, code, name, type, statementLine, blocked, purpose);
    }
}
