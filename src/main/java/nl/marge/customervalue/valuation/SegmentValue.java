package nl.marge.customervalue.valuation;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What the customers of a segment are worth.
 *
 * @param value of all of them, minor units
 * @param standardError of that, for how well the parameters of buying and leaving are known; empty where they are not
 * @param realised of all of them
 */
public record SegmentValue(
        String segment,
        int customers,
        BigInteger value,
        Optional<Double> standardError,
        BigInteger realised,
        NewCustomer newCustomer) {

    public SegmentValue {
        requireNonNull(segment, "segment");
        requireNonNull(value, "value");
        requireNonNull(standardError, "standardError");
        requireNonNull(realised, "realised");
        requireNonNull(newCustomer, "newCustomer");
    }
}
