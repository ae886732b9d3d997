package nl.marge.allocation.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.marge.allocation.engine.RuleResult.Outcome;
import nl.marge.allocation.setting.Method;
import org.junit.jupiter.api.Test;

/** What holds for any cycle, over ten thousand of them; each failure tells the seed. */
class AllocationLawsTest {

    @Test
    void movesMoneyButNeverMakesAny() {
        forEachPlan((cycle, plan) -> {
            long own = plan.results().stream().mapToLong(RuleResult::own).sum();
            long residual =
                    plan.results().stream().mapToLong(RuleResult::residual).sum();
            long arrived = plan.results().stream()
                    .mapToLong(result -> arrived(result.portions()))
                    .sum();

            assertEquals(own, arrived + residual, cycle::toString);
        });
    }

    @Test
    void everyRuleSendsWhatItsPoolHadAndGot() {
        forEachPlan((cycle, plan) -> {
            for (RuleResult result : plan.results()) {
                long own = ownCost(cycle, result).stream()
                        .mapToLong(Parcel::amount)
                        .sum();
                long went = result.out() + result.unused() + result.overDriven() + result.residual();
                long portions = sum(result.portions().amounts());

                assertEquals(own, result.own(), cycle::toString);
                assertEquals(result.own() + result.received(), went, cycle::toString);
                assertEquals(portions + result.residual(), went, cycle::toString);
            }
        });
    }

    /** A group gets what others sent to any of its pools. */
    @Test
    void poolsReceiveWhatOthersSentThem() {
        forEachPlan((cycle, plan) -> {
            Map<Object, Long> received = new HashMap<>();
            Map<Object, Long> sent = new HashMap<>();
            Map<Integer, Object> turnOf = new HashMap<>();
            for (RuleResult result : plan.results()) {
                Object turn = result.sender()
                        .group()
                        .map(Object.class::cast)
                        .orElse(result.sender().pool());
                turnOf.put(result.sender().pool(), turn);
                received.merge(turn, result.received(), Long::sum);
                sent.putIfAbsent(turn, 0L);
            }
            for (RuleResult result : plan.results()) {
                Portions portions = result.portions();
                for (int i = 0; i < portions.size(); i++) {
                    if (portions.receivers()[i] < 0) {
                        Object turn = turnOf.get(Stream.pool(portions.receivers()[i]));
                        sent.merge(turn, portions.amounts()[i], Long::sum);
                    }
                }
            }

            assertEquals(sent, received, cycle::toString);
        });
    }

    @Test
    void eachAccountLosesWhatOthersGetOnIt() {
        forEachPlan((cycle, plan) -> {
            if (cycle.namesNoAccount()) {
                assertEquals(taken(cycle, plan, List.of()), given(plan, List.of()), cycle::toString);
                cycle.keepOfAll()
                        .ifPresent(keep -> assertEquals(taken(cycle, plan, keep), given(plan, keep), cycle::toString));
            }
        });
    }

    @Test
    void dividesTheOppositeIntoTheOpposites() {
        forEachPlan((cycle, plan) -> {
            AllocationPlan opposite = AllocationEngine.plan(cycle.opposite());

            for (int i = 0; i < plan.results().size(); i++) {
                Portions portions = plan.results().get(i).portions();
                Portions negated = opposite.results().get(i).portions();
                long[] back = negated.amounts().clone();
                for (int j = 0; j < back.length; j++) {
                    back[j] = -back[j];
                }
                assertArrayEquals(portions.amounts(), back, cycle::toString);
                assertArrayEquals(portions.receivers(), negated.receivers(), cycle::toString);
                assertEquals(
                        plan.results().get(i).exactOut(),
                        opposite.results().get(i).exactOut().negate(),
                        cycle::toString);
            }
        });
    }

    @Test
    void plansTheSameAgainAndWhateverTheOrderOfCost() {
        forEachPlan((cycle, plan) -> {
            boolean again = cycle.seed % 2 == 0;
            AllocationPlan other = AllocationEngine.plan(again ? cycle.input : cycle.turned());
            assertEquals(told(plan), told(other), cycle::toString);
        });
    }

