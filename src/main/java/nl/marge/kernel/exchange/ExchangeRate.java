package nl.marge.kernel.exchange;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many units of one currency a unit of another is worth, as an exact ratio: an inverse or a product of rates loses
 * nothing. Rounding happens once, when amounts are converted, and to the decimals of the currency they are converted to
 * (domain.md R25).
 */
public record ExchangeRate(BigInteger numerator, BigInteger denominator) {

    /** Digits of a rate before the decimal point at most. */
    public static final int INTEGER_DIGITS_LIMIT = 12;

    /** Decimals of a rate at most: the column's. */
    public static final int DECIMALS_LIMIT = 12;

    /** The form of a rate in words, for messages. */
    public static final String FORM = "a plain decimal number above 0 with up to " + INTEGER_DIGITS_LIMIT
            + " digits before and " + DECIMALS_LIMIT + " after the point, such as 0.92";

    private static final String PATTERN = "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,12}0*)?";

    public ExchangeRate {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above 0, not " + numerator + "/" + denominator);
        }
    }

    /** The rate written in {@code text}, or empty when it is not of that {@link #FORM}. */
    public static Optional<BigDecimal> read(String text) {
        if (text.length() > 64 || !text.matches(PATTERN)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text).stripTrailingZeros()).filter(rate -> rate.signum() > 0);
    }

    /** The ratio of a decimal above 0. */
    public static ExchangeRate of(BigDecimal rate) {
        BigDecimal plain = rate.scale() < 0 ? rate.setScale(0) : rate;
        return new ExchangeRate(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /** The way back. */
    public ExchangeRate inverse() {
        return new ExchangeRate(denominator, numerator);
    }

    /** This rate and then another: from USD by EUR to GBP. */
    public ExchangeRate then(ExchangeRate next) {
        return new ExchangeRate(numerator.multiply(next.numerator), denominator.multiply(next.denominator));
    }

    /** The rate as text without trailing zeros, rounded HALF_UP to twelve decimals where it has more: for show only. */
    public String text() {
        BigDecimal shown = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DECIMALS_LIMIT, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return shown.toPlainString();
    }

    /**
     * Converts the amounts of one entry, in minor units and signed. Debits and credits are each converted together:
     * the exact total of a side is rounded once, HALF_UP; every amount of it is converted exactly and cut to whole
     * minor units, and what the total then has left over goes, one unit each, to the largest fractions, on a tie to
     * the larger amount, then to the earlier line (the largest remainder of domain.md R23). So amounts that sum to zero
     * stay so, {@code convert(-x) = -convert(x)}, and every amount is its exact value rounded up or down.
     *
     * @param decimals those of the currency the amounts are in
     * @param targetDecimals those of the currency they are converted to
     * @return empty when a side is worth more than fits
     */
    public Optional<long[]> convert(long[] amounts, int decimals, int targetDecimals) {
        BigInteger factor = numerator.multiply(BigInteger.TEN.pow(targetDecimals));
        BigInteger divisor = denominator.multiply(BigInteger.TEN.pow(decimals));
        long[] converted = new long[amounts.length];
        return convertSide(1, amounts, factor, divisor, converted)
                        && convertSide(-1, amounts, factor, divisor, converted)
                ? Optional.of(converted)
                : Optional.empty();
    }

    private static boolean convertSide(
            int sign, long[] amounts, BigInteger factor, BigInteger divisor, long[] converted) {
        List<Share> shares = new ArrayList<>();
        BigInteger exactTotal = BigInteger.ZERO;
        for (int i = 0; i < amounts.length; i++) {
            if (Long.signum(amounts[i]) == sign) {
                BigInteger exact = BigInteger.valueOf(amounts[i]).abs().multiply(factor);
                BigInteger[] cut = exact.divideAndRemainder(divisor);
                shares.add(new Share(i, exact, cut[0], cut[1]));
                exactTotal = exactTotal.add(exact);
            }
        }
        BigInteger total = roundedHalfUp(exactTotal, divisor);
        if (total.bitLength() >= Long.SIZE) {
            return false;
        }
        BigInteger cutTotal = shares.stream().map(Share::cut).reduce(BigInteger.ZERO, BigInteger::add);
        int left = total.subtract(cutTotal).intValueExact();
        shares.sort(LARGEST_FRACTION_FIRST);
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            converted[share.position()] = sign * (share.cut().longValueExact() + (i < left ? 1 : 0));
        }
        return true;
    }

    private static BigInteger roundedHalfUp(BigInteger exact, BigInteger divisor) {
        return exact.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
    }

    private static final Comparator<Share> LARGEST_FRACTION_FIRST = Comparator.comparing(Share::fraction)
            .thenComparing(Share::exact)
            .reversed()
            .thenComparing(Share::position);

    /** What one amount is worth, in parts of the divisor that all amounts share. */
    private record Share(int position, BigInteger exact, BigInteger cut, BigInteger fraction) {}
}
