package nl.marge.ledger.setting.defaults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The conditions of a default rule as the database keeps them: a JSON array of objects of strings. */
public final class ConditionText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, String>>> OBJECTS = new TypeReference<>() {};
    private static final String NONE = "[]";

    private ConditionText() {}

    /** The conditions as text. */
    public static String write(List<RuleCondition> conditions) {
        try {
            return conditions.isEmpty()
                    ? NONE
                    : JSON.writeValueAsString(
                            conditions.stream().map(RuleCondition::members).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings can always be written: " + conditions, impossible);
        }
    }

    /** Reads {@link #write}. */
    static List<RuleCondition> read(String text) {
        try {
            return text.equals(NONE)
                    ? List.of()
                    : JSON.readValue(text, OBJECTS).stream()
                            .map(members -> RuleCondition.of(members).orElseThrow())
                            .toList();
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("no conditions of a rule: " + text, damaged);
        }
    }
}
