package nl.marge.ledger.defaulting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a default rule. */
final class DefaultRuleReader {

    private static final String[] MEMBERS = {
        "code", "dimension", "value", "priority", "source", "record", "conditions", "validFrom", "validTo"
    };
    private static final String[] CONDITION_MEMBERS = {"dimension", "value", "account", "attribute", "equals"};

    private final StrictJson json;
    private String code;
    private Optional<String> dimension = Optional.empty();
    private Optional<String> value = Optional.empty();
    private OptionalInt priority = OptionalInt.empty();
    private Optional<String> source = Optional.empty();
    private Optional<String> record = Optional.empty();
    private final List<Map<String, String>> conditions = new ArrayList<>();
    private Optional<String> validFrom = Optional.empty();
    private Optional<String> validTo = Optional.empty();

    private DefaultRuleReader(StrictJson json, String pathCode) {
        this.json = json;
        this.code = pathCode;
    }

    /** The rule that stands next; {@code pathCode} is its code unless the body says one. */
    static DefaultRuleCommand read(StrictJson json, String pathCode) {
        DefaultRuleReader reader = new DefaultRuleReader(json, pathCode);
        json.object(reader::readMember);
        return reader.command();
    }

    private void readMember(String member) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "dimension" -> dimension = json.text();
            case "value" -> value = json.text();
            case "priority" -> priority = json.integer();
            case "source" -> source = json.text();
            case "record" -> record = json.text();
            case "conditions" -> json.array(this::readCondition);
            case "validFrom" -> validFrom = json.text();
            case "validTo" -> validTo = json.text();
            default -> json.unknownMember(MEMBERS);
        }
    }

    private void readCondition() {
        Map<String, String> condition = new LinkedHashMap<>();
        json.object(member -> {
            switch (member) {
                case "dimension", "value", "account", "attribute", "equals" ->
                    json.text().ifPresent(text -> condition.put(member, text));
                default -> json.unknownMember(CONDITION_MEMBERS);
            }
        });
        conditions.add(condition);
    }

    private DefaultRuleCommand command() {
        return new DefaultRuleCommand(
                Place.REQUEST, code, dimension, value, priority, source, record, conditions, validFrom, validTo);
    }
}
