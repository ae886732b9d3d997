package nl.marge.allocation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** A run calculated again without what does not change is the run calculated from scratch; failures tell the seed. */
class KnownRunTest {

    private static final int SEEDS = 2_000;

    @Test
    void comesToWhatTheRunFromScratchComesTo() {
        int compared = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            long now = seed;
            Gathered gathered = new SeededRuns(seed).gathered().get(0);
            Optional<KnownRun> known = ifPossible(() -> KnownRun.of(gathered));
            if (known.isEmpty()) {
                continue;
            }
            Random random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                Map<String, List<DriverQuantity>> changed = changed(gathered, random);

                String again = told(() -> known.get().with(changed));

                assertEquals(told(() -> RunPlanning.calculated(gathered.with(changed))), again, () -> "seed " + now);
            }
            compared++;
        }
        assertTrue(compared > SEEDS / 2, "only " + compared + " runs could be made");
    }

    @Test
    void keepsTheResultsOfRulesThatNothingReaches() {
        Gathered gathered = PlanBooks.direct(3).gathered(List.of(1_000L), List.of("1", "2", "3"));
        KnownRun known = KnownRun.of(gathered);

        PlannedRun same = known.with(Map.of());
        PlannedRun other = known.with(Map.of("ORDERS", scaled(gathered, "ORDERS", BigDecimal.TEN)));

        assertSame(known.run().plan().results().get(0), same.plan().results().get(0));
        assertEquals(told(known.run()), told(other));
    }

    @Test
    void refusesQuantitiesOfOtherReceivers() {
        Gathered gathered = PlanBooks.direct(3).gathered(List.of(1_000L), List.of("1", "2", "3"));
        KnownRun known = KnownRun.of(gathered);
        List<DriverQuantity> fewer = gathered.quantities().get("ORDERS").subList(0, 2);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> known.with(Map.of("ORDERS", fewer)));

        assertEquals("driver ORDERS is to have quantities of other receivers", refused.getMessage());
    }

    private static Map<String, List<DriverQuantity>> changed(Gathered gathered, Random random) {
        Map<String, List<DriverQuantity>> changed = new java.util.TreeMap<>();
        gathered.quantities().forEach((driver, quantities) -> {
            if (random.nextInt(3) == 0) {
                changed.put(
                        driver,
                        quantities.stream()
                                .map(quantity -> random.nextBoolean()
                                        ? quantity
                                        : new DriverQuantity(
                                                quantity.receiver(),
                                                quantity.quantity()
                                                        .multiply(BigDecimal.valueOf(random.nextInt(300), 2))))
                                .toList());
            }
        });
        return changed;
    }

    private static List<DriverQuantity> scaled(Gathered gathered, String driver, BigDecimal factor) {
        return gathered.quantities().get(driver).stream()
                .map(quantity -> new DriverQuantity(
                        quantity.receiver(), quantity.quantity().multiply(factor)))
                .toList();
    }

    private static <T> Optional<T> ifPossible(Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (Refusal none) {
            return Optional.empty();
        }
    }

    private static String told(Supplier<PlannedRun> made) {
        try {
            return told(made.get());
        } catch (Refusal refused) {
            return refused.violations().toString();
        }
    }

    private static String told(PlannedRun run) {
        List<String> told = new ArrayList<>();
        for (RuleResult result : run.plan().results()) {
            Portions portions = result.portions();
            told.add(String.join(
                    " ",
                    result.sender().rule() + " " + result.outcome(),
                    Arrays.toString(new long[] {
                        result.own(), result.received(), result.out(), result.unused(), result.overDriven()
                    }),
                    result.residual() + " " + result.exactOut(),
                    result.used().stripTrailingZeros().toPlainString(),
                    Arrays.toString(portions.streams()),
                    Arrays.stream(portions.receivers())
                            .mapToObj(receiver -> run.receiver(result, receiver).text())
                            .toList()
                            .toString(),
                    Arrays.toString(portions.originIndexes()),
                    Arrays.toString(portions.amounts()),
                    portions.origins().toString()));
        }
        return String.join("\n", told);
    }
}
