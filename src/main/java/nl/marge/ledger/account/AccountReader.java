package nl.marge.ledger.account;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of an account. */
final class AccountReader {

    private String code;
    private Optional<String> name = Optional.empty();
    private Optional<String> type = Optional.empty();
    private Optional<String> statementLine = Optional.empty();
    private boolean blocked;
    private Optional<String> purpose = Optional.empty();

    private AccountReader(String pathCode) {
        code = pathCode;
    }

    /** The account that stands next; {@code pathCode} is its code unless the body says one. */
    static AccountCommand read(StrictJson json, String pathCode) {
        AccountReader reader = new AccountReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return reader.command();
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "name" -> name = json.text();
            case "type" -> type = json.text();
            case "statementLine" -> statementLine = json.text();
            case "blocked" -> blocked = json.flagOr(false);
            case "purpose" -> purpose = json.text();
            default -> json.unknownMember("code", "name", "type", "statementLine", "blocked", "purpose");
        }
    }

    private AccountCommand command() {
        return new AccountCommand(Place.REQUEST, code, name, type, statementLine, blocked, purpose);
    }
}
