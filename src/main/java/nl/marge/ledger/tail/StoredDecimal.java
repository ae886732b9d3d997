package nl.marge.ledger.tail;

/** A decimal as the database sends it, {@code -123.4500}, as a whole number of units: there are millions of them. */
final class StoredDecimal {

    private StoredDecimal() {}

    /**
     * The number in units of so many decimals: -12345 for -123.4500 and 2 decimals.
     *
     * @throws ArithmeticException when there are more decimals than that, or more digits than a long has
     */
    static long units(String text, int decimals) {
        boolean negative = text.charAt(0) == '-';
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        long units = digits(text, negative ? 1 : 0, end);
        for (int i = 1; i <= decimals; i++) {
            int digit = end + i < text.length() ? text.charAt(end + i) - '0' : 0;
            units = Math.subtractExact(Math.multiplyExact(units, 10L), digit);
        }
        if (point >= 0 && digits(text, Math.min(text.length(), point + 1 + decimals), text.length()) != 0) {
            throw new ArithmeticException(text + " has more than " + decimals + " decimals");
        }
        return negative ? units : Math.negateExact(units);
    }

    /** Less than zero all the way, since there is one more number below zero than above. */
    private static long digits(String text, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            number = Math.subtractExact(Math.multiplyExact(number, 10L), text.charAt(i) - '0');
        }
        return number;
    }
}
