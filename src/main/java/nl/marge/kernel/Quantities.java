package nl.marge.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.marge.kernel.Money.Reading;

/** Quantities as millionths in a {@code long}: up to 9 integer and 6 decimal digits; positive = sold or received. */
public final class Quantities {

    /** Decimals of a quantity. */
    public static final int DECIMALS = 6;

    private static final int INTEGER_DIGITS_LIMIT = 9;

    private Quantities() {}

    /** Reads a quantity in the same plain decimal form as an amount. */
    public static Reading read(String text) {
        return DecimalText.read(text, DECIMALS, INTEGER_DIGITS_LIMIT);
    }

    /** The quantity as an exact decimal, always with {@link #DECIMALS} decimals. */
    public static BigDecimal decimal(long millionths) {
        return BigDecimal.valueOf(millionths, DECIMALS);
    }

    /** The quantity as text without trailing zeros. */
    public static String text(BigDecimal quantity) {
        return text(quantity.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact());
    }

    /** The quantity as text without trailing zeros: {@code 10}, {@code 0.5}. */
    public static String text(long millionths) {
        return plain(BigDecimal.valueOf(millionths, DECIMALS));
    }

    /** A number of any scale as text without trailing zeros and without exponent. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
