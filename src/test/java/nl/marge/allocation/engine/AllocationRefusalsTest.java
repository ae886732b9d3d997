package nl.marge.allocation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.marge.allocation.engine.RuleResult.Outcome;
import nl.marge.allocation.engine.Unplannable.ClosedGroup;
import nl.marge.allocation.engine.Unplannable.StrandedCost;
import nl.marge.allocation.engine.Unplannable.TooManyPortions;
import nl.marge.allocation.setting.Method;
import nl.marge.dimension.DimensionSet;
import org.junit.jupiter.api.Test;

/** The smallest wrong input for each exception, and its nearest neighbour that is right. */
class AllocationRefusalsTest {

    private static final int KEY = 0;
    private static final int IT = Stream.pool(0);
    private static final int HR = Stream.pool(1);

    @Test
    void refusesPoolThatReceivesAndCannotSend() {
        StrandedCost refused =
                assertThrows(StrandedCost.class, () -> plan(stepDown("A", 0, HR, "1"), stepDown("B", 1, KEY, "0")));

        assertEquals("B HR 100", refused.rule() + " " + refused.pool() + " " + refused.amount());
        assertEquals(
                "pool HR received 100 minor units from other pools, and the weights of its rule B sum to zero",
                refused.getMessage());
    }

    @Test
    void leavesCostWhereItIsWhenThePoolCannotSendAndReceivedNothing() {
        RuleResult result = plan(stepDown("A", 0, KEY, "0")).results().get(0);

        assertEquals(Outcome.WITHOUT_DRIVER, result.outcome());
        assertEquals(100, result.residual());
        assertEquals(0, result.portions().size());
    }

    @Test
    void refusesGroupThatNoCostCanLeave() {
        ClosedGroup refused =
                assertThrows(ClosedGroup.class, () -> plan(member("A", 0, HR, "1"), member("B", 1, IT, "1")));

        assertEquals(List.of("IT", "HR"), refused.pools());
        assertEquals("no cost can leave the group G from its pools IT, HR", refused.getMessage());
    }

    @Test
    void refusesGroupWithAMemberThatReceivesAndServesNobody() {
        Stream both =
                new Stream("-", OptionalInt.empty(), new int[] {HR, KEY}, List.of(BigDecimal.ONE, BigDecimal.ONE));
        Sender serves =
                new Sender("A", 0, Method.RECIPROCAL, Optional.of("G"), List.of(), Optional.empty(), List.of(both));

        assertEquals(
                List.of("HR"),
                assertThrows(ClosedGroup.class, () -> plan(serves, member("B", 1, KEY, "0")))
                        .pools());
    }

    @Test
    void solvesGroupThatHasOneWayOut() {
        AllocationPlan plan = plan(member("A", 0, HR, "1"), member("B", 1, KEY, "1"));

        assertEquals(
                "1.000000 1.500000",
                plan.results().get(0).exactOut() + " " + plan.results().get(1).exactOut());
        assertEquals(150, plan.results().get(1).out());
    }

    @Test
    void leavesCostOfAMemberThatServesNobodyAndIsServedByNobody() {
        AllocationPlan plan = plan(member("A", 0, KEY, "1"), member("B", 1, KEY, "0"));

        assertEquals(Outcome.ALLOCATED, plan.results().get(0).outcome());
        assertEquals(Outcome.WITHOUT_DRIVER, plan.results().get(1).outcome());
        assertEquals(50, plan.results().get(1).residual());
    }

