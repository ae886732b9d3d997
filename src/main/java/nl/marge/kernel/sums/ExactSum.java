package nl.marge.kernel.sums;

import java.math.BigInteger;

/** A sum of many integers, exact: those that fit into 64 bits are added as such, which is far cheaper. */
public final class ExactSum {

    private final WideSums narrow = new WideSums(1);
    private BigInteger wide = BigInteger.ZERO;

    /** Adds {@code value}. */
    public void add(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            narrow.add(0, value.longValue());
        } else {
            wide = wide.add(value);
        }
    }

    /** What was added so far, together. */
    public BigInteger value() {
        return wide.add(narrow.sum(0));
    }
}
