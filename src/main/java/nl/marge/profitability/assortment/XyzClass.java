package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

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
    public record Limits(BigDecimal x, BigDecimal y) {
        public Limits {
            requireNonNull(x, "x");
            requireNonNull(y, "y");
        }
    }

    /** The class of a demand, by its exact coefficient; empty where there is none to speak of. */
    static Optional<XyzClass> of(Demand demand, Limits limits) {
        if (!demand.isSold()) {
            return Optional.empty();
        }
        if (demand.variesAtMost(limits.x())) {
            return Optional.of(X);
        }
        return Optional.of(demand.variesAtMost(limits.y()) ? Y : Z);
    }
}
