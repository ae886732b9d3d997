package nl.marge.dimension.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionBooks;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;

class DimensionPlanTest {

    private final DimensionBooks books =
            new DimensionBooks().dimension("CUSTOMER").dimension("SEGMENT");
    private final Violations violations = new Violations();

    @Test
    void tellsNewChangedAndUnchangedApart() {
        Changes<Dimension> changes = plan(
                command(0, "CUSTOMER", "CUSTOMER", false),
                command(1, "SEGMENT", "Segment", false),
                command(2, "segment", null, true));

        assertEquals(List.of(), violations.listed());
        assertEquals(new Counts(1, 1, 1), changes.counts());
        assertEquals(List.of(new Dimension(8, "segment", "segment", true, 5)), changes.created());
        assertEquals(List.of(new Dimension(2, "SEGMENT", "Segment", false, 5)), changes.updated());
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        plan(command(0, "A/B", null, false), command(1, "X", " ", false), command(2, "X", null, false));

        assertEquals(
                List.of("code_invalid", "code_repeated", "value_invalid"),
                violations.listed().stream()
                        .map(violation -> violation.code().code())
                        .toList());
        assertEquals(
                List.of(Place.at("/0/code"), Place.at("/2/code"), Place.at("/1/name")),
                violations.listed().stream().map(Violation::place).toList());
    }

    @Test
    void takesAsManyDimensionsAsAllowedAndNoMore() {
        int room = DimensionPlan.DIMENSIONS_LIMIT - 2;

        plan(many(room));
        assertEquals(List.of(), violations.listed());

        plan(many(room + 1));
        assertEquals(
                "The company would have 201 dimensions. Keep to 200, or remove unused ones.",
                violations.listed().get(0).message());
    }

    private Changes<Dimension> plan(DimensionCommand... commands) {
        return new DimensionPlan(books.reference(), violations).changes(Arrays.asList(commands), 7, 5);
    }

    private static DimensionCommand[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> command(i, "D" + i, null, false))
                .toArray(DimensionCommand[]::new);
    }

    private static DimensionCommand command(int index, String code, String name, boolean blocked) {
        return new DimensionCommand(Place.at("/" + index), code, Optional.ofNullable(name), blocked);
    }
}
