package nl.marge.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.marge.kernel.Texts;

/** The tokens of one JSON document held in memory; what is no JSON ends the document by {@link Unreadable}. */
final class JsonTokens implements AutoCloseable {

    /** Brackets within brackets at most; the contract's documents need fewer than ten. */
    static final int NESTING_LIMIT = 100;

    /** Characters in a member's name at most: it returns in the pointers of an answer. */
    static final int NAME_LENGTH_LIMIT = 1_000;

    /** Numbers and strings are bounded by the document already, and no number is ever computed here. */
    private static final JsonFactory PARSERS = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NESTING_LIMIT)
                    .maxNameLength(NAME_LENGTH_LIMIT)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    JsonTokens(char[] characters, int offset, int length) {
        try {
            parser = PARSERS.createParser(characters, offset, length);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** Goes to the next token; null after the last. */
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException unreadable) {
            throw new Unreadable(unreadable);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** The token stood at. */
    JsonToken current() {
        return parser.currentToken();
    }

    /** The string stood at, without quotes and escapes, or the number as written. */
    String text() {
        try {
            return parser.getText();
        } catch (JsonProcessingException unreadable) {
            throw new Unreadable(unreadable);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** Goes to the end of the object or array stood at; stays at any other token. */
    void skip() {
        try {
            parser.skipChildren();
        } catch (JsonProcessingException unreadable) {
            throw new Unreadable(unreadable);
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** The name of the member stood at. */
    String name() {
        try {
            return parser.currentName();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    /** The RFC 6901 pointer to the token stood at. */
    String pointer() {
        return whole(parser.getParsingContext().pathAsPointer().toString());
    }

    /** The text with a question mark for each half of a character. */
    static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** What stands there in words, with the value itself when it is a single one, so that its sender finds it. */
    String inWords() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "\"" + Texts.excerpt(whole(text())) + "\", a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Texts.excerpt(text()) + ", a number";
            case VALUE_TRUE, VALUE_FALSE -> text();
            default -> "null";
        };
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    private static IllegalStateException inMemory(IOException impossible) {
        return new IllegalStateException("characters in memory cannot fail to be read", impossible);
    }

    /** The rest of the document cannot be read. No stack trace: this is no bug, and a stream may hold many. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Where the parser reads from, and names of its own settings. */
        private static final Pattern OF_THE_PARSER = Pattern.compile("\\s*\\([^()]*\\[Source:.*|, from `[^`]*`");

        Unreadable(JsonProcessingException cause) {
            super("not JSON " + place(cause.getLocation()) + ": " + said(cause), cause, false, false);
        }

        /** The parser's words, without those about itself. */
        private static String said(JsonProcessingException cause) {
            return OF_THE_PARSER
                    .matcher(whole(cause.getOriginalMessage()))
                    .replaceAll("")
                    .strip();
        }

        private static String place(JsonLocation location) {
            return location == null || location.getLineNr() <= 1
                    ? "at character " + (location == null ? 1 : location.getColumnNr())
                    : "at line " + location.getLineNr() + ", character " + location.getColumnNr();
        }
    }
}
