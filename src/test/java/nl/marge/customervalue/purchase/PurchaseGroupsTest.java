package nl.marge.customervalue.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseGroupsTest {

    private static final PurchaseHistory ONCE = new PurchaseHistory(0, 0, 10);
    private static final PurchaseHistory TWICE = new PurchaseHistory(1, 4, 10);

    private static final PurchaseGroups GROUPS = PurchaseGroups.ofDays()
            .add(TWICE)
            .add(ONCE)
            .add(new PurchaseHistory(1, 5, 10))
            .add(TWICE)
            .build();

    @Test
    void countsCustomersThatAreAlikeTogether() {
        assertEquals(3, GROUPS.size());
        assertEquals(4, GROUPS.customers());
        assertEquals(3, GROUPS.repeaters());
        assertEquals(3, GROUPS.purchases());
        assertEquals(ONCE, GROUPS.history(0));
        assertEquals(TWICE, GROUPS.history(1));
        assertEquals(2, GROUPS.count(1));
        assertEquals(
                List.of(1, 0, 2, 1),
                List.of(GROUPS.groupOf(0), GROUPS.groupOf(1), GROUPS.groupOf(2), GROUPS.groupOf(3)));
        assertEquals(10, GROUPS.ageMaximum());
    }

    @Test
    void cutsGroupsIntoRunsOfEqualRepeats() {
        assertEquals(2, GROUPS.runs());
        assertEquals(1, GROUPS.runStart(1));
        assertEquals(3, GROUPS.runStart(2));
    }

    @Test
    void keepsLargestNumbersApart() {
        PurchaseHistory largest = new PurchaseHistory(
                PurchaseHistory.REPEATS_LIMIT, PurchaseHistory.AGE_LIMIT, PurchaseHistory.AGE_LIMIT);

        assertEquals(largest, PurchaseGroups.ofDays().add(largest).build().history(0));
    }

    @Test
    void puttingPartsTogetherKeepsEveryCustomer() {
        PurchaseGroups both = PurchaseGroups.together(List.of(GROUPS, GROUPS));

        assertEquals(8, both.customers());
        assertEquals(3, both.size());
        assertEquals(4, both.count(1));
        assertEquals(1, both.groupOf(7));
    }

    @Test
    void refusesPartsInDifferentSteps() {
        var weeks = PurchaseGroups.of(1).add(ONCE).build();

        assertEquals(
                "The parts count in different steps. Give all in days, or all in weeks.",
                assertThrows(IllegalArgumentException.class, () -> PurchaseGroups.together(List.of(GROUPS, weeks)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> PurchaseGroups.together(List.of()));
        assertThrows(IllegalArgumentException.class, () -> PurchaseGroups.of(0));
    }

    @Test
    void samplesEveryThirdCustomer() {
        PurchaseGroups.Builder builder = PurchaseGroups.ofDays();
        for (int i = 0; i < 100; i++) {
            builder.add(i % 2 == 0 ? ONCE : TWICE);
        }

        PurchaseGroups sample = builder.build().sample(3);

        assertEquals(34, sample.customers());
        assertEquals(17, sample.repeaters());
    }

    @Test
    void holdsNobody() {
        PurchaseGroups nobody = PurchaseGroups.ofDays().build();

        assertEquals(0, nobody.customers());
        assertEquals(0, nobody.runs());
        assertEquals(0, nobody.sample(2).customers());
    }

    @Test
    void refusesHistoriesThatCannotBe() {
        refuses(-1, 0, 3, "Repeat purchases are -1, not from 0 to 100000. Count purchase days after the first one.");
        refuses(
                0,
                0,
                -3,
                "The age is -3, not from 0 to 100000. Leave out customers whose first purchase is after the"
                        + " window.");
        refuses(
                1,
                4,
                3,
                "The last purchase is 4 after the first, the window ends 3 after it. Leave out purchases after"
                        + " the window.");
        refuses(
                2,
                0,
                3,
                "2 repeat purchases and a last purchase 0 after the first exclude each other. Count purchases"
                        + " of one day as one.");
        refuses(
                0,
                2,
                3,
                "0 repeat purchases and a last purchase 2 after the first exclude each other. Count purchases"
                        + " of one day as one.");
    }

    private static void refuses(int repeats, int recency, int age, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(repeats, recency, age))
                        .getMessage());
    }
}
