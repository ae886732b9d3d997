package nl.marge.customervalue.discount;

import java.math.BigDecimal;
import java.util.Optional;

/** Rates and shares as callers write them: fractions, 0.10 for 10 %, taken exactly. */
public final class DecimalFraction {

    /** Decimals of a fraction at most: what is finer is noise, and numbers have to end. */
    public static final int DECIMALS_LIMIT = 12;

    /** Characters at most, trailing zeros included. */
    private static final int LENGTH_LIMIT = 64;

    private static final String PATTERN = "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,12}0*)?";

    private DecimalFraction() {}

    /** The fraction written in {@code text}; empty when it is no plain decimal of at most twelve decimals. */
    public static Optional<BigDecimal> read(String text) {
        return text.length() > LENGTH_LIMIT || !text.matches(PATTERN)
                ? Optional.empty()
                : Optional.of(new BigDecimal(text));
    }

    /** The fraction written in {@code text} when it is {@code least} to {@code most}, both included. */
    public static Optional<BigDecimal> read(String text, BigDecimal least, BigDecimal most) {
        return read(text).filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0);
    }
}
