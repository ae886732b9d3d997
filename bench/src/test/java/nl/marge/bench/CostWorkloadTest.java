package nl.marge.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CostWorkloadTest {

    private static final AllocationSize SIZE = AllocationSize.of("pools=5", "drivers=2", "customers=300", "segments=4");

    @Test
    void everyCustomerGetsACentOfEveryPoolAtLeast() {
        CostWorkload workload = new CostWorkload(SIZE);
        for (int round = 0; round < SIZE.rounds(); round++) {
            long[] cents = workload.cents(round);
            for (int pool = 0; pool < SIZE.pools(); pool++) {
                int[] quantities = workload.quantities(round, workload.driver(pool));
                long least = cents[pool]
                        * Arrays.stream(quantities).min().orElseThrow()
                        / Arrays.stream(quantities).asLongStream().sum();
                assertTrue(least >= 1, "pool " + pool + " in round " + round);
            }
        }
    }

    @Test
    void equalSeedsGiveEqualCostAndOtherMonthsOther() {
        CostWorkload workload = new CostWorkload(SIZE);
        CostWorkload again = new CostWorkload(SIZE);

        assertArrayEquals(workload.cents(1), again.cents(1));
        assertArrayEquals(workload.quantities(1, 1), again.quantities(1, 1));
        assertArrayEquals(workload.revenueCents(1), again.revenueCents(1));
        assertFalse(Arrays.equals(workload.cents(1), workload.cents(2)));
        assertFalse(Arrays.equals(workload.quantities(1, 0), workload.quantities(1, 1)));
    }

    @Test
    void runHasALineOfEveryPoolForEveryCustomer() {
        assertEquals(1_500, SIZE.lines());
        assertEquals(2_000_000, AllocationSize.of().lines());
    }

    @Test
    void refusesWhatIsNoSize() {
        assertThrows(IllegalArgumentException.class, () -> AllocationSize.of("pools=0"));
        assertThrows(IllegalArgumentException.class, () -> AllocationSize.of("pools=3", "drivers=4"));
        assertThrows(IllegalArgumentException.class, () -> AllocationSize.of("rounds=24"));
        assertThrows(IllegalArgumentException.class, () -> AllocationSize.of("entries=5"));
    }
}
