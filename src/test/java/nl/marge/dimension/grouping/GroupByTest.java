package nl.marge.dimension.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupByTest {

    private static final DimensionReference REFERENCE = new DimensionReference(
            List.of(new Dimension(1, "SEGMENT", "Segment", false, 1), new Dimension(2, "REGION", "Region", false, 1)),
            List.of(),
            Map.of(),
            Map.of());

    @Test
    void keepsOrderAndLevelsAsAsked() {
        assertEquals(List.of("SEGMENT", "REGION@2", "SEGMENT@1"), read("SEGMENT,REGION@2,SEGMENT@1", 0));
        assertEquals(List.of(), read("", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CUSTOMER | 1",
                "SEGMENT, | 1",
                "segment | 1",
                "SEGMENT@ | 1",
                "SEGMENT@0 | 1",
                "SEGMENT@01 | 1",
                "SEGMENT@-1 | 1",
                "SEGMENT@100 | 1",
                "SEGMENT@١ | 1",
                "SEGMENT,SEGMENT | 1",
                "CUSTOMER@x | 2"
            })
    void refusesWhatIsNoAxis(String asked, int violations) {
        read(asked, violations);
    }

    @ParameterizedTest
    @CsvSource({"AS_WAS, AS_WAS", "AS_IS, AS_IS", "AS_OF:2026-06-30, AS_OF:2026-06-30"})
    void readsModesOfMembership(String asked, String text) {
        Violations violations = new Violations();

        assertEquals(
                text,
                MembershipMode.read(asked, LocalDate.of(2026, 11, 23), violations)
                        .text());
        assertEquals(0, violations.total());
    }

    @ParameterizedTest
    @CsvSource({"as_was", "''", "AS_OF", "AS_OF:", "AS_OF:2026-02-30", "AS_OF:2026-06", "AS_OF:1899-12-31"})
    void refusesOtherModes(String asked) {
        Violations violations = new Violations();

        MembershipMode.read(asked, LocalDate.of(2026, 11, 23), violations);

        assertEquals(
                List.of("parameter_invalid"),
                violations.listed().stream()
                        .map(Violation::code)
                        .map(code -> code.code())
                        .toList());
    }

    private static List<String> read(String asked, int expectedViolations) {
        Violations violations = new Violations();
        List<String> terms = GroupBy.read(asked, REFERENCE, violations).terms();
        assertEquals(expectedViolations, violations.total(), () -> violations
                .listed()
                .toString());
        return terms;
    }
}
