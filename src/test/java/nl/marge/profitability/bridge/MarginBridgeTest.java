package nl.marge.profitability.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarginBridgeTest {

    private static final MathContext FINE = new MathContext(200, RoundingMode.HALF_EVEN);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /**
     * Two products, two customers, amounts in whole euro. Jansen buys more apples at a better price, which now cost
     * more, and no pears any longer; De Vries buys twice the apples, and pears for the first time.
     *
     * <pre>
     *                    before: units revenue cost margin     now: units revenue cost margin
     * Jansen   apples            10      100   60     40            12      132   84     48
     * De Vries apples            10       90   60     30            20      180  140     40
     * Jansen   pears              5       50   35     15             -        -    -      -
     * De Vries pears              -        -    -      -             4       40   24     16
     * </pre>
     */
    static final List<BridgeLine> GOLDEN = List.of(
            line(side(10, 100, 40), side(12, 132, 48)),
            line(side(10, 90, 30), side(20, 180, 40)),
            line(side(5, 50, 15), Side.NONE),
            line(Side.NONE, side(4, 40, 16)));

    @Test
    void tellsWhatAnAccountantFindsByHand() {
        // price (11 - 10) x 12; volume (32 - 20) x 70/20; mix 12 x 4 + 20 x 3 - 32/20 x 70; cost -(7 - 6) x 32
        assertEquals(
                "price 12 volume 42 mix -4 cost -32 new 16 lost -15 unmeasured 0",
                told(bridge(GOLDEN).steps()));
        assertEquals(
                "price 12 volume 8 mix 0 cost -12 new 0 lost -15 unmeasured 0",
                told(bridge(key()).steps()));
        assertEquals(
                "price 0 volume 30 mix 0 cost -20 new 16 lost 0 unmeasured 0",
                told(bridge(mkb()).steps()));
        // 8 + 30 in the two segments, 42 for both as one: four went from Jansen's margin of 4 to De Vries' of 3
        assertEquals(BigInteger.valueOf(-4), MarginBridge.mixBetween(List.of(bridge(key()), bridge(mkb()))));
        assertEquals(BigInteger.ZERO, MarginBridge.mixBetween(List.of(bridge(GOLDEN))));
        assertEquals(BigInteger.ZERO, MarginBridge.mixBetween(List.of()));
    }

    @Test
    void totalIsTheSameHoweverRowsAreCutAndRowsSumToIt() {
        // A thousand customers, each 3 units at 100 - 90 and then 4 at 134 - 120: price 134 - 4 x 100/3 = 2/3 each,
        // volume 10/3 each. One by one that would be 0.67 and 3.33; a thousand times the fractions is what it is.
        List<BridgeLine> customers = Collections.nCopies(1_000, line(side(3, 10_000, 1_000), side(4, 13_400, 1_400)));

        StepRounding apart = new StepRounding(
                customers.stream().map(one -> bridge(List.of(one))).toList(), true);
        StepRounding together = new StepRounding(List.of(bridge(customers)), true);

        String expected = "price 66667 volume 333333 mix 0 cost 0 new 0 lost 0 unmeasured 0";
        assertEquals(expected, told(together.total()));
        assertEquals(expected, told(apart.total()));
        assertEquals(BigInteger.ZERO, apart.mixBetween());
        assertEquals(
                66_667,
                IntStream.range(0, 1_000).mapToLong(i -> price(apart, i)).sum());
        assertEquals(
                Set.of(66L, 67L),
                IntStream.range(0, 1_000).mapToObj(i -> price(apart, i)).collect(Collectors.toSet()));
        IntStream.range(0, 1_000).forEach(i -> assertEquals(BigInteger.valueOf(400), moved(apart.row(i))));
    }

    private static long price(StepRounding steps, int row) {
        return steps.row(row).price().longValueExact();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsSumToTheTotalWhichAnyOtherCutHasTooAndStayNearTheirOwnFractions(long seed) {
        Random random = new Random(seed);
        List<BridgeLine> lines = draw(random, 60, 1_000);
        List<List<BridgeLine>> cut = new ArrayList<>();
        Stream.generate(() -> new ArrayList<BridgeLine>())
                .limit(1 + random.nextInt(20))
                .forEach(cut::add);
        lines.forEach(line -> cut.get(random.nextInt(cut.size())).add(line));

        StepRounding rows =
                new StepRounding(cut.stream().map(MarginBridgeTest::bridge).toList(), true);
        MarginSteps one = bridge(lines).steps();

        String told = "seed " + seed;
        MarginSteps total = rows.total();
        assertEquals(one.price(), total.price(), told);
        assertEquals(one.volume(), total.volume().subtract(rows.mixBetween()), told);
        assertEquals(one.mix(), total.mix().add(rows.mixBetween()), told);
        assertEquals(one.purchaseCost(), total.purchaseCost(), told);
        List<MarginSteps> steps =
                IntStream.range(0, cut.size()).mapToObj(rows::row).toList();
        for (Function<MarginSteps, BigInteger> step : List.<Function<MarginSteps, BigInteger>>of(
                MarginSteps::price, MarginSteps::volume, MarginSteps::mix, MarginSteps::purchaseCost)) {
            assertEquals(step.apply(total), steps.stream().map(step).reduce(BigInteger.ZERO, BigInteger::add), told);
            for (int row = 0; row < cut.size(); row++) {
                BigInteger alone = step.apply(bridge(cut.get(row)).steps());
                assertTrue(
                        step.apply(steps.get(row)).subtract(alone).abs().compareTo(BigInteger.TWO) <= 0,
                        told + " row " + row + ": " + alone + " is told as " + step.apply(steps.get(row)));
            }
        }
        for (int row = 0; row < cut.size(); row++) {
            assertEquals(change(cut.get(row)), sum(steps.get(row)), told);
        }
    }

    private static List<BridgeLine> key() {
        return List.of(GOLDEN.get(0), GOLDEN.get(2));
    }

    private static List<BridgeLine> mkb() {
        return List.of(GOLDEN.get(1), GOLDEN.get(3));
    }

    @Test
    void bringsThirdsOfACentToCentsThatSum() {
        // 3 units for 10 cents become 2 for 7: price 7 - 20/3 = 1/3, volume -10/3, mix and cost nothing; together -3
        List<BridgeLine> lines = List.of(line(side(3, 10, 10), side(2, 7, 7)));

        assertEquals(
                "price 0 volume -3 mix 0 cost 0 new 0 lost 0 unmeasured 0",
                told(bridge(lines).steps()));
    }

    @Test
    void whatNoQuantityExplainsStandsApart() {
        Map<String, BridgeLine> lines = Map.of(
                "freight without quantity", line(side(0, 10, 10), side(0, 14, 14)),
                "a credit note after the last sale", line(side(5, 50, 20), side(0, -10, -10)),
                "more returned than sold", line(side(5, 50, 20), side(-2, -20, -8)),
                "deductions above sales", line(side(5, 50, 20), side(5, -1, -30)),
                "new without quantity", line(Side.NONE, side(0, 3, 3)),
                "lost without quantity", line(side(0, 3, 3), Side.NONE),
                "nothing tells the unit", new BridgeLine(side(5, 50, 20), side(6, 60, 24), false));

        lines.forEach((name, line) -> {
            MarginSteps steps = bridge(List.of(line)).steps();

            BigInteger change =
                    line.after().grossMargin().subtract(line.before().grossMargin());
            assertEquals(new MarginSteps.Apart(change, 1), steps.unmeasured(), name);
            assertEquals("price 0 volume 0 mix 0 cost 0 new 0 lost 0 unmeasured " + change, told(steps), name);
        });
    }

    @Test
    void whatIsGivenAwayHasAPriceOfZero() {
        assertEquals(
                "price 20 volume -4 mix 0 cost 0 new 0 lost 0 unmeasured 0",
                told(bridge(List.of(line(side(8, 0, -16), side(10, 20, 0)))).steps()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stepsSumIdenticallyToTheChangeAndLieWithinAUnitOfTheFormulas(long seed) {
        List<BridgeLine> lines = draw(new Random(seed), 40, 1_000);

        MarginSteps steps = bridge(lines).steps();

        assertEquals(change(lines), sum(steps), "seed " + seed);
        assertFormulas(lines, steps, "seed " + seed);
    }

    @Test
    void quantitiesWithoutACommonDenominatorStillSumIdentically() {
        List<BridgeLine> lines = draw(new Random(77), 3_000, 999_999_999);

        MarginSteps steps = bridge(lines).steps();

        assertEquals(change(lines), sum(steps));
        assertFormulas(lines, steps, "seed 77");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSidesSwappedNegateWhatIsBridgedAndSwapNewWithLost(long seed) {
        List<BridgeLine> lines = draw(new Random(seed), 40, 1_000);
        List<BridgeLine> swapped = lines.stream()
                .map(line -> new BridgeLine(line.after(), line.before(), line.countable()))
                .toList();

        MarginSteps steps = bridge(lines).steps();
        MarginSteps back = bridge(swapped).steps();

        assertEquals(moved(steps).negate(), moved(back), "seed " + seed);
        assertEquals(steps.newLines().amount().negate(), back.lostLines().amount(), "seed " + seed);
        assertEquals(steps.lostLines().amount().negate(), back.newLines().amount(), "seed " + seed);
        assertEquals(steps.unmeasured().amount().negate(), back.unmeasured().amount(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void booksThatDidNotChangeHaveNoStep(long seed) {
        List<BridgeLine> lines = draw(new Random(seed), 40, 1_000).stream()
                .map(line -> new BridgeLine(line.before(), line.before(), line.countable()))
                .toList();

        assertEquals(
                "price 0 volume 0 mix 0 cost 0 new 0 lost 0 unmeasured 0",
                told(bridge(lines).steps()),
                "seed " + seed);
    }

    /** The formulas of clv.md once more, plainly, each within one unit of what is told. */
    private static void assertFormulas(List<BridgeLine> lines, MarginSteps steps, String seed) {
        List<BridgeLine> common = lines.stream()
                .filter(line -> line.kind() == BridgeLine.Kind.COMMON)
                .toList();
        if (common.isEmpty()) {
            assertEquals(BigInteger.ZERO, moved(steps), seed);
            return;
        }
        BigDecimal q0 = total(common, line -> decimal(line.before().quantity()));
        BigDecimal q1 = total(common, line -> decimal(line.after().quantity()));
        BigDecimal m0 = total(common, line -> decimal(line.before().grossMargin()));
        near(
                total(common, line -> perUnit(line.after().netRevenue(), line.after())
                        .subtract(perUnit(line.before().netRevenue(), line.before()))
                        .multiply(decimal(line.after().quantity()))),
                steps.price(),
                seed);
        near(
                total(common, line -> perUnit(line.before().cost(), line.before())
                        .subtract(perUnit(line.after().cost(), line.after()))
                        .multiply(decimal(line.after().quantity()))),
                steps.purchaseCost(),
                seed);
        near(q1.subtract(q0).multiply(m0).divide(q0, FINE), steps.volume(), seed);
        near(
                total(common, line -> decimal(line.after().quantity())
                        .subtract(decimal(line.before().quantity()).multiply(q1).divide(q0, FINE))
                        .multiply(perUnit(line.before().grossMargin(), line.before()))),
                steps.mix(),
                seed);
    }

    private static void near(BigDecimal exact, BigInteger told, String seed) {
        assertTrue(
                exact.subtract(decimal(told)).abs().compareTo(new BigDecimal("1.000001")) < 0,
                () -> seed + ": " + exact.round(new MathContext(30)) + " is told as " + told);
    }

    private static BigDecimal total(List<BridgeLine> lines, Function<BridgeLine, BigDecimal> term) {
        return lines.stream().map(term).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal perUnit(BigInteger amount, Side side) {
        return decimal(amount).divide(decimal(side.quantity()), FINE);
    }

    private static BigDecimal decimal(BigInteger number) {
        return new BigDecimal(number);
    }

    /** Lines of all kinds: most with a price on both sides. */
    static List<BridgeLine> draw(Random random, int count, int quantityLimit) {
        List<BridgeLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Side before = random.nextInt(6) == 0 ? Side.NONE : drawSide(random, quantityLimit);
            Side after = random.nextInt(6) == 0 ? Side.NONE : drawSide(random, quantityLimit);
            lines.add(new BridgeLine(before, after, random.nextInt(20) > 0));
        }
        return lines;
    }

    private static Side drawSide(Random random, int quantityLimit) {
        long quantity = random.nextInt(8) == 0 ? -random.nextInt(3) : 1 + random.nextInt(quantityLimit);
        long revenue = random.nextInt(10) == 0 ? -random.nextInt(500) : random.nextLong(5_000_000_000L);
        return side(quantity, revenue, revenue - random.nextLong(4_000_000_000L));
    }

    static MarginBridge bridge(List<BridgeLine> lines) {
        MarginBridge bridge = new MarginBridge();
        lines.forEach(bridge::add);
        return bridge;
    }

    private static BridgeLine line(Side before, Side after) {
        return new BridgeLine(before, after, true);
    }

    private static Side side(long quantity, long netRevenue, long grossMargin) {
        return new Side(BigInteger.valueOf(quantity), BigInteger.valueOf(netRevenue), BigInteger.valueOf(grossMargin));
    }

    private static BigInteger change(List<BridgeLine> lines) {
        return lines.stream()
                .map(line -> line.after().grossMargin().subtract(line.before().grossMargin()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger moved(MarginSteps steps) {
        return steps.price().add(steps.volume()).add(steps.mix()).add(steps.purchaseCost());
    }

    private static BigInteger sum(MarginSteps steps) {
        return steps.told(BigInteger.ZERO).stream().map(BridgeStep::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static String told(MarginSteps steps) {
        return "price " + steps.price() + " volume " + steps.volume() + " mix " + steps.mix() + " cost "
                + steps.purchaseCost() + " new " + steps.newLines().amount() + " lost "
                + steps.lostLines().amount() + " unmeasured "
                + steps.unmeasured().amount();
    }
}
