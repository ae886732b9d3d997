package nl.marge.ledger.audit;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * What a feed amounts to: entries, lines as sent (before splits), and the sums of debit and of credit in minor units of
 * the company's currency, both positive.
 */
record FeedTotals(long entries, long lines, BigInteger debit, BigInteger credit) {

    static final FeedTotals NONE = new FeedTotals(0, 0, BigInteger.ZERO, BigInteger.ZERO);

    FeedTotals {
        requireNonNull(debit, "debit");
        requireNonNull(credit, "credit");
    }

    FeedTotals plus(FeedTotals other) {
        return new FeedTotals(
                Math.addExact(entries, other.entries),
                Math.addExact(lines, other.lines),
                debit.add(other.debit),
                credit.add(other.credit));
    }

    FeedTotals minus(FeedTotals other) {
        return new FeedTotals(
                Math.subtractExact(entries, other.entries),
                Math.subtractExact(lines, other.lines),
                debit.subtract(other.debit),
                credit.subtract(other.credit));
    }
}
