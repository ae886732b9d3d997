package nl.marge.dimension.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionBooks;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.seeded.SeededDimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionFilterTest {

    private static final Dimension REGION = new Dimension(1, "REGION", "Region", false, 1);
    private static final Dimension CHANNEL = new Dimension(2, "CHANNEL", "Channel", false, 1);
    private static final DimensionReference REFERENCE = new DimensionReference(
            List.of(REGION, CHANNEL),
            List.of(value(1, 1, "EU", 0), value(2, 1, "NL", 1), value(3, 1, "BE", 1), value(4, 2, "WEB", 0)),
            Map.of(),
            Map.of());

    @ParameterizedTest
    @CsvSource({
        "REGION:NL;CHANNEL:WEB, CHANNEL:WEB;REGION:NL",
        "'REGION:NL,BE,NL', 'REGION:BE,NL'",
        "'REGION:NL,', 'REGION:,NL'",
        "REGION:, REGION:",
        "'REGION:EU*,EU', 'REGION:EU,EU*'",
        "'', ''"
    })
    void keepsOneFormOfWhatMeansTheSame(String asked, String normal) {
        assertEquals(normal, read(asked).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REGION | Term \"REGION\" of filter has no colon.",
                "SEGMENT:KEY | Dimension \"SEGMENT\" in filter is unknown.",
                "region:NL | Dimension \"region\" in filter is unknown.",
                "REGION:DE | Value \"DE\" of dimension REGION in filter is unknown.",
                "REGION:WEB | Value \"WEB\" of dimension REGION in filter is unknown.",
                "REGION:* | Value \"\" of dimension REGION in filter is unknown.",
                "REGION:NL;REGION:BE | filter names dimension REGION twice.",
                "REGION:NL; | Term \"\" of filter has no colon."
            })
    void refusesByName(String asked, String message) {
        Violations violations = new Violations();

        DimensionFilter.read(asked, REFERENCE, violations);

        assertEquals(1, violations.total());
        Violation violation = violations.listed().get(0);
        assertEquals("parameter_invalid", violation.code().code());
        assertTrue(violation.message().startsWith(message), violation.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEGMENT:~UNUSED_CAPACITY,KEY | ",
                "SEGMENT:~OVER_DRIVEN | Value \"~OVER_DRIVEN\" of dimension SEGMENT in filter is unknown.",
                "SEGMENT:~ | Value \"~\" of dimension SEGMENT in filter is unknown."
            })
    void namesReservedValueThatIsThere(String asked, String message) {
        DimensionReference reference = new DimensionBooks()
                .dimension("SEGMENT", "KEY", "~UNUSED_CAPACITY")
                .reference();
        Violations violations = new Violations();

        DimensionFilter filter = DimensionFilter.read(asked, reference, violations);

        assertEquals(message == null, violations.isEmpty());
        assertEquals(
                message == null ? "SEGMENT:KEY,~UNUSED_CAPACITY" : message,
                message == null
                        ? filter.text()
                        : violations.listed().get(0).message().substring(0, message.length()));
    }

    @Test
    void tellsAllThatIsWrong() {
        Violations violations = new Violations();

        DimensionFilter.read("REGION:DE,FR;X:1;Y", REFERENCE, violations);

        assertEquals(4, violations.total());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | REGION | 1 | REGION:EU*",
                "'' | REGION | 2 | REGION:NL",
                "'' | REGION | 0 | REGION:",
                "REGION:EU* | REGION | 2 | REGION:NL",
                "REGION:NL,,BE | REGION | 1 | REGION:BE,NL",
                "REGION:NL,,BE | REGION | 0 | REGION:",
                "REGION:NL | CHANNEL | 4 | CHANNEL:WEB;REGION:NL"
            })
    void narrowsToOneKey(String filter, String dimension, int value, String narrowed) {
        Dimension axis = REFERENCE.dimension(dimension).orElseThrow();

        assertEquals(
                narrowed,
                read(filter).narrowedTo(axis, value, REFERENCE).orElseThrow().text());
    }

    @Test
    void cannotBeNarrowedToWhatItLeavesOut() {
        assertEquals(Optional.empty(), read("REGION:NL").narrowedTo(REGION, 0, REFERENCE));
        assertEquals(Optional.empty(), read("REGION:NL").narrowedTo(REGION, 3, REFERENCE));
    }

    @Test
    void narrowedToEveryKeyLetsThroughExactlyThatGroup() {
        for (int seed = 1; seed <= 200; seed++) {
            narrowsToEachGroup(seed);
        }
    }

    private static void narrowsToEachGroup(int seed) {
        SeededDimensions drawn =
                new SeededDimensions(new Random(seed), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), 30);
        DimensionReference reference = drawn.reference();
        GroupBy by = GroupBy.read(drawn.drawBy(), reference, new Violations());
        DimensionFilter filter = DimensionFilter.read(drawn.drawFilter(), reference, new Violations());
        GroupTable table = new SetGrouping(reference, by, filter, new MembershipMode.AsWas())
                .table(DimensionSetsFixture.known(drawn.sets()), drawn.sets().size());
        List<String> filters = new ArrayList<>();
        for (int group = 0; group < table.groups(); group++) {
            DimensionFilter narrowed = filter;
            for (int axis = 0; axis < by.axes().size(); axis++) {
                narrowed = narrowed.narrowedTo(by.axes().get(axis).dimension(), table.key(group, axis), reference)
                        .orElseThrow();
            }
            filters.add(narrowed.text());
        }
        for (int set = 1; set <= drawn.sets().size(); set++) {
            int day = drawn.day();
            for (int group = 0; group < table.groups(); group++) {
                boolean passes = drawn.passes(drawn.sets().get(set - 1), filters.get(group), day);
                assertEquals(
                        table.groupOf(set, day) == group, passes, "seed " + seed + " filter " + filters.get(group));
            }
        }
    }

    private static DimensionFilter read(String text) {
        Violations violations = new Violations();
        DimensionFilter filter = DimensionFilter.read(text, REFERENCE, violations);
        assertTrue(violations.isEmpty(), () -> violations.listed().toString());
        return filter;
    }

    private static DimensionValue value(int id, int dimension, String code, int parent) {
        return new DimensionValue(
                id, dimension, code, code, parent, LocalDate.MIN, LocalDate.MAX, false, Optional.empty(), Map.of(), 1);
    }
}
