package nl.marge.dimension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The attributes of a value as the database keeps them: a JSON object of strings. */
public final class Attributes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final String NONE = "{}";

    private Attributes() {}

    /** The attributes as text. */
    public static String text(Map<String, String> attributes) {
        try {
            return attributes.isEmpty() ? NONE : JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("strings can always be written: " + attributes, impossible);
        }
    }

    /** Reads {@link #text}. */
    public static Map<String, String> read(String text) {
        try {
            return text.equals(NONE) ? Map.of() : JSON.readValue(text, STRINGS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("not an object of strings: " + text, damaged);
        }
    }
}
