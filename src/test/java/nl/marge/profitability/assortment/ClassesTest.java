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

    private static final AbcClass.Limits ABC = limits("80", "95");
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

        assertEquals(new BigDecimal("6.000000"), demand.mean());
        assertEquals(new BigDecimal("4.000000"), demand.deviation());
        assertEquals(Optional.of(new BigDecimal("0.6667")), demand.variation());
        assertEquals(Optional.of(XyzClass.Y), XyzClass.of(demand, XYZ));
    }

    @Test
    void limitsBelongToTheSteadierClass() {
        assertEquals(Optional.of(XyzClass.X), XyzClass.of(demand("5", "5", "5"), XYZ));
        // Mean 10, deviation 5; mean 10, deviation 10; and a hair beyond, which no rounding may take away.
        assertEquals(Optional.of(XyzClass.X), XyzClass.of(demand("5", "10", "15"), XYZ));
        assertEquals(Optional.of(XyzClass.Y), XyzClass.of(demand("4.999999", "10", "15"), XYZ));
        assertEquals(Optional.of(XyzClass.Y), XyzClass.of(demand("0", "10", "20"), XYZ));
        assertEquals(Optional.of(XyzClass.Z), XyzClass.of(demand("0", "10", "20.000001"), XYZ));
    }

    @Test
    void limitsMayBeFractionsOfAPercent() {
        // Before the second 795 of 1000 have been earned.
        List<BigInteger> margins =
                LongStream.of(795, 205).mapToObj(BigInteger::valueOf).toList();

        assertEquals(List.of(A, B), AbcClass.of(margins, limits("79.5", "95")));
        assertEquals(List.of(A, A), AbcClass.of(margins, limits("79.5001", "95")));
    }

    @Test
    void quantitiesOfMillionthsAreReckonedExactlyAndRoundedOnce() {
        Demand grams = demand(
                "0.00027", "0.00045", "0.00038", "0.00032", "0.00038", "0.00031", "0.00039", "0.00044", "0.00032",
                "0.00037", "0.00043", "0.00032");

        // In 0.00001: sum 438, squares 16350; (12 x 16350 - 438 x 438) / (12 x 11) = 33, its root 5.7446.
        assertEquals(new BigDecimal("0.000365"), grams.mean());
        assertEquals(new BigDecimal("0.000057"), grams.deviation());
        assertEquals(Optional.of(new BigDecimal("0.1574")), grams.variation());
        Replenishment suggested = Replenishment.of(grams, level("98"), BigDecimal.ONE);
        assertEquals(new BigDecimal("0.000118"), suggested.safetyStock());
        assertEquals(new BigDecimal("0.000483"), suggested.reorderPoint());
    }

    @Test
    void classIsDecidedOnTheExactFigure() {
        // Mean 0.00015, deviation 0.00005 x root of 12/11: 0.3482, where four decimals would have made 0.5.
        Demand alternating = demand(Stream.iterate(1, i -> i <= 12, i -> i + 1)
                .map(i -> i % 2 == 0 ? "0.0002" : "0.0001")
                .toArray(String[]::new));

        assertEquals(Optional.of(new BigDecimal("0.3482")), alternating.variation());
        assertEquals(
                Optional.of(XyzClass.X),
                XyzClass.of(alternating, new XyzClass.Limits(new BigDecimal("0.4"), BigDecimal.ONE)));
    }

    @Test
    void onceInAYearHasTheRootOfTwelveHoweverLittle() {
        // One of n: deviation over mean is the root of n.
        assertEquals(Optional.of(new BigDecimal("3.4641")), year("1").variation());
        assertEquals(Optional.of(new BigDecimal("3.4641")), year("0.0001").variation());
        assertEquals(Optional.of(new BigDecimal("3.4641")), year("0.000001").variation());
        assertEquals(Optional.of(XyzClass.Z), XyzClass.of(year("0.000001"), XYZ));
        // Two of twelve: root of (12 x 2 - 4) x 12 / (11 x 4) = root of 60/11.
        assertEquals(Optional.of(new BigDecimal("2.3355")), year("1", "1").variation());
    }

    @Test
    void returnsThatOutweighSalesHaveNoVariation() {
        assertEquals(Optional.empty(), XyzClass.of(demand("-5", "2", "1"), XYZ));
        assertEquals(Optional.empty(), demand("-5", "5", "0").variation());
    }

    @Test
    void suggestsStockAsByHand() {
        // z of 98 % is 2.053749 (normal table); x 4 x root of 4; 6 x 4 + that.
        Replenishment suggested = Replenishment.of(demand("2", "6", "10"), level("98"), BigDecimal.valueOf(4));

        assertEquals(new BigDecimal("16.429992"), suggested.safetyStock());
        assertEquals(new BigDecimal("40.429992"), suggested.reorderPoint());
    }

    @Test
    void stockWithARootThatEndsIsNotRoundedUp() {
        // 2.053749 x 4 x root of 1/3 x root of 3: what is thirds on the way is whole in the end.
        Replenishment suggested = Replenishment.of(demand("1", "1", "5"), level("98"), BigDecimal.valueOf(3));

        assertEquals(new BigDecimal("8.214996"), suggested.safetyStock());
        assertEquals(new BigDecimal("15.214996"), suggested.reorderPoint());
    }

    @Test
    void deviatesAreThoseOfTheNormalTable() {
        assertEquals(
                List.of(
                        "0.000000",
                        "0.841621",
                        "1.174987",
                        "1.281552",
                        "1.340755",
                        "1.405072",
                        "1.554774",
                        "1.644854",
                        "1.750686",
                        "1.880794",
                        "2.053749",
                        "2.326348",
                        "2.575829",
                        "3.090232",
                        "3.719016"),
                Stream.of(
                                "50", "80", "88", "90", "91", "92", "94", "95", "96", "97", "98", "99", "99.5", "99.9",
                                "99.99")
                        .map(percent -> level(percent).deviate().toPlainString())
                        .toList());
    }

    private static List<AbcClass> abc(long... margins) {
        return AbcClass.of(LongStream.of(margins).mapToObj(BigInteger::valueOf).toList(), ABC);
    }

    private static AbcClass.Limits limits(String a, String b) {
        return new AbcClass.Limits(new BigDecimal(a), new BigDecimal(b));
    }

    private static ServiceLevel level(String percent) {
        return ServiceLevel.of(new BigDecimal(percent));
    }

    private static Demand demand(String... quantities) {
        return Demand.of(Stream.of(quantities)
                .map(text -> new BigDecimal(text).movePointRight(6).toBigIntegerExact())
                .toList());
    }

    /** Twelve months, of which the first have these quantities. */
    private static Demand year(String... quantities) {
        return demand(Stream.concat(Stream.of(quantities), Stream.generate(() -> "0"))
                .limit(12)
                .toArray(String[]::new));
    }
}
