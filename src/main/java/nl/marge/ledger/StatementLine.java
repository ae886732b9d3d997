package nl.marge.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One line of the P&amp;L template. */
public sealed interface StatementLine {

    String code();

    String name();

    /** What a line of amounts is made of, and so its natural sign. */
    enum Nature {
        /** value = -amount: a credit is positive. */
        REVENUE,
        /** value = +amount: a debit is positive. */
        COST
    }

    /** A line that accounts map to. */
    record Amount(String code, String name, Nature nature) implements StatementLine {
        public Amount {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(nature, "nature");
        }
    }

    /** A line computed from earlier ones: the sum of {@code plus} less the sum of {@code minus}. */
    record Subtotal(String code, String name, List<String> plus, List<String> minus) implements StatementLine {
        public Subtotal {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            plus = List.copyOf(plus);
            minus = List.copyOf(minus);
        }
    }
}
