package nl.marge.customervalue.fitting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import nl.marge.kernel.Money;

/** Where estimates become money: rounded once, HALF_UP, to the company's minor unit. */
public final class Estimates {

    private Estimates() {}

    /** An estimate in minor units as text in the company's currency. */
    public static String money(double minorUnits, int decimals) {
        return Money.text(minorUnits(minorUnits), decimals);
    }

    /** An estimate in minor units, rounded. */
    public static BigInteger minorUnits(double estimate) {
        return new BigDecimal(estimate).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    }
}
