package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * The proof that a report is complete, in minor units: {@code ledger} is minus the sum of all lines on revenue and
 * expense accounts, added on its own way, {@code reported} the last subtotal of the total, {@code unassigned} the part
 * of it that no value claims, {@code capacity} the part on reserved values.
 */
public record Reconciliation(BigInteger ledger, BigInteger reported, BigInteger unassigned, CapacityValues capacity) {
    public Reconciliation {
        requireNonNull(ledger, "ledger");
        requireNonNull(reported, "reported");
        requireNonNull(unassigned, "unassigned");
        requireNonNull(capacity, "capacity");
    }

    /** What is missing from the report; zero unless something is wrong. */
    public BigInteger difference() {
        return ledger.subtract(reported);
    }
}
