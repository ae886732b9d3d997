package nl.marge.platform.json;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * Reads JSON documents member by member and collects everything wrong with their shape instead of stopping at the
 * first fault: an unknown or repeated member, a wrong type, half a character. Only what makes the rest unreadable ends
 * a document. JSON null is the same as absent. One reader serves many documents, one after the other; it is not for
 * several threads. Each method reads the value that stands next and must be called exactly once for it.
 */
public final class StrictJson {

    private final MemberNames names = new MemberNames();
    private Violations violations = new Violations();
    private JsonTokens tokens;
    private JsonToken value;

    /**
     * Reads the one document that {@code length} characters from {@code offset} hold; {@code document} calls the method
     * that fits its outermost value.
     *
     * @return all violations of shape; what was read is of use only when there are none
     */
    public Violations read(char[] characters, int offset, int length, Runnable document) {
        violations = new Violations();
        names.clear();
        try (JsonTokens opened = new JsonTokens(characters, offset, length)) {
            tokens = opened;
            readWhole(document);
        } catch (JsonTokens.Unreadable unreadable) {
            violations.add("", ViolationCode.JSON_UNREADABLE, "The document is " + unreadable.getMessage());
        }
        return violations;
    }

    /** Reads the line at which {@code lines} stands; its violations have pointers within the line. */
    public Violations read(NdjsonLines lines, Runnable document) {
        Optional<Violation> fault = lines.fault();
        if (fault.isPresent()) {
            Violations alone = new Violations();
            alone.add(fault.get());
            return alone;
        }
        return read(lines.characters(), 0, lines.length(), document);
    }

    /** Reads an object: {@code member} is called with each name and reads the value. False when it is no object. */
    public boolean object(Consumer<String> member) {
        if (!isNext(JsonToken.START_OBJECT, "an object")) {
            return false;
        }
        int mark = names.open();
        while (tokens.next() != JsonToken.END_OBJECT) {
            String name = tokens.name();
            value = tokens.next();
            if (names.add(mark, name)) {
                member.accept(name);
            } else {
                note(ViolationCode.MEMBER_REPEATED, "Member \"" + shown(name) + "\" is repeated. Give it once.");
                skip();
            }
            requireRead();
        }
        names.close(mark);
        return true;
    }

    /** Reads an array: {@code item} is called at each item and reads it. False when it is no array. */
    public boolean array(Runnable item) {
        if (!isNext(JsonToken.START_ARRAY, "an array")) {
            return false;
        }
        while (tokens.next() != JsonToken.END_ARRAY) {
            value = tokens.current();
            if (isNull()) {
                noteType("a value");
            } else {
                item.run();
            }
            requireRead();
        }
        return true;
    }

    /** Reads a string. */
    public Optional<String> text() {
        return Optional.ofNullable(textOr(null));
    }

    /** Reads a string; {@code absent} stands for null and for what is no string, without an object of its own. */
    public String textOr(String absent) {
        return isNext(JsonToken.VALUE_STRING, "a string") ? wellFormed(tokens.text()) : absent;
    }

    /** Reads a decimal, exactly as written in a string or a number: {@code 1e3} stays so and can be refused later. */
    public Optional<String> decimalText() {
        return Optional.ofNullable(decimalTextOr(null));
    }

    /** Reads a decimal as written; {@code absent} stands for null and for what is neither string nor number. */
    public String decimalTextOr(String absent) {
        if (value != null && value.isNumeric()) {
            value = null;
            return tokens.text();
        }
        return isNext(JsonToken.VALUE_STRING, "a decimal, as a string or a number")
                ? wellFormed(tokens.text())
                : absent;
    }

    /** Reads true or false. */
    public Optional<Boolean> flag() {
        if (value == JsonToken.VALUE_FALSE) {
            value = null;
            return Optional.of(false);
        }
        return isNext(JsonToken.VALUE_TRUE, "true or false") ? Optional.of(true) : Optional.empty();
    }

    /** Reads true or false; {@code absent} stands for null. */
    public boolean flagOr(boolean absent) {
        return flag().orElse(absent);
    }

    /** Reads a JSON number that is whole, written without fraction and exponent, and fits an {@code int}. */
    public OptionalInt integer() {
        return integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Reads a JSON number that is whole, written without fraction and exponent, and fits a {@code long}. */
    public OptionalLong wholeNumber() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE, "from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
    }

