package nl.marge.kernel;

import nl.marge.kernel.Money.Fault;
import nl.marge.kernel.Money.Reading;

/**
 * Reads plain decimal text into a scaled {@code long}, digit by digit: no exponent, no blanks, no plus sign, no digits
 * of other scripts, and nothing is computed before the length of the number is known.
 */
final class DecimalText {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private DecimalText() {}

    static Reading read(String text, int decimals, int integerDigitsLimit) {
        boolean negative = !text.isEmpty() && text.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int point = text.indexOf('.');
        int integerEnd = point < 0 ? text.length() : point;
        if (!isInteger(text, start, integerEnd) || point >= 0 && !areDigits(text, point + 1, text.length())) {
            return new Reading.Unreadable(Fault.MALFORMED);
        }
        int fractionEnd = point < 0 ? text.length() : withoutTrailingZeros(text, point);
        if (fractionEnd - integerEnd - 1 > decimals) {
            return new Reading.Unreadable(Fault.TOO_MANY_DECIMALS);
        }
        if (integerEnd - start > integerDigitsLimit) {
            return new Reading.Unreadable(Fault.TOO_LARGE);
        }
        long whole = digits(text, start, integerEnd);
        long fraction = digits(text, integerEnd + 1, fractionEnd);
        long scaled =
                whole * POWERS[decimals] + fraction * POWERS[decimals - Math.max(0, fractionEnd - integerEnd - 1)];
        return new Reading.Amount(negative ? -scaled : scaled);
    }

    private static boolean isInteger(String text, int start, int end) {
        return areDigits(text, start, end) && (end - start == 1 || text.charAt(start) != '0');
    }

    private static boolean areDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > start;
    }

    private static int withoutTrailingZeros(String text, int point) {
        int end = text.length();
        while (end > point + 1 && text.charAt(end - 1) == '0') {
            end--;
        }
        return end;
    }

    private static long digits(String text, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
