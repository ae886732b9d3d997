package nl.marge.customervalue.rfm;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Fixed cut-offs between scores, four of them, ascending: who is at or above the last has the highest score. Pure. */
record Cuts(List<Long> least) {

    /** How many there are. */
    static final int COUNT = Quintiles.SCORES - 1;

    Cuts {
        least = List.copyOf(least);
        OptionalInt fault = fault(least);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("cut-offs are " + COUNT + " that ascend, not " + least);
        }
    }

    /** The place of the first that is wrong, the count where there are too few or too many; empty when none is. */
    static OptionalInt fault(List<Long> cuts) {
        return cuts.size() != COUNT
                ? OptionalInt.of(cuts.size())
                : IntStream.range(1, COUNT)
                        .filter(i -> cuts.get(i) <= cuts.get(i - 1))
                        .findFirst();
    }

    /** The score of a value: 1 below the first cut-off, 5 at or above the last. */
    int atLeast(BigInteger value) {
        return 1
                + (int) least.stream()
                        .filter(cut -> value.compareTo(BigInteger.valueOf(cut)) >= 0)
                        .count();
    }

    /** The score of a value of which less is better: 5 at or below the first cut-off, 1 above the last. */
    int atMost(long value) {
        return 1 + (int) least.stream().filter(cut -> value <= cut).count();
    }
}
