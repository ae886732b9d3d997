package nl.marge.profitability;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionValue;
import nl.marge.ledger.reference.Reference;

/** What the rows of a report are called. */
public final class RowNames {

    private static final String UNASSIGNED = "Unassigned";

    private final Reference reference;

    public RowNames(Reference reference) {
        this.reference = reference;
    }

    /** The value of a row on an axis; empty when it is unassigned there, or stands for several. */
    public Optional<DimensionValue> value(ReportRow row, int axis) {
        int id = axis < row.key().size() ? row.key().get(axis) : 0;
        return id == 0 ? Optional.empty() : Optional.of(reference.dimensions().value(id));
    }

    /** The row in words: {@code Key accounts / Unassigned}. */
    public String of(ReportRow row) {
        return switch (row.kind()) {
            case OTHERS -> "Others";
            case UNASSIGNED -> UNASSIGNED;
            case TOTAL -> "Total";
            case VALUE, UNUSED_CAPACITY, OVER_DRIVEN ->
                row.key().isEmpty() ? reference.company().name() : joined(row);
        };
    }

    private String joined(ReportRow row) {
        return IntStream.range(0, row.key().size())
                .mapToObj(axis -> value(row, axis).map(DimensionValue::name).orElse(UNASSIGNED))
                .collect(Collectors.joining(" / "));
    }
}
