package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Why cost moves: a quantity per receiver and fiscal period.
 *
 * @param receivers codes of the dimensions whose values receive, in byte order; one at least
 * @param fromLedger how the ledger measures it; empty where quantities are uploaded
 */
public record Driver(
        String code,
        String name,
        String unit,
        List<String> receivers,
        Negative negative,
        Optional<FromLedger> fromLedger,
        long version) {

    public Driver {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        receivers = List.copyOf(receivers);
        requireNonNull(negative, "negative");
        requireNonNull(fromLedger, "fromLedger");
    }

    /** The same, of another version. */
    public Driver withVersion(long other) {
        return new Driver(code, name, unit, receivers, negative, fromLedger, other);
    }

    /** What becomes of a quantity below zero (domain.md R27). */
    public enum Negative {
        /** It is refused. */
        REFUSE,
        /** It counts as zero. */
        CLAMP
    }

    /** What is counted or added up. */
    public enum Measure {
        /** Lines. */
        LINES,
        /** Entries with at least one line of the receiver. */
        ENTRIES,
        /** Amounts in the company's currency. */
        AMOUNT,
        /** Quantities. */
        QUANTITY,
        /** Different values of a dimension. */
        DISTINCT
    }

    /**
     * How the ledger measures a driver.
     *
     * @param distinct the code of the dimension whose values are counted; given with {@link Measure#DISTINCT} alone
     * @param accounts codes, {@code 47*} and {@code 4000..4999}; empty = all revenue and expense accounts
     * @param filter of dimension values, as reports have it; empty = every line
     */
    public record FromLedger(Measure measure, Optional<String> distinct, List<String> accounts, String filter) {
        public FromLedger {
            requireNonNull(measure, "measure");
            requireNonNull(distinct, "distinct");
            accounts = List.copyOf(accounts);
            requireNonNull(filter, "filter");
        }
    }
}
