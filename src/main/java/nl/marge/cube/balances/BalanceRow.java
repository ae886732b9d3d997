package nl.marge.cube.balances;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A row of balances. The key has an account or value id for each term, 0 where unassigned; a total has none. Where
 * balances are asked for by currency the row tells the lines of one currency, also in that currency.
 */
record BalanceRow(List<Integer> key, Amounts amounts, Optional<InCurrency> inCurrency) {
    BalanceRow {
        key = List.copyOf(key);
        requireNonNull(amounts, "amounts");
        requireNonNull(inCurrency, "inCurrency");
    }

    /** In minor units: debit + at the opening and the close, debit and credit both positive. */
    record Amounts(BigInteger opening, BigInteger debit, BigInteger credit) {

        static final Amounts ZERO = new Amounts(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

        Amounts {
            requireNonNull(opening, "opening");
            requireNonNull(debit, "debit");
            requireNonNull(credit, "credit");
        }

        BigInteger closing() {
            return opening.add(debit).subtract(credit);
        }

        Amounts plus(Amounts other) {
            return new Amounts(opening.add(other.opening), debit.add(other.debit), credit.add(other.credit));
        }
    }

    /** The amounts in the currency of their entries. */
    record InCurrency(String currency, Amounts amounts) {
        InCurrency {
            requireNonNull(currency, "currency");
            requireNonNull(amounts, "amounts");
        }
    }

    /** The currency whose lines are told; empty text when it is all of them. */
    String currency() {
        return inCurrency.map(InCurrency::currency).orElse("");
    }

    /** Both rows together, of the same currency if of any, without a key. */
    BalanceRow plus(BalanceRow other) {
        return new BalanceRow(
                List.of(),
                amounts.plus(other.amounts),
                inCurrency.flatMap(own -> other.inCurrency.map(
                        more -> new InCurrency(own.currency(), own.amounts().plus(more.amounts())))));
    }
}
