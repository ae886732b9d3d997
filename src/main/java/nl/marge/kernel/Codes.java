package nl.marge.kernel;

/**
 * The form of a code, by which callers name companies and master data: 1 to 64 of {@code A-Z a-z 0-9 . _ -}, not
 * {@code .} or {@code ..}; case counts.
 */
public final class Codes {

    /** Characters in a code at most. */
    public static final int LENGTH_LIMIT = 64;

    /** The form in words, for messages. */
    public static final String FORM = "1 to 64 of A-Z a-z 0-9 . _ - (not . or ..)";

    private Codes() {}

    /** Whether {@code text} has the form of a code. */
    public static boolean isCode(String text) {
        int length = text.length();
        if (length == 0 || length > LENGTH_LIMIT || text.equals(".") || text.equals("..")) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isCodeCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Notes it when a body repeats the code of its path, as it may, but with another one. */
    public static void checkRepeated(String inPath, String inBody, Violations violations) {
        if (!inBody.equals(inPath)) {
            violations.add(
                    "/code",
                    ViolationCode.CODE_INVALID,
                    "The path names \"" + Texts.excerpt(inPath) + "\" and the body \"" + Texts.excerpt(inBody)
                            + "\". Give the same code, or leave it out of the body.");
        }
    }

    private static boolean isCodeCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }
}
