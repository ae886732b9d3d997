package nl.marge.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.marge.ledger.EntryKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellsTest {

    private static final int GROUPS = 4;

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    /** Of small amounts, of amounts that fit into 64 bits only one by one, and of sums that do not. */
    @ParameterizedTest
    @MethodSource("seeds")
    void weighsRowsAsWideNumbersDo(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(seed % 5 == 0 ? 300 : 12);
        Cells cells = cells(rows);
        int shift = random.nextInt(64);
        for (int i = 0; i < 4 * rows; i++) {
            cells.add(random.nextInt(GROUPS), random.nextInt(rows), random.nextLong() >> shift);
        }
        int reach = seed % 7 == 0 ? Integer.MAX_VALUE : 2;
        int[] factors = random.ints(rows, -reach, reach).toArray();

        for (int group = 0; group < GROUPS; group++) {
            int of = group;
            assertEquals(
                    IntStream.range(0, rows)
                            .mapToObj(row -> cells.sum(of, row, 0).multiply(BigInteger.valueOf(factors[row])))
                            .reduce(BigInteger.ZERO, BigInteger::add),
                    cells.weighed(group, factors),
                    "seed " + seed);
        }
    }

    private static Cells cells(int rows) {
        LineFilter all = new LineFilter(EnumSet.allOf(EntryKind.class), Optional.empty());
        return new Cells(new CubeQuery(all, DayColumns.single(0, 1), new int[0], rows, Measure.AMOUNT), GROUPS);
    }
}
