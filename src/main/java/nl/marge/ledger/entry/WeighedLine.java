package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.dimension.DimensionSet;

/**
 * A checked line: {@code amount} in minor units of the company's currency, debit +; {@code currencyAmount} in those of
 * the entry's currency where that is another; {@code quantity} in millionths.
 */
public record WeighedLine(
        int accountId,
        DimensionSet dimensions,
        Provenance provenance,
        long amount,
        OptionalLong currencyAmount,
        OptionalLong quantity,
        LocalDate membershipDate,
        Optional<String> lineId,
        Optional<String> text) {
    public WeighedLine {
        requireNonNull(dimensions, "dimensions");
        requireNonNull(provenance, "provenance");
        requireNonNull(currencyAmount, "currencyAmount");
        requireNonNull(membershipDate, "membershipDate");
    }

    /** The same line on another set. */
    public WeighedLine on(DimensionSet set, Provenance from) {
        return new WeighedLine(accountId, set, from, amount, currencyAmount, quantity, membershipDate, lineId, text);
    }

    /** The same line with the opposite amounts and quantity. */
    public WeighedLine negated() {
        return new WeighedLine(
                accountId,
                dimensions,
                provenance,
                -amount,
                negated(currencyAmount),
                negated(quantity),
                membershipDate,
                lineId,
                text);
    }

    private static OptionalLong negated(OptionalLong number) {
        return number.isPresent() ? OptionalLong.of(-number.getAsLong()) : number;
    }
}
