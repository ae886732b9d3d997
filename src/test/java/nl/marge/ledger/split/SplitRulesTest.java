package nl.marge.ledger.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What splits come to; the wrong ones are in violations.golden. */
class SplitRulesTest {

    private final Violations violations = new Violations();

    @Test
    void pairedPartsBecomeOneLineEach() {
        Division division =
                divide(Optional.empty(), part("60", "SEGMENT"), remainder("SEGMENT"), part("1.5", "CHANNEL"));

        assertEquals("[0]=60 [1]=38.5 [2]=1.5", shown(division));
    }

    @Test
    void crossedGroupsAreJoinedAndTheFirstVariesSlowest() {
        Division division = divide(
                Optional.of("CROSS"),
                part("60", "SEGMENT"),
                part("50", "CHANNEL"),
                remainder("SEGMENT"),
                remainder("CHANNEL"));

        assertEquals("[0, 1]=3000 [0, 3]=3000 [2, 1]=2000 [2, 3]=2000", shown(division));
    }

    @Test
    void oneRemainderAloneIsTheWholeLine() {
        assertEquals("[0]=100", shown(divide(Optional.empty(), remainder("SEGMENT"))));
    }

    @Test
    void refusesMoreLinesThanThereIsRoomFor() {
        SplitsCommand splits = new SplitsCommand(
                Optional.empty(), List.of(part("50", "SEGMENT"), part("50", "SEGMENT"), remainder("SEGMENT")));

        assertTrue(new SplitRules("/lines/0", splits, violations).divide(2).isEmpty());

        assertEquals(ViolationCode.ENTRY_TOO_LARGE, violations.listed().get(0).code());
        assertTrue(new SplitRules("/lines/0", splits, violations).divide(3).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60",
        "60.00, 60",
        "100, 100",
        "0.000000000000001, 0.000000000000001",
        "0, none",
        "0.00, none",
        "100.1, none",
        "-1, none",
        "+1, none",
        "1e1, none",
        "01, none",
        "1., none",
        ".5, none",
        "0.0000000000000001, none",
        "٣, none"
    })
    void readsPercentagesExactlyAsWritten(String text, String read) {
        String said = SplitRules.percentage(text).map(BigDecimal::toPlainString).orElse("none");

        assertEquals(read, said);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Whatever the groups: the weights of all lines together are those of the whole, and no line is there twice. */
    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingByCrossing(long seed) {
        Random random = new Random(seed);
        List<SplitsCommand.Part> parts = new ArrayList<>();
        int groups = 1 + random.nextInt(3);
        int lines = 1;
        for (int group = 0; group < groups; group++) {
            int count = 1 + random.nextInt(5);
            lines *= count;
            for (int i = 1; i < count; i++) {
                BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(20_000), 3);
                parts.add(random.nextInt(parts.size() + 1), part(weight.toPlainString(), "D" + group));
            }
            parts.add(random.nextInt(parts.size() + 1), remainder("D" + group));
        }

        Division division = divide(Optional.of("CROSS"), parts.toArray(SplitsCommand.Part[]::new));

        assertEquals(
                lines,
                division.shares().stream().map(Division.Share::parts).distinct().count(),
                "seed " + seed);
        BigDecimal whole = BigDecimal.valueOf(100).pow(groups);
        BigDecimal sum =
                division.shares().stream().map(Division.Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, whole.compareTo(sum), "seed " + seed);
        long amount = random.nextLong(-1_000_000_000L, 1_000_000_000L);
        assertEquals(
                amount, LongStream.of(division.apportionment().split(amount)).sum(), "seed " + seed);
    }

    private Division divide(Optional<String> mode, SplitsCommand.Part... parts) {
        Optional<Division> division =
                new SplitRules("/lines/0", new SplitsCommand(mode, List.of(parts)), violations).divide(10_000);
        assertEquals(List.of(), violations.listed());
        return division.orElseThrow();
    }

    private static String shown(Division division) {
        List<String> shown = new ArrayList<>();
        division.shares()
                .forEach(share -> shown.add(share.parts() + "="
                        + share.weight().stripTrailingZeros().toPlainString()));
        return String.join(" ", shown);
    }

    private static SplitsCommand.Part part(String weight, String dimension) {
        return new SplitsCommand.Part(Optional.of(weight), false, Map.of(dimension, "X"));
    }

    private static SplitsCommand.Part remainder(String dimension) {
        return new SplitsCommand.Part(Optional.empty(), true, Map.of(dimension, "X"));
    }
}
