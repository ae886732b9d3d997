package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of what is earned an item carries. Pure.
 *
 * <p>Items go by margin, the largest first, and belong to A as long as those before them have earned less than the
 * first limit of all that is earned, to B up to the second, then to C; so the item that crosses a limit still belongs
 * to the better class. What is earned is the sum of the margins above zero: an item that loses is always C.
 */
public enum AbcClass {
    A,
    B,
    C;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Percentages of what is earned at which A and B end. */
    public record Limits(BigDecimal a, BigDecimal b) {
        public Limits {
            requireNonNull(a, "a");
            requireNonNull(b, "b");
        }
    }

    /** The class of each margin, which must come largest first. */
    static List<AbcClass> of(List<BigInteger> margins, Limits limits) {
        BigInteger earned =
                margins.stream().filter(margin -> margin.signum() > 0).reduce(BigInteger.ZERO, BigInteger::add);
        List<AbcClass> classes = new ArrayList<>(margins.size());
        BigInteger before = BigInteger.ZERO;
        for (BigInteger margin : margins) {
            classes.add(margin.signum() > 0 ? of(before, earned, limits) : C);
            before = before.add(margin.max(BigInteger.ZERO));
        }
        return classes;
    }

    private static AbcClass of(BigInteger before, BigInteger earned, Limits limits) {
        if (isBelow(before, earned, limits.a())) {
            return A;
        }
        return isBelow(before, earned, limits.b()) ? B : C;
    }

    private static boolean isBelow(BigInteger part, BigInteger whole, BigDecimal percent) {
        return new BigDecimal(part).multiply(HUNDRED).compareTo(new BigDecimal(whole).multiply(percent)) < 0;
    }
}
