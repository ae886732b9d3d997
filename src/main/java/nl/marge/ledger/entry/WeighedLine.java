package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.dimension.DimensionSet;

/** A checked line: {@code amount} in minor units, debit +; {@code quantity} in millionths. */
public record WeighedLine(
        int accountId,
        DimensionSet dimensions,
        long amount,
        OptionalLong quantity,
        LocalDate membershipDate,
        Optional<String> lineId,
        Optional<String> text) {
    public WeighedLine {
        requireNonNull(dimensions, "dimensions");
        requireNonNull(membershipDate, "membershipDate");
    }
}