    @Test
    void givesNothingToWhoHasNoWeightOrIsClosed() {
        forEachPlan((cycle, plan) -> {
            Set<Integer> closed = new HashSet<>();
            for (RuleResult result : plan.results()) {
                closed.add(result.sender().pool());
                plan.results().stream()
                        .map(RuleResult::sender)
                        .filter(other -> other.group().isPresent()
                                && other.group().equals(result.sender().group()))
                        .forEach(other -> closed.add(other.pool()));
                Portions portions = result.portions();
                for (int i = 0; i < portions.size(); i++) {
                    int receiver = portions.receivers()[i];
                    assertTrue(isOpen(receiver, result.sender(), closed), cycle::toString);
                    assertTrue(hasWeight(portions.streams()[i], receiver, result.sender()), cycle::toString);
                    assertNotEquals(0, portions.amounts()[i], cycle::toString);
                }
            }
        });
    }

    @Test
    void givesNobodyIncomeOfAPoolThatHasCostOnly() {
        forEachPlan((cycle, plan) -> {
            for (RuleResult result : plan.results()) {
                Portions portions = result.portions();
                for (int i = 0; i < portions.size() && cycle.hasCostOnly(); i++) {
                    boolean overDriven = portions.receivers()[i] == Portions.OVER_DRIVEN;
                    assertEquals(overDriven, portions.amounts()[i] < 0, cycle::toString);
                }
            }
        });
    }

    private static void forEachPlan(BiConsumer<SeededCycle, AllocationPlan> law) {
        SeededPlans.ALL.forEach(law);
    }

    private static boolean isOpen(int receiver, Sender sender, Set<Integer> closed) {
        return receiver >= 0 || sender.method() != Method.DIRECT && !closed.contains(Stream.pool(receiver));
    }

    private static boolean hasWeight(int stream, int receiver, Sender sender) {
        if (stream < 0) {
            return receiver == Portions.UNUSED || receiver == Portions.OVER_DRIVEN;
        }
        int[] receivers = sender.streams().get(stream).receivers();
        for (int i = 0; i < receivers.length; i++) {
            if (receivers[i] == receiver) {
                return sender.streams().get(stream).weights().get(i).signum() > 0;
            }
        }
        return false;
    }

    private static List<Parcel> ownCost(SeededCycle cycle, RuleResult result) {
        return cycle.input.pools().get(result.sender().pool()).parcels();
    }

    private static Map<Parcel, Long> taken(SeededCycle cycle, AllocationPlan plan, List<Integer> keep) {
        Map<Parcel, Long> taken = new HashMap<>();
        plan.results().stream()
                .filter(result -> result.outcome() == Outcome.ALLOCATED)
                .flatMap(result -> ownCost(cycle, result).stream())
                .forEach(parcel -> taken.merge(Origins.origin(parcel, keep), parcel.amount(), Long::sum));
        taken.values().removeIf(amount -> amount == 0);
        return taken;
    }

    private static Map<Parcel, Long> given(AllocationPlan plan, List<Integer> keep) {
        Map<Parcel, Long> given = new HashMap<>();
        for (RuleResult result : plan.results()) {
            Portions portions = result.portions();
            for (int i = 0; i < portions.size(); i++) {
                if (portions.receivers()[i] >= 0) {
                    Parcel origin = portions.origins().get(portions.originIndexes()[i]);
                    given.merge(Origins.origin(origin, keep), portions.amounts()[i], Long::sum);
                }
            }
        }
        given.values().removeIf(amount -> amount == 0);
        return given;
    }

    private static long arrived(Portions portions) {
        long arrived = 0;
        for (int i = 0; i < portions.size(); i++) {
            arrived += portions.receivers()[i] < 0 ? 0 : portions.amounts()[i];
        }
        return arrived;
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    private static String told(AllocationPlan plan) {
        StringBuilder told = new StringBuilder();
        for (RuleResult result : plan.results()) {
            Portions portions = result.portions();
            told.append(result.exactOut()).append(portions.origins());
            for (int i = 0; i < portions.size(); i++) {
                told.append(' ').append(portions.streams()[i]).append(' ').append(portions.receivers()[i]);
                told.append(' ').append(portions.originIndexes()[i]).append(' ').append(portions.amounts()[i]);
            }
        }
        return told.toString();
    }
}
