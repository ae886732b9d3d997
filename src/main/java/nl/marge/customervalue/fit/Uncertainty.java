package nl.marge.customervalue.fit;

/**
 * How well an estimate is known.
 *
 * @param standardError in the estimate's own unit, by the curvature of the likelihood
 * @param lower the end below of the 95 % interval, by the logarithm: never on the other side of zero
 * @param upper the end above
 */
public record Uncertainty(double standardError, double lower, double upper) {}