    @Test
    void refusesTableThatIsTooLarge() {
        int receivers = TooManyPortions.LIMIT / 2 + 1;
        List<BigDecimal> weights = java.util.Collections.nCopies(receivers, BigDecimal.ONE);
        Stream stream = new Stream(
                "-", OptionalInt.empty(), IntStream.range(0, receivers).toArray(), weights);
        Sender sender =
                new Sender("A", 0, Method.DIRECT, Optional.empty(), List.of(), Optional.empty(), List.of(stream));
        PoolCost pool = new PoolCost("IT", List.of(parcel(4000, 1), parcel(4100, 1)));
        AllocationInput input = new AllocationInput(2, List.of(pool), List.of(sender));

        assertEquals(
                "rule A would divide cost of 2 origins over 5000001 receivers; at most 10000000 portions",
                assertThrows(TooManyPortions.class, () -> AllocationEngine.plan(input))
                        .getMessage());
    }

    @Test
    void refusesRulesThatNoCycleCanHave() {
        refuses("pool HR received cost and no rule sends it on", stepDown("A", 0, HR, "1"));
        refuses(
                "rule B sends from pool 0, which is unknown or has already sent",
                stepDown("A", 0, KEY, "1"),
                stepDown("B", 0, KEY, "1"));
        refuses("rule A sends from pool 2, which is unknown or has already sent", stepDown("A", 2, KEY, "1"));
        refuses("there is no pool 2, only 2", stepDown("A", 0, Stream.pool(2), "1"));
        refuses(
                "rule B runs apart from others of its name or group",
                member("A", 0, KEY, "1"),
                stepDown("C", 2, KEY, "1"),
                member("B", 1, KEY, "1"));
        refuses(
                "rule A is RECIPROCAL in the group Optional.empty; a group is for RECIPROCAL alone",
                new Sender("A", 0, Method.RECIPROCAL, Optional.empty(), List.of(), Optional.empty(), List.of()));
        refuses(
                "rule A is RECIPROCAL and has 0 streams instead of one",
                new Sender("A", 0, Method.RECIPROCAL, Optional.of("G"), List.of(), Optional.empty(), List.of()));
        refuses("weights must not be negative: -1", stepDown("A", 0, KEY, "-1"));
        refuses(
                "rule A has a capacity of 0 minutes; it has to be above 0",
                new Sender("A", 0, Method.TIME_DRIVEN, Optional.empty(), List.of(), Optional.empty(), List.of()));
    }

    @Test
    void refusesGroupOfTooManyPools() {
        int count = ReciprocalGroup.MEMBERS_LIMIT + 1;
        List<PoolCost> pools = IntStream.range(0, count)
                .mapToObj(pool -> new PoolCost("P" + pool, List.of()))
                .toList();
        List<Sender> senders = IntStream.range(0, count)
                .mapToObj(pool -> member("R" + pool, pool, KEY, "1"))
                .toList();

        assertEquals(
                "a reciprocal group has 51 pools, at most 50",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> AllocationEngine.plan(new AllocationInput(2, pools, senders)))
                        .getMessage());
    }

    private static void refuses(String message, Sender... senders) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> plan(senders))
                        .getMessage());
    }

    /** IT has 1.00 and HR 0.50. */
    private static AllocationPlan plan(Sender... senders) {
        List<PoolCost> pools =
                List.of(new PoolCost("IT", List.of(parcel(4700, 100))), new PoolCost("HR", List.of(parcel(4800, 50))));
        return AllocationEngine.plan(new AllocationInput(2, pools, Arrays.asList(senders)));
    }

    private static Parcel parcel(int account, long amount) {
        return new Parcel(account, DimensionSet.of(new int[0]), amount);
    }

    private static Sender stepDown(String rule, int pool, int receiver, String weight) {
        return new Sender(
                rule,
                pool,
                Method.STEP_DOWN,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(stream(receiver, weight)));
    }

    private static Sender member(String rule, int pool, int receiver, String weight) {
        return new Sender(
                rule,
                pool,
                Method.RECIPROCAL,
                Optional.of("G"),
                List.of(),
                Optional.empty(),
                List.of(stream(receiver, weight)));
    }

    private static Stream stream(int receiver, String weight) {
        return new Stream("-", OptionalInt.empty(), new int[] {receiver}, List.of(new BigDecimal(weight)));
    }
}
