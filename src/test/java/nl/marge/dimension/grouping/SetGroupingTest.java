package nl.marge.dimension.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.kernel.Violations;
import nl.marge.seeded.SeededDimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SetGroupingTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void placesEverySetOnEveryDayLikeTheRowsSay(long seed) {
        Random random = new Random(seed);
        SeededDimensions drawn = new SeededDimensions(random, FIRST, LAST, 60);
        String by = drawn.drawBy();
        String filter = drawn.drawFilter();
        LocalDate fixed = random.nextBoolean() ? LocalDate.ofEpochDay(drawn.day()) : null;

        GroupTable table = tableInTwoSteps(drawn, by, filter, fixed);

        for (int set = 1; set <= drawn.sets().size(); set++) {
            for (int i = 0; i < 20; i++) {
                int day = drawn.day();
                int asked = fixed == null ? day : (int) fixed.toEpochDay();
                assertEquals(
                        expected(drawn, set, by, filter, asked),
                        found(drawn, table, set, day, by),
                        "seed " + seed + " set " + set + " day " + day + " by=" + by + " filter=" + filter);
            }
        }
    }

    @Test
    void growsWithNewSetsAndKeepsTheGroupsItGave() {
        SeededDimensions drawn = new SeededDimensions(new Random(7), FIRST, LAST, 40);
        SetGrouping grouping = grouping(drawn, drawn.dimensions().get(0).code(), "", null);
        int all = drawn.sets().size();

        GroupTable before = grouping.table(DimensionSetsFixture.known(drawn.sets()), all / 2);
        GroupTable after = grouping.table(DimensionSetsFixture.known(drawn.sets()), all);

        assertEquals(all / 2, before.sets());
        assertEquals(all, after.sets());
        for (int set = 1; set <= all / 2; set++) {
            assertEquals(before.groupOf(set, drawn.day()), after.groupOf(set, drawn.day()));
        }
        assertSame(after, grouping.table(DimensionSetsFixture.known(drawn.sets()), all));
    }

    private static GroupTable tableInTwoSteps(SeededDimensions drawn, String by, String filter, LocalDate fixed) {
        SetGrouping grouping = grouping(drawn, by, filter, fixed);
        grouping.table(DimensionSetsFixture.known(drawn.sets()), drawn.sets().size() / 3);
        return grouping.table(
                DimensionSetsFixture.known(drawn.sets()), drawn.sets().size());
    }

    private static SetGrouping grouping(SeededDimensions drawn, String by, String filter, LocalDate fixed) {
        DimensionReference reference = drawn.reference();
        Violations violations = new Violations();
        MembershipMode mode = fixed == null ? new MembershipMode.AsWas() : new MembershipMode.AsOf(fixed);
        SetGrouping grouping = new SetGrouping(
                reference,
                GroupBy.read(by, reference, violations),
                DimensionFilter.read(filter, reference, violations),
                mode);
        assertTrue(violations.isEmpty(), () -> violations.listed().toString());
        return grouping;
    }

    private static List<String> expected(SeededDimensions drawn, int set, String by, String filter, int day) {
        var values = drawn.sets().get(set - 1);
        return drawn.passes(values, filter, day) ? drawn.key(values, by, day) : List.of("excluded");
    }

    private static List<String> found(SeededDimensions drawn, GroupTable table, int set, int day, String by) {
        int group = table.groupOf(set, day);
        if (group == GroupTable.EXCLUDED) {
            return List.of("excluded");
        }
        List<String> key = new ArrayList<>();
        for (int axis = 0; axis < (by.isEmpty() ? 0 : by.split(",").length); axis++) {
            int value = table.key(group, axis);
            key.add(value == 0 ? "" : drawn.values().get(value - 1).code());
        }
        return key;
    }
}
