package nl.marge.profitability.assortment;

import static nl.marge.profitability.assortment.AbcClass.A;
import static nl.marge.profitability.assortment.AbcClass.B;
import static nl.marge.profitability.assortment.AbcClass.C;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassesTest {

    private static final AbcClass.Limits ABC = new AbcClass.Limits(80, 95);
    private static final XyzClass.Limits XYZ = new XyzClass.Limits(new BigDecimal("0.5"), BigDecimal.ONE);

    @Test
    void itemThatCrossesALimitStillBelongsToTheBetterClass() {
        // 70 + 20 + 8 + 2 = 100 earned: before the second 70 < 80, before the third 90 < 95, before the fourth 98.
        assertEquals(List.of(A, A, B, C), abc(70, 20, 8, 2));
        // Before the second 80 of 100 have been earned, which is the limit.
        assertEquals(List.of(A, B, B, C), abc(80, 10, 5, 5));
    }

    @Test
    void itemThatLosesIsCAndTakesNothingFromWhatIsEarned() {
        assertEquals(List.of(A, A, C, C), abc(60, 40, 0, -500));
        assertEquals(List.of(C, C), abc(-1, -2));
        assertEquals(List.of(), abc());
    }

    @Test
    void equalItemsMayFallIntoDifferentClassesInTheirOrder() {
        assertEquals(List.of(A, A, A, A, B), abc(1, 1, 1, 1, 1));
    }

    @Test
    void demandComesOutAsByHand() {
        // Mean 6; squares 16 + 0 + 16 = 32; 32 / 2 = 16; root 4; 4 / 6.
        Demand demand = demand("2", "6", "10");

        assertEquals(new BigDecimal("6.0000"), demand.mean());
        assertEquals(new BigDecimal("4.0000"), demand.deviation());
        assertEquals(Optional.of(new BigDecimal("0.6667")), demand.variation());
        assertEquals(Optional.of(XyzClass.Y), XyzClass.of(demand, XYZ));
    }

    @Test
    void limitsBelongToTheSteadierClass() {
        assertEquals(Optional.of(XyzClass.X), XyzClass.of(demand("5", "5", "5"), XYZ));
        assertEquals(Optional.of(XyzClass.X), XyzClass.of(new Demand(12, BigDecimal.TEN, new BigDecimal("5")), XYZ));
        assertEquals(Optional.of(XyzClass.Y), XyzClass.of(new Demand(12, BigDecimal.TEN, new BigDecimal("10")), XYZ));
        assertEquals(
                Optional.of(XyzClass.Z), XyzClass.of(new Demand(12, BigDecimal.TEN, new BigDecimal("10.01")), XYZ));
    }

    @Test
    void returnsThatOutweighSalesHaveNoVariation() {
        assertEquals(Optional.empty(), XyzClass.of(demand("-5", "2", "1"), XYZ));
        assertEquals(Optional.empty(), demand("-5", "5", "0").variation());
    }

    @Test
    void suggestsStockAsByHand() {
        // z of 98 % is 2.053749 (normal table); x 4 x root of 4; 6 x 4 + that.
        Replenishment suggested =
                Replenishment.of(demand("2", "6", "10"), ServiceLevel.of(A, XyzClass.X), BigDecimal.valueOf(4));

        assertEquals(new BigDecimal("16.4300"), suggested.safetyStock());
        assertEquals(new BigDecimal("40.4300"), suggested.reorderPoint());
    }

    private static List<AbcClass> abc(long... margins) {
        return AbcClass.of(LongStream.of(margins).mapToObj(BigInteger::valueOf).toList(), ABC);
    }

    private static Demand demand(String... quantities) {
        return Demand.of(Stream.of(quantities).map(BigDecimal::new).toList());
    }
}
