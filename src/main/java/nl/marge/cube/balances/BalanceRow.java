package nl.marge.cube.balances;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;

/**
 * A row of balances in minor units: debit + at the opening and the close, debit and credit both positive. The key has
 * an account or value id for each term, 0 where unassigned; the total has none.
 */
record BalanceRow(List<Integer> key, BigInteger opening, BigInteger debit, BigInteger credit) {
    BalanceRow {
        key = List.copyOf(key);
        requireNonNull(opening, "opening");
        requireNonNull(debit, "debit");
        requireNonNull(credit, "credit");
    }

    BigInteger closing() {
        return opening.add(debit).subtract(credit);
    }

    /** Both rows together, without a key. */
    BalanceRow plus(BalanceRow other) {
        return new BalanceRow(List.of(), opening.add(other.opening), debit.add(other.debit), credit.add(other.credit));
    }

    static BalanceRow nothing() {
        return new BalanceRow(List.of(), BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
    }
}
