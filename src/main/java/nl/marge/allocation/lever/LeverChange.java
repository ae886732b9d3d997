package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** How far a lever is moved. */
public sealed interface LeverChange {

    /** In percent of what it is: 1 is a hundredth more. Not below -100. */
    record Percent(BigDecimal percent) implements LeverChange {
        public Percent {
            requireNonNull(percent, "percent");
        }
    }

    /** By so much in all: an amount with the statement's sign, or a quantity of the driver. */
    record By(BigDecimal value) implements LeverChange {
        public By {
            requireNonNull(value, "value");
        }
    }

    /** To so much in all: an amount with the statement's sign, or a quantity of the driver. */
    record To(BigDecimal value) implements LeverChange {
        public To {
            requireNonNull(value, "value");
        }
    }
}
