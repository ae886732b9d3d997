package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.rules.LineDimensions.Resolved;
import nl.marge.ledger.split.Division;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line divided: amounts in both currencies and the quantity each by itself, whatever the other rounds to. */
class DividedLineTest {

    @Test
    void roundsEachCurrencyToItsOwnUnits() {
        // 100 yen are 0.61 euro: a third of the yen is 33, 33, 34, of the euro 0.20, 0.20, 0.21.
        List<WeighedLine> lines = divided(line(61, OptionalLong.of(100), OptionalLong.empty()), "33", "33", "34");

        assertEquals(
                List.of(20L, 20L, 21L), lines.stream().map(WeighedLine::amount).toList());
        assertEquals(
                List.of(33L, 33L, 34L),
                lines.stream().map(line -> line.currencyAmount().getAsLong()).toList());
    }

    @Test
    void keepsAPartThatHasAnAmountInOneCurrencyOnly() {
        // One yen of 0.01 euro stays whole, three yen of nothing are still three yen.
        assertEquals(
                1,
                divided(line(1, OptionalLong.of(1), OptionalLong.empty()), "90", "10")
                        .size());
        assertEquals(
                2,
                divided(line(0, OptionalLong.of(3), OptionalLong.empty()), "60", "40")
                        .size());
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingInAnyOfThem(long seed) {
        Random random = new Random(seed);
        long amount = random.nextInt(2_001) - 1_000;
        WeighedLine line = line(amount, OptionalLong.of(-amount * 7), OptionalLong.of(random.nextInt(100)));
        String[] weights = IntStream.rangeClosed(0, random.nextInt(9))
                .mapToObj(i -> Integer.toString(1 + random.nextInt(50)))
                .toArray(String[]::new);

        List<WeighedLine> lines = divided(line, weights);

        assertEquals(amount, sum(lines, WeighedLine::amount), "seed " + seed);
        assertEquals(-amount * 7, sum(lines, part -> part.currencyAmount().getAsLong()), "seed " + seed);
        assertEquals(
                line.quantity().getAsLong(), sum(lines, part -> part.quantity().getAsLong()), "seed " + seed);
    }

    private static long sum(List<WeighedLine> lines, ToLongFunction<WeighedLine> of) {
        return lines.stream().mapToLong(of).sum();
    }

    private static List<WeighedLine> divided(WeighedLine line, String... weights) {
        List<Division.Share> shares = IntStream.range(0, weights.length)
                .mapToObj(i -> new Division.Share(List.of(i), new BigDecimal(weights[i])))
                .toList();
        Resolved whole = new Resolved(line.dimensions(), Provenance.EXPLICIT, new BitSet(), Map.of());
        List<Resolved> each = shares.stream().map(share -> whole).toList();
        return new DividedLine(line, new LineShares.Shares(whole, Optional.of(new Division(shares)), each)).lines();
    }

    private static WeighedLine line(long amount, OptionalLong currencyAmount, OptionalLong quantity) {
        return new WeighedLine(
                1,
                DimensionSet.of(new int[0]),
                Provenance.EXPLICIT,
                amount,
                currencyAmount,
                quantity,
                LocalDate.parse("2026-03-31"),
                Optional.empty(),
                Optional.empty());
    }
}
