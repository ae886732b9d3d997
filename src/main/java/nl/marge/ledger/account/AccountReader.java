package nl.marge.ledger.account;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads an account from a request. */
final class AccountReader {

    private Optional<String> code = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> type = Optional.empty();
    private Optional<String> statementLine = Optional.empty();
    private boolean blocked;
    private Optional<String> purpose = Optional.empty();

    private AccountReader() {}

    static AccountCommand read(StrictJson json) {
        AccountReader reader = new AccountReader();
        json.object(member -> reader.readMember(member, json));
        return reader.command();
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.text();
            case "name" -> name = json.text();
            case "type" -> type = json.text();
            case "statementLine" -> statementLine = json.text();
            case "blocked" -> blocked = json.flagOr(false);
            case "purpose" -> purpose = json.text();
            default -> json.unknownMember("code", "name", "type", "statementLine", "blocked", "purpose");
        }
    }

    private AccountCommand command() {
        return new AccountCommand(Place.REQUEST, code.orElse(""), code, name, type, statementLine, blocked, purpose);
    }
}
