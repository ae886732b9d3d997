package nl.marge.customervalue.rfm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.marge.customervalue.rfm.RfmTable.Bought;
import nl.marge.customervalue.rfm.RfmTable.Cell;
import nl.marge.customervalue.rfm.RfmTable.Method;
import nl.marge.customervalue.rfm.RfmTable.Money;
import nl.marge.customervalue.rfm.RfmTable.Scored;
import org.junit.jupiter.api.Test;

class RfmTableTest {

    private static final Method QUINTILES =
            new Method(Optional.empty(), Optional.empty(), Optional.empty(), Money.MARGIN);

    @Test
    void scoresFifthsByRank() {
        assertArrayEquals(new int[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5}, scores(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    /** Six of ten are 1: ranks 1 to 6 average 3.5, and 5 x 3.5 / 10 = 1.75 is 2. */
    @Test
    void scoresEqualsAlikeByTheirAverageRank() {
        assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2, 4, 4, 5, 5}, scores(1, 1, 1, 1, 1, 1, 2, 2, 3, 4));
    }

    @Test
    void scoresOneFiveAndManyEqualsThree() {
        assertArrayEquals(new int[] {5}, scores(7));
        assertArrayEquals(new int[] {3, 3, 3, 3, 3}, scores(7, 7, 7, 7, 7));
        assertArrayEquals(new int[] {}, scores());
    }

    @Test
    void scoresByCutOffsWhatIsAtThemOrBeyond() {
        Method method = new Method(
                Optional.of(new Cuts(List.of(30L, 60L, 90L, 180L))),
                Optional.of(new Cuts(List.of(2L, 3L, 5L, 10L))),
                Optional.of(new Cuts(List.of(0L, 100L, 1000L, 10000L))),
                Money.REVENUE);

        assertEquals(
                List.of("R5F1M3", "R4F2M1", "R2F5M5", "R1F4M2"),
                codes(new RfmTable(
                        List.of(bought(30, 1, 100), bought(31, 2, -1), bought(180, 10, 10000), bought(181, 9, 99)),
                        method)));
    }

    @Test
    void countsCellsTheBestFirst() {
        RfmTable table = new RfmTable(List.of(bought(10, 3, 300), bought(200, 1, 10), bought(10, 3, 300)), QUINTILES);

        assertEquals(List.of("R5F5M5", "R2F2M2", "R5F5M5"), codes(table));
        assertEquals(
                List.of("R5F5M5", "R2F2M2"),
                table.cells().keySet().stream().map(RfmTable.Score::code).toList());
        assertEquals(
                new Cell(2, BigInteger.valueOf(600), BigInteger.valueOf(600)),
                table.cells().values().iterator().next());
    }

    @Test
    void refusesCutOffsThatDoNotAscend() {
        assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(1L, 2L, 2L, 3L)));
        assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(1L, 2L, 3L)));
    }

    @Test
    void neverScoresTheBetterLowerWhateverTheOrder() {
        long seed = 5;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Bought> buyers = new ArrayList<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                buyers.add(new Bought(
                        i,
                        random.nextInt(40),
                        1 + random.nextInt(4),
                        BigInteger.ONE,
                        BigInteger.valueOf(random.nextInt(50) - 25)));
            }
            List<Scored> scored = new RfmTable(buyers, QUINTILES).customers();
            List<Bought> shuffled = new ArrayList<>(buyers);
            Collections.shuffle(shuffled, random);
            List<Scored> again = new ArrayList<>(new RfmTable(shuffled, QUINTILES).customers());
            again.sort(Comparator.comparingInt(one -> one.bought().customer()));

            assertEquals(scored, again, "seed " + seed);
            for (Scored one : scored) {
                for (Scored other : scored) {
                    boolean better = one.bought().recency() <= other.bought().recency();
                    assertTrue(!better || one.score().recency() >= other.score().recency(), "seed " + seed);
                }
            }
        }
    }

    private static int[] scores(Integer... values) {
        return Quintiles.scores(List.of(values), Comparator.naturalOrder());
    }

    private static Bought bought(long recency, int frequency, long money) {
        return new Bought(1, recency, frequency, BigInteger.valueOf(money), BigInteger.valueOf(money));
    }

    private static List<String> codes(RfmTable table) {
        return table.customers().stream().map(scored -> scored.score().code()).toList();
    }
}
