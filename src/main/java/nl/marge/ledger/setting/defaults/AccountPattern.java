package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.kernel.Codes;

/**
 * Accounts by code: one ({@code 6100}), those that begin alike ({@code 47*}, all by {@code *}), or a range in byte
 * order with both ends in it ({@code 4000..4999}).
 */
public record AccountPattern(String text, String from, String to, boolean isPrefix) {

    /** The form in words, for messages. */
    public static final String FORM =
            "the code of an account like 6100, a beginning like 47*, or a range like 4000..4999";

    private static final String RANGE = "..";

    public AccountPattern {
        requireNonNull(text, "text");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** The pattern written in {@code text}; empty when it is none, or a range that ends before it begins. */
    public static Optional<AccountPattern> read(String text) {
        int range = text.indexOf(RANGE);
        if (range > 0) {
            return range(text, text.substring(0, range), text.substring(range + RANGE.length()));
        }
        boolean isPrefix = text.endsWith("*");
        String code = isPrefix ? text.substring(0, text.length() - 1) : text;
        return Codes.isCode(code) || text.equals("*")
                ? Optional.of(new AccountPattern(text, code, code, isPrefix))
                : Optional.empty();
    }

    private static Optional<AccountPattern> range(String text, String from, String to) {
        return Codes.isCode(from) && Codes.isCode(to) && from.compareTo(to) <= 0
                ? Optional.of(new AccountPattern(text, from, to, false))
                : Optional.empty();
    }

    /** Whether the account of that code is among them. */
    public boolean matches(String account) {
        return isPrefix ? account.startsWith(from) : account.compareTo(from) >= 0 && account.compareTo(to) <= 0;
    }
}
