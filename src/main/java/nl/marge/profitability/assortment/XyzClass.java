package nl.marge.profitability.assortment;

import java.math.BigDecimal;
import java.util.Optional;

/** How steady demand is: by its coefficient of variation, standard deviation over mean. Pure. */
public enum XyzClass {
    /** Steady. */
    X,
    /** Varying. */
    Y,
    /** Erratic. */
    Z;

    /** Coefficients up to which demand is X, and up to which it is Y. */
    public record Limits(BigDecimal x, BigDecimal y) {}

    /** The class of a demand; empty where there is none to speak of. */
    static Optional<XyzClass> of(Demand demand, Limits limits) {
        return demand.variation().map(variation -> {
            if (variation.compareTo(limits.x()) <= 0) {
                return X;
            }
            return variation.compareTo(limits.y()) <= 0 ? Y : Z;
        });
    }
}
