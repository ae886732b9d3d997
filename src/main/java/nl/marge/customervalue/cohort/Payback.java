package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** After how many ages acquisition is earned: 1.25 is a quarter into age 1. */
record Payback(BigDecimal ages) {

    Payback {
        requireNonNull(ages, "ages");
    }

    /** Reached within an age of which {@code needed} of {@code earned} is needed; linear. */
    static Payback within(int age, BigInteger needed, BigInteger earned) {
        // What was needed may have been there before the age began: in what came before the first purchase.
        BigDecimal part = needed.signum() <= 0
                ? BigDecimal.ZERO
                : new BigDecimal(needed).divide(new BigDecimal(earned), MathContext.DECIMAL128);
        return new Payback(part.add(BigDecimal.valueOf(age)));
    }
}
