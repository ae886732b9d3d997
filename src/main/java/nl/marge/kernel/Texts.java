package nl.marge.kernel;

import java.util.Optional;

/** Free text in requests: what a name may hold, and how a caller's text is repeated in a message. */
public final class Texts {

    /** Characters in a name at most, counted as Unicode code points: what a report's first column can still show. */
    public static final int NAME_LENGTH_LIMIT = 200;

    private static final int EXCERPT_LENGTH = 80;

    private Texts() {}

    /** Why {@code text} is no name, as the rest of a sentence that names it; empty when it is one. */
    public static Optional<String> nameFault(String text) {
        if (text.isBlank()) {
            return Optional.of("is empty. Give 1 to " + NAME_LENGTH_LIMIT + " characters");
        }
        return fault(text, NAME_LENGTH_LIMIT);
    }

    /** Why {@code text} cannot be kept as one line of at most {@code lengthLimit} characters; empty when it can. */
    public static Optional<String> fault(String text, int lengthLimit) {
        int length = text.codePointCount(0, text.length());
        if (length > lengthLimit) {
            return Optional.of("has " + length + " characters. Give at most " + lengthLimit);
        }
        if (!text.codePoints().allMatch(Texts::isPrintable)) {
            return Optional.of("holds a control character or half a character. Leave it out");
        }
        return Optional.empty();
    }

    /** {@code text} as a message may repeat it: cut to a length that does no harm. */
    public static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT_LENGTH)) + "...";
    }

    private static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
