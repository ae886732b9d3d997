package nl.marge.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A statement's lines as the database keeps them: JSON in the shape of the contract. */
public final class StatementText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Definition> DEFINITION = new TypeReference<>() {};

    private StatementText() {}

    /** The lines as text. */
    public static String of(Statement statement) {
        try {
            return JSON.writeValueAsString(new Definition(statement.lines()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a statement can always be written: " + statement, impossible);
        }
    }

    /** Reads {@link #of}. */
    public static Statement read(String text, long version) {
        try {
            return new Statement(JSON.readValue(text, DEFINITION).lines(), version);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("not a statement: " + text, damaged);
        }
    }

    private record Definition(List<StatementLine> lines) {}
}
