package nl.marge.allocation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.marge.allocation.engine.RuleResult.Outcome;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.apportion.Apportionment;
import org.junit.jupiter.api.Test;

/** How far parts are from their exact shares, calculated anew in plain decimals; each failure tells the seed. */
class AllocationSharesTest {

    private static final MathContext DIGITS = new MathContext(60);

    /** What the sixty digits of the test leave open. */
    private static final BigDecimal ONE_UNIT = new BigDecimal("1.000000000001");

    @Test
    void everyPairIsWithinOneUnitOfItsExactShare() {
        forEachRule((result, open) -> {
            long total = sum(result.portions(), portion -> result.portions().streams()[portion] >= 0);
            BigDecimal weights = totalWeight(result.sender(), open);
            return pairs(result.sender(), open).stream().allMatch(pair -> {
                long got = sum(result.portions(), portion -> pair.has(result.portions(), portion));
                BigDecimal exact =
                        BigDecimal.valueOf(total).multiply(pair.weight()).divide(weights, DIGITS);
                return near(got, exact, ONE_UNIT);
            });
        });
    }

    /** Where cost comes from is true to the unit as well; where both sums cannot be met so, to the unit after. */
    @Test
    void everyOriginOfAPairIsWithinTwoUnitsOfItsExactShareAndNearlyAlwaysWithinOne() {
        int[] cells = new int[2];
        forEachRule((result, open) -> {
            Portions portions = result.portions();
            boolean named = result.sender().streams().stream()
                    .anyMatch(stream -> stream.accountId().isPresent());
            if (named) {
                return true;
            }
            BigDecimal weights = totalWeight(result.sender(), open);
            for (int index = 0; index < portions.origins().size(); index++) {
                int origin = index;
                long column = sum(portions, i -> portions.originIndexes()[i] == origin && portions.streams()[i] >= 0);
                for (Pair pair : pairs(result.sender(), open)) {
                    long got = sum(portions, i -> portions.originIndexes()[i] == origin && pair.has(portions, i));
                    BigDecimal exact =
                            BigDecimal.valueOf(column).multiply(pair.weight()).divide(weights, DIGITS);
                    cells[0]++;
                    cells[1] += near(got, exact, ONE_UNIT) ? 0 : 1;
                    if (!near(got, exact, ONE_UNIT.add(BigDecimal.ONE))) {
                        return false;
                    }
                }
            }
            return true;
        });
        assertTrue(cells[1] * 10_000L < cells[0], cells[1] + " of " + cells[0] + " cells are a unit away or more");
    }

    @Test
    void groupsAreSolvedAsTheirEquationsSay() {
        SeededPlans.ALL.forEach((cycle, plan) -> {
            List<RuleResult> group = plan.results().stream()
                    .filter(result ->
                            result.sender().method() == Method.RECIPROCAL && result.outcome() == Outcome.ALLOCATED)
                    .toList();
            if (!group.isEmpty()) {
                check(cycle, group, closedBefore(plan));
            }
        });
    }

    private static void check(SeededCycle cycle, List<RuleResult> group, Set<Integer> closed) {
        List<BigDecimal> through = group.stream()
                .map(result -> result.exactOut().movePointRight(cycle.input.decimals()))
                .toList();
        BigDecimal total =
                BigDecimal.valueOf(group.stream().mapToLong(RuleResult::out).sum());
        Map<Integer, BigDecimal> arrives = new HashMap<>();
        BigDecimal tolerance = BigDecimal.ONE;
        for (int i = 0; i < group.size(); i++) {
            Sender sender = group.get(i).sender();
            BiPredicate<Integer, Sender> open = (receiver, rule) ->
                    receiver != Stream.pool(rule.pool()) && (receiver >= 0 || !closed.contains(Stream.pool(receiver)));
            BigDecimal weights = totalWeight(sender, open);
            for (Pair pair : pairs(sender, open)) {
                BigDecimal share = through.get(i).multiply(pair.weight()).divide(weights, DIGITS);
                arrives.merge(pair.receiver(), share, BigDecimal::add);
            }
            tolerance = tolerance.add(new BigDecimal("0.001"));
        }
        BigDecimal received = BigDecimal.ZERO;
        for (RuleResult result : group) {
            BigDecimal got = arrives.remove(Stream.pool(result.sender().pool()));
            received = received.add(got == null ? BigDecimal.ZERO : got);
        }
        BigDecimal left =
                through.stream().reduce(BigDecimal.ZERO, BigDecimal::add).subtract(received);
        assertTrue(near(total.longValueExact(), left, tolerance), cycle::toString);
        for (Map.Entry<Integer, BigDecimal> each : arrives.entrySet()) {
            long got = group.stream()
                    .mapToLong(result ->
                            sum(result.portions(), i -> result.portions().receivers()[i] == each.getKey()))
                    .sum();
            assertTrue(near(got, each.getValue(), tolerance), cycle::toString);
        }
    }

