package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.ledger.setting.AccountSelection;

/**
 * A driver whose quantities are measured from ledger lines: those on these accounts that the filter lets through, per
 * combination of values of the receiving dimensions.
 *
 * @param distinct whose values {@link LedgerMeasure#DISTINCT} counts; empty for every other measure
 */
public record LedgerDriver(
        String code,
        LedgerMeasure measure,
        Optional<Dimension> distinct,
        AccountSelection accounts,
        DimensionFilter filter,
        List<Dimension> receivers) {
    public LedgerDriver {
        requireNonNull(code, "code");
        requireNonNull(measure, "measure");
        requireNonNull(accounts, "accounts");
        requireNonNull(filter, "filter");
        receivers = List.copyOf(receivers);
        if (distinct.isPresent() != (measure == LedgerMeasure.DISTINCT)) {
            throw new IllegalArgumentException("driver " + code + " measures " + measure + " of " + distinct);
        }
    }
}
