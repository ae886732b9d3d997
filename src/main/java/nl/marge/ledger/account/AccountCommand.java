package nl.marge.ledger.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of an account, read but not yet checked: absent members are empty.
 *
 * @param place where it stands in the request
 * @param code by which it is addressed: the path's, else the body's, else empty text
 * @param repeatedCode the body's, which must be the same when it is there
 */
public record AccountCommand(
        Place place,
        String code,
        Optional<String> repeatedCode,
        Optional<String> name,
        Optional<String> type,
        Optional<String> statementLine,
        boolean blocked,
        Optional<String> purpose) {
    public AccountCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(repeatedCode, "repeatedCode");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(statementLine, "statementLine");
        requireNonNull(purpose, "purpose");
    }

    /** The same, addressed by a path. */
    AccountCommand addressed(String pathCode) {
        return new AccountCommand(place, pathCode, repeatedCode, name, type, statementLine, blocked, purpose);
    }

    /** The same, standing at {@code itemPlace}. */
    AccountCommand at(Place itemPlace) {
        return new AccountCommand(itemPlace, code, repeatedCode, name, type, statementLine, blocked, purpose);
    }
}