    @Test
    void manySmallReceiversMayTogetherBeFarFromTheirShare() {
        // docs/spec-allocation.md: 10.00 over 1,000 customers of KEY with 6 minutes and 1,000 of MKB with 4.
        List<BigDecimal> minutes = java.util.stream.Stream.concat(
                        Collections.nCopies(1_000, BigDecimal.valueOf(6)).stream(),
                        Collections.nCopies(1_000, BigDecimal.valueOf(4)).stream())
                .toList();

        long[] cents = Apportionment.by(minutes).split(1_000);

        assertEquals(1_000, LongStream.of(cents).limit(1_000).sum());
        assertEquals(0, LongStream.of(cents).skip(1_000).sum());
    }

    @Test
    void membersOfAGroupHandEachOtherTheirShareOfWhatPassesThrough() {
        SeededPlans.ALL.forEach((cycle, plan) -> plan.results().stream()
                .filter(result -> !result.handed().isEmpty())
                .forEach(result -> checkHanded(cycle, result, closedBefore(plan))));
    }

    private static void checkHanded(SeededCycle cycle, RuleResult result, Set<Integer> closed) {
        BiPredicate<Integer, Sender> open = (receiver, rule) ->
                receiver != Stream.pool(rule.pool()) && (receiver >= 0 || !closed.contains(Stream.pool(receiver)));
        Map<Integer, BigDecimal> weightByReceiver = new HashMap<>();
        pairs(result.sender(), open)
                .forEach(pair -> weightByReceiver.merge(pair.receiver(), pair.weight(), BigDecimal::add));
        BigDecimal weights = totalWeight(result.sender(), open);
        for (RuleResult.Handed handed : result.handed()) {
            BigDecimal share = result.exactOut()
                    .multiply(weightByReceiver.get(Stream.pool(handed.pool())))
                    .divide(weights, DIGITS);
            BigDecimal off = handed.exact().subtract(share).abs();
            // Both are rounded to six decimals.
            assertTrue(off.compareTo(new BigDecimal("0.000001")) <= 0, cycle::toString);
        }
    }

    /** Pools that had sent before the group. */
    private static Set<Integer> closedBefore(AllocationPlan plan) {
        Set<Integer> closed = new HashSet<>();
        for (RuleResult result : plan.results()) {
            if (result.sender().method() == Method.RECIPROCAL) {
                break;
            }
            closed.add(result.sender().pool());
        }
        return closed;
    }

    /** A pair of stream and receiver, and its weight. */
    private record Pair(int stream, int receiver, BigDecimal weight) {
        private boolean has(Portions portions, int portion) {
            return portions.streams()[portion] == stream && portions.receivers()[portion] == receiver;
        }
    }

    /** Runs through the rules that stand alone and have cost to allocate. */
    private static void forEachRule(BiPredicate<RuleResult, BiPredicate<Integer, Sender>> law) {
        SeededPlans.ALL.forEach((cycle, plan) -> {
            Set<Integer> closed = new HashSet<>();
            for (RuleResult result : plan.results()) {
                closed.add(result.sender().pool());
                boolean alone = result.sender().group().isEmpty();
                BiPredicate<Integer, Sender> open = (receiver, rule) ->
                        receiver >= 0 || rule.method() != Method.DIRECT && !closed.contains(Stream.pool(receiver));
                if (alone && totalWeight(result.sender(), open).signum() > 0) {
                    assertTrue(law.test(result, open), cycle::toString);
                }
            }
        });
    }

    private static List<Pair> pairs(Sender sender, BiPredicate<Integer, Sender> open) {
        List<Pair> pairs = new ArrayList<>();
        for (int stream = 0; stream < sender.streams().size(); stream++) {
            Stream from = sender.streams().get(stream);
            for (int i = 0; i < from.receivers().length; i++) {
                if (open.test(from.receivers()[i], sender)) {
                    pairs.add(
                            new Pair(stream, from.receivers()[i], from.weights().get(i)));
                }
            }
        }
        return pairs;
    }

    private static BigDecimal totalWeight(Sender sender, BiPredicate<Integer, Sender> open) {
        return pairs(sender, open).stream().map(Pair::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long sum(Portions portions, java.util.function.IntPredicate which) {
        return IntStream.range(0, portions.size())
                .filter(which)
                .mapToLong(portion -> portions.amounts()[portion])
                .sum();
    }

    private static boolean near(long amount, BigDecimal exact, BigDecimal limit) {
        return exact.subtract(BigDecimal.valueOf(amount)).abs().compareTo(limit) < 0;
    }
}
