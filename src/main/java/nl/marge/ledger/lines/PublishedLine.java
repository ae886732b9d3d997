package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Money;
import nl.marge.ledger.entry.Provenance;

/**
 * A line of a published entry as it was laid down: {@code amount} in minor units of the company's currency, {@code
 * currencyAmount} in those of the entry's, debit +; {@code quantity} in millionths.
 */
record PublishedLine(
        EntryHeader entry,
        int lineNumber,
        int accountId,
        int dimensionSetId,
        Provenance provenance,
        long amount,
        long currencyAmount,
        OptionalLong quantity,
        LocalDate membershipDate,
        Optional<String> lineId,
        Optional<String> text) {
    PublishedLine {
        requireNonNull(entry, "entry");
        requireNonNull(provenance, "provenance");
        requireNonNull(quantity, "quantity");
        requireNonNull(membershipDate, "membershipDate");
        requireNonNull(lineId, "lineId");
        requireNonNull(text, "text");
    }

    /** The amount in the entry's currency, with exactly its decimals. */
    String currencyAmountText() {
        return Money.text(currencyAmount, Money.decimalsOf(entry.currency()));
    }

    /** The epoch day its memberships are looked up by. */
    int membershipDay() {
        return Math.toIntExact(membershipDate.toEpochDay());
    }
}
