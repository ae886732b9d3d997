package nl.marge.ledger.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a dimension policy. */
final class PolicyReader {

    private static final String[] MEMBERS = {
        "code", "dimension", "demand", "accounts", "accountTypes", "value", "allowed", "validFrom", "validTo"
    };

    private String code;
    private Optional<String> dimension = Optional.empty();
    private Optional<String> demand = Optional.empty();
    private final List<String> accounts = new ArrayList<>();
    private final List<String> accountTypes = new ArrayList<>();
    private Optional<String> value = Optional.empty();
    private final List<String> allowed = new ArrayList<>();
    private Optional<String> validFrom = Optional.empty();
    private Optional<String> validTo = Optional.empty();

    private PolicyReader(String pathCode) {
        code = pathCode;
    }

    /** The policy that stands next; {@code pathCode} is its code unless the body says one. */
    static PolicyCommand read(StrictJson json, String pathCode) {
        PolicyReader reader = new PolicyReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return reader.command();
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "dimension" -> dimension = json.text();
            case "demand" -> demand = json.text();
            case "accounts" -> json.array(() -> json.text().ifPresent(accounts::add));
            case "accountTypes" -> json.array(() -> json.text().ifPresent(accountTypes::add));
            case "value" -> value = json.text();
            case "allowed" -> json.array(() -> json.text().ifPresent(allowed::add));
            case "validFrom" -> validFrom = json.text();
            case "validTo" -> validTo = json.text();
            default -> json.unknownMember(MEMBERS);
        }
    }

    private PolicyCommand command() {
        return new PolicyCommand(
                Place.REQUEST, code, dimension, demand, accounts, accountTypes, value, allowed, validFrom, validTo);
    }
}
