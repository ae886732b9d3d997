package nl.marge.ledger.setting;

import java.util.List;

/** Lists of codes as the database keeps them: with a blank between, which no code and no pattern of codes holds. */
public final class CodeList {

    private static final String SEPARATOR = " ";

    private CodeList() {}

    /** The list as text. */
    public static String text(List<String> codes) {
        return String.join(SEPARATOR, codes);
    }

    /** Reads {@link #text}. */
    public static List<String> read(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR));
    }
}
