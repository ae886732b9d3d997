package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import nl.marge.kernel.Percents;

/** One row of a report beside the same row of what it is compared with, in minor units. */
record ComparedValues(LineValues values, LineValues compared) {
    ComparedValues {
        requireNonNull(values, "values");
        requireNonNull(compared, "compared");
    }

    /** The value compared with. */
    BigInteger base(int line, int column) {
        return compared.value(line, column);
    }

    /** How much larger the report's value is. */
    BigInteger difference(int line, int column) {
        return values.value(line, column).subtract(base(line, column));
    }

    /** The difference as a percentage of the absolute base, so with the difference's sign; empty when the base is 0. */
    Optional<BigDecimal> differencePercent(int line, int column) {
        return Percents.of(difference(line, column), base(line, column).abs());
    }
}
