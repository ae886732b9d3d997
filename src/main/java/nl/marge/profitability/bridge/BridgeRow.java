package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import nl.marge.profitability.ReportRow;

/**
 * The bridge of one row, from {@code before} to {@code after} of the measure, in minor units with natural signs.
 *
 * @param quantities of the lines that have a price on both sides; empty where they cannot be added up
 * @param unit what these are counted in; empty where nothing tells
 */
public record BridgeRow(
        ReportRow row,
        BigInteger before,
        BigInteger after,
        List<BridgeStep> steps,
        Optional<Quantity> quantities,
        Optional<String> unit) {

    public BridgeRow {
        requireNonNull(row, "row");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        steps = List.copyOf(steps);
        requireNonNull(quantities, "quantities");
        requireNonNull(unit, "unit");
    }

    /** Quantities in millionths, and of how many lines. */
    public record Quantity(BigInteger before, BigInteger after, long lines) {
        public Quantity {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }

    /** What is to be explained. */
    public BigInteger difference() {
        return after.subtract(before);
    }

    /** What the steps leave unexplained; zero unless something is wrong. */
    public BigInteger residual() {
        return difference().subtract(steps.stream().map(BridgeStep::amount).reduce(BigInteger.ZERO, BigInteger::add));
    }
}
