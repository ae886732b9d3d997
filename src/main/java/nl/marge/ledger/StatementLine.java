package nl.marge.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One line of the P&amp;L template; as JSON its {@code kind} is AMOUNT or SUBTOTAL. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StatementLine.Amount.class, name = StatementLine.AMOUNT),
    @JsonSubTypes.Type(value = StatementLine.Subtotal.class, name = StatementLine.SUBTOTAL)
})
public sealed interface StatementLine {

    /** The kind of {@link Amount}. */
    String AMOUNT = "AMOUNT";

    /** The kind of {@link Subtotal}. */
    String SUBTOTAL = "SUBTOTAL";

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
    @JsonPropertyOrder({"code", "name", "nature"})
    record Amount(String code, String name, Nature nature) implements StatementLine {
        public Amount {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(nature, "nature");
        }
    }

    /** A line computed from earlier ones: the sum of {@code plus} less the sum of {@code minus}. */
    @JsonPropertyOrder({"code", "name", "plus", "minus"})
    record Subtotal(String code, String name, List<String> plus, List<String> minus) implements StatementLine {
        public Subtotal {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            plus = List.copyOf(plus);
            minus = List.copyOf(minus);
        }
    }
}
