package nl.marge.customervalue.discount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Powers of a decimal from 1 to 2 with any exponent, to forty decimals. Pure. */
final class Powers {

    /** Digits carried inside: so many more than any figure shows that nothing is lost but where it is meant to be. */
    static final MathContext EXACT = new MathContext(80, RoundingMode.HALF_EVEN);

    /** Decimals of a power. */
    static final int DECIMALS = 40;

    /** Series are added up until their terms are below this. */
    private static final BigDecimal NOTHING = BigDecimal.ONE.movePointLeft(76);

    /** From here on few terms are needed. */
    private static final BigDecimal CLOSE = new BigDecimal("0.01");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Powers() {}

    /**
     * {@code base^exponent} for a base of 1 to 2. Rounding to forty decimals also makes a root that is a short decimal
     * that decimal again: 1.21^(1/2) is 1.1.
     */
    static BigDecimal of(BigDecimal base, BigDecimal exponent) {
        BigDecimal power = exponential(exponent.multiply(logarithm(base), EXACT));
        return power.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    /** {@code ln x = 2^k 2 (z + z^3 / 3 + z^5 / 5 + ..)} with z = (y - 1) / (y + 1) and y the k-th square root of x. */
    private static BigDecimal logarithm(BigDecimal number) {
        BigDecimal root = number;
        BigDecimal factor = TWO;
        while (root.subtract(BigDecimal.ONE).compareTo(CLOSE) > 0) {
            root = root.sqrt(EXACT);
            factor = factor.multiply(TWO);
        }
        BigDecimal ratio = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), EXACT);
        BigDecimal square = ratio.multiply(ratio, EXACT);
        BigDecimal power = ratio;
        BigDecimal sum = ratio;
        for (int odd = 3; power.compareTo(NOTHING) > 0; odd += 2) {
            power = power.multiply(square, EXACT);
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), EXACT));
        }
        return sum.multiply(factor, EXACT);
    }

    /** {@code e^x}: the series of x / 2^k, squared k times. */
    private static BigDecimal exponential(BigDecimal number) {
        BigDecimal small = number;
        int halvings = 0;
        while (small.abs().compareTo(CLOSE) > 0) {
            small = small.divide(TWO, EXACT);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; term.abs().compareTo(NOTHING) > 0; i++) {
            term = term.multiply(small, EXACT).divide(BigDecimal.valueOf(i), EXACT);
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, EXACT);
        }
        return sum;
    }
}
