package nl.marge.allocation.trace;

import java.math.BigDecimal;

/** An exact sum of decimals; those of one scale, as most are, are added up as whole numbers as long as these do. */
final class DecimalSum {

    private BigDecimal rest = BigDecimal.ZERO;
    private long units;
    private int decimals;

    /** Adds {@code added} units of so many decimals: 1250 of 2 is 12.50. */
    void add(long added, int addedDecimals) {
        long sum = units + added;
        boolean overflows = ((units ^ sum) & (added ^ sum)) < 0;
        if (addedDecimals == decimals && !overflows) {
            units = sum;
        } else {
            rest = value();
            units = added;
            decimals = addedDecimals;
        }
    }

    /** Adds a decimal of any length. */
    void add(BigDecimal added) {
        rest = rest.add(added);
    }

    /** The sum. */
    BigDecimal value() {
        return rest.add(BigDecimal.valueOf(units, decimals));
    }
}
