package nl.marge.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exact amounts of one currency as whole minor units (cents) in a {@code long}: debit +, credit -. Decimal text is
 * turned into minor units and back without rounding; more decimals than the currency has are refused, never rounded.
 */
public final class Money {

    /** Digits before the decimal point at most (api.md): with three decimals this still fits a {@code long}. */
    public static final int INTEGER_DIGITS_LIMIT = 15;

    /** Decimals of a currency at most: four (CLF, UYW) would not fit a {@code long} beside fifteen digits. */
    public static final int DECIMALS_LIMIT = 3;

    private static final Set<String> CURRENCY_CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Money() {}

    /** Why a text is no amount. */
    public enum Fault {
        MALFORMED,
        TOO_MANY_DECIMALS,
        TOO_LARGE
    }

    /** The outcome of reading an amount: minor units, or why not. */
    public sealed interface Reading {
        /** The amount in minor units. */
        record Amount(long minorUnits) implements Reading {}

        /** The text is not an amount. */
        record Unreadable(Fault fault) implements Reading {}
    }

    /**
     * Reads {@code -?(0|[1-9][0-9]*)(\.[0-9]+)?} in ASCII digits, taken exactly as written. Trailing zeros are free,
     * further significant decimals than {@code decimals} are a fault, as are more than fifteen integer digits.
     */
    public static Reading read(String text, int decimals) {
        return DecimalText.read(text, decimals, INTEGER_DIGITS_LIMIT);
    }

    /** The amount as text with exactly {@code decimals} decimals, never {@code -0.00}. */
    public static String text(long minorUnits, int decimals) {
        return BigDecimal.valueOf(minorUnits, decimals).toPlainString();
    }

    /** The amount as text with exactly {@code decimals} decimals, for sums beyond a {@code long}. */
    public static String text(BigInteger minorUnits, int decimals) {
        return minorUnits.bitLength() < Long.SIZE
                ? text(minorUnits.longValue(), decimals)
                : new BigDecimal(minorUnits, decimals).toPlainString();
    }

    /** Whether an amount in minor units has no more digits before the decimal point than one that is read may have. */
    public static boolean isWithinLimit(long minorUnits, int decimals) {
        return BigInteger.valueOf(minorUnits).abs().compareTo(BigInteger.TEN.pow(INTEGER_DIGITS_LIMIT + decimals)) < 0;
    }

    /** The amount as a decimal. */
    public static BigDecimal decimal(long minorUnits, int decimals) {
        return BigDecimal.valueOf(minorUnits, decimals);
    }

    /** Whether {@code code} is a currency of ISO 4217. */
    public static boolean isCurrency(String code) {
        return CURRENCY_CODES.contains(code);
    }

    /** Whether amounts can be kept in a currency of ISO 4217: it has a minor unit, and not too small a one. */
    public static boolean isKept(String currency) {
        int decimals = decimalsOf(currency);
        return decimals >= 0 && decimals <= DECIMALS_LIMIT;
    }

    /** Decimals of a currency: 0 for JPY, 2 for EUR, 3 for KWD; negative where the currency has no minor unit (XAU). */
    public static int decimalsOf(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
