package nl.marge.customervalue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;

/** Numbers that agree as far as they are printed. */
public final class Close {

    private Close() {}

    /** {@code actual} rounds to what {@code printed} says, give or take one of its last digit's half. */
    public static void asPrinted(String printed, double actual) {
        BigDecimal expected = new BigDecimal(printed);
        double half = expected.ulp().doubleValue() / 2;
        assertEquals(expected.doubleValue(), actual, half * 1.000001);
    }

    /** Both agree to a fraction {@code error} of their size. */
    public static void relatively(double expected, double actual, double error) {
        assertEquals(expected, actual, error * Math.abs(expected));
    }
}
