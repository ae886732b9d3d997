package nl.marge.profitability;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.cube.Answer;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.dimension.grouping.GroupBy;

/**
 * What of a report's last subtotal stands on reserved values of whichever dimension, in minor units: a cost, so below
 * zero, where capacity is unused. Where the report's axes do not show it as rows of its own it is part of the others.
 */
public record CapacityValues(BigInteger unused, BigInteger overDriven) {

    /** Nothing stands on any. */
    static final CapacityValues NONE = new CapacityValues(BigInteger.ZERO, BigInteger.ZERO);

    public CapacityValues {
        requireNonNull(unused, "unused");
        requireNonNull(overDriven, "overDriven");
    }

    /** Reads the answer by {@link GroupBy#reservedOnly}, with the report's own cells. */
    static CapacityValues of(ReportFrame frame, GroupBy by, Answer answer) {
        CapacityValues sum = NONE;
        for (int group = 0; group < answer.cells().groups(); group++) {
            Optional<Reserved> kind = kind(frame, by, answer, group);
            if (kind.isPresent()) {
                sum = sum.plus(
                        kind.get(), new LineValues(frame.layout(), answer.cells(), group, frame.columns()).result());
            }
        }
        return sum;
    }

    /** Of several reserved values the first tells, as it does in rows. */
    private static Optional<Reserved> kind(ReportFrame frame, GroupBy by, Answer answer, int group) {
        return IntStream.range(0, by.axes().size())
                .map(axis -> answer.groups().key(group, axis))
                .filter(value -> value != 0)
                .mapToObj(value ->
                        frame.reference().dimensions().reservedKind(value).orElseThrow())
                .findFirst();
    }

    private CapacityValues plus(Reserved kind, BigInteger value) {
        return switch (kind) {
            case UNUSED_CAPACITY -> new CapacityValues(unused.add(value), overDriven);
            case OVER_DRIVEN -> new CapacityValues(unused, overDriven.add(value));
        };
    }
}