    private OptionalInt integer(int least, int most) {
        OptionalLong whole = whole(Integer.MIN_VALUE, Integer.MAX_VALUE, "from " + least + " to " + most);
        return whole.isPresent() ? OptionalInt.of((int) whole.getAsLong()) : OptionalInt.empty();
    }

    private OptionalLong whole(long least, long most, String bounds) {
        if (value == JsonToken.VALUE_NUMBER_INT && isWithin(tokens.text(), least, most)) {
            value = null;
            return OptionalLong.of(Long.parseLong(tokens.text()));
        }
        if (value == JsonToken.VALUE_NULL) {
            value = null;
        } else {
            noteType("a whole number " + bounds);
        }
        return OptionalLong.empty();
    }

    /**
     * Reads a JSON number that is whole; {@code absent} stands for null. It is for the caller to refuse what is not
     * from {@code least} to {@code most}, together with all else that is wrong: here they only tell what to give.
     */
    public int integerOr(int absent, int least, int most) {
        return integer(least, most).orElse(absent);
    }

    /** Reads an object whose values are strings, in order; a null value is the same as an absent member. */
    public void stringPairs(BiConsumer<String, String> pair) {
        object(member -> {
            String name = wellFormed(member);
            String text = textOr(null);
            if (text != null) {
                pair.accept(name, text);
            }
        });
    }

    /** Reads an object whose values are strings into a map that keeps their order. */
    public Map<String, String> stringMap() {
        Map<String, String> map = new LinkedHashMap<>();
        stringPairs(map::put);
        return map;
    }

    /** Reads past a member that this contract does not know, and notes it. */
    public void unknownMember(String... known) {
        note(
                ViolationCode.MEMBER_UNKNOWN,
                "Member \"" + shown(tokens.name()) + "\" is not known here. Known are: " + String.join(", ", known)
                        + ".");
        skip();
    }

    /** Whether null stands next; it is still to be read. */
    public boolean isNull() {
        return value == JsonToken.VALUE_NULL;
    }

    /** The RFC 6901 pointer to the value that was read last, or stands next. */
    public String pointer() {
        return tokens.pointer();
    }

    private void readWhole(Runnable document) {
        value = tokens.next();
        if (value == null) {
            note(ViolationCode.JSON_UNREADABLE, "There is nothing to read. Send a JSON document.");
            return;
        }
        if (value == JsonToken.VALUE_NULL) {
            noteType("a value");
        } else {
            document.run();
        }
        requireRead();
        if (tokens.next() != null) {
            note(ViolationCode.JSON_UNREADABLE, "Something follows the end of the JSON document. Send one document.");
        }
    }

    /** Takes the value that stands next when it is {@code wanted}; otherwise goes past it and notes the wrong type. */
    private boolean isNext(JsonToken wanted, String inWords) {
        if (value == wanted || value == JsonToken.VALUE_NULL) {
            boolean found = value == wanted;
            value = null;
            return found;
        }
        noteType(inWords);
        return false;
    }

    private void noteType(String wanted) {
        if (value == null) {
            throw new IllegalStateException("the value at " + pointer() + " was read before");
        }
        String what = pointer().isEmpty() ? "The document" : Texts.excerpt(pointer());
        note(ViolationCode.TYPE_WRONG, what + " is " + tokens.inWords() + ". Give " + wanted + ".");
        skip();
    }

    private String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return wholeCharacters(text);
            }
        }
        return text;
    }

    /** Notes half characters and replaces them, so that none comes back in an answer. */
    private String wholeCharacters(String text) {
        String whole = JsonTokens.whole(text);
        if (!whole.equals(text)) {
            note(
                    ViolationCode.ENCODING_INVALID,
                    Texts.excerpt(pointer()) + " holds half a character (a lone surrogate). Send whole ones.");
        }
        return whole;
    }

    private void note(ViolationCode code, String message) {
        violations.add(pointer(), code, message);
    }

    private static String shown(String name) {
        return Texts.excerpt(JsonTokens.whole(name));
    }

    /** Goes past the value that stands next, whatever it is. */
    public void skip() {
        tokens.skip();
        value = null;
    }

    private void requireRead() {
        if (value != null) {
            throw new IllegalStateException("the value at " + pointer() + " was not read");
        }
    }

    private static boolean isWithin(String number, long least, long most) {
        if (number.length() > Long.toString(Long.MIN_VALUE).length()) {
            return false;
        }
        BigInteger whole = new BigInteger(number);
        return whole.compareTo(BigInteger.valueOf(least)) >= 0 && whole.compareTo(BigInteger.valueOf(most)) <= 0;
    }
}
