package nl.marge.customervalue.fitting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import nl.marge.kernel.Money;

/** Where estimates become money: rounded once, HALF_UP, to the company's minor unit. */
public final class Estimates {

    private static final int PRICE_DECIMALS = 4;

    private Estimates() {}

    /** An estimate in minor units as text in the company's currency. */
    public static String money(double minorUnits, int decimals) {
        return Money.text(minorUnits(minorUnits), decimals);
    }

    /** An estimate of one purchase or one week, in minor units, as text: four decimals more, since it is multiplied. */
    public static String price(double minorUnits, int decimals) {
        return new BigDecimal(minorUnits)
                .setScale(PRICE_DECIMALS, RoundingMode.HALF_UP)
                .movePointLeft(decimals)
                .toPlainString();
    }

    /** An estimate in minor units, rounded. */
    public static BigInteger minorUnits(double estimate) {
        return new BigDecimal(estimate).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    }
}
