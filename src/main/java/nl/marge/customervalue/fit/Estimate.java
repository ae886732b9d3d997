package nl.marge.customervalue.fit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One parameter.
 *
 * @param name as the papers write it
 * @param value in weeks where it is a time, in the unit of the amounts where it is money
 * @param floor what it cannot be below: 1 for q of gamma-gamma, 0 otherwise; uncertainty is of ln(value - floor)
 * @param uncertainty empty when the likelihood is too flat to tell
 */
public record Estimate(String name, double value, double floor, Optional<Uncertainty> uncertainty) {

    public Estimate {
        requireNonNull(name, "name");
        requireNonNull(uncertainty, "uncertainty");
    }
}
