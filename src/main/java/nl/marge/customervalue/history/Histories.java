package nl.marge.customervalue.history;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import nl.marge.company.Watermark;
import nl.marge.ledger.reference.Reference;

/**
 * The histories of all customers with lines in a range, by code in byte order, and the proof that they are complete.
 *
 * @param unassigned what no customer claims
 * @param capacity what stands on reserved values: capacity nobody used, or was charged beyond a pool's cost
 * @param proof of the last line of the statement over all of it
 */
public record Histories(
        HistoryQuery query,
        Reference reference,
        Watermark watermark,
        List<CustomerDays> customers,
        Sums unassigned,
        Sums capacity,
        Sums total,
        Proof proof) {

    public Histories {
        requireNonNull(query, "query");
        requireNonNull(reference, "reference");
        requireNonNull(watermark, "watermark");
        customers = List.copyOf(customers);
        requireNonNull(unassigned, "unassigned");
        requireNonNull(capacity, "capacity");
        requireNonNull(total, "total");
        requireNonNull(proof, "proof");
    }

    /** Sums in minor units, named as in {@link CustomerDays}. */
    public record Sums(BigInteger netRevenue, BigInteger margin, BigInteger costToServe, BigInteger acquisition) {

        /** The measure, acquisition cost taken out. */
        public BigInteger profit() {
            return margin.subtract(costToServe);
        }
    }

    /**
     * The proof, in minor units.
     *
     * @param ledger minus the sum of all lines on revenue and expense accounts, added on its own way
     * @param reported the last line of the statement of all customers, the unassigned and capacity together
     */
    public record Proof(BigInteger ledger, BigInteger reported) {

        /** What is missing; zero unless something is wrong. */
        public BigInteger difference() {
            return ledger.subtract(reported);
        }
    }

    /** The first day of the range. */
    public LocalDate first() {
        return query.range().first();
    }

    /** The last day of the range. */
    public LocalDate last() {
        return query.range().last();
    }
}
