package nl.marge.ledger.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.EntryKind;
import org.junit.jupiter.api.Test;

class PackedLinesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final int SETS = 500;

    @Test
    void givesBackWhatWasPackedInSeededEntries() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            KnownSets sets = sets(SETS);
            List<WeighedLine> lines = IntStream.range(0, random.nextInt(300))
                    .mapToObj(i -> line(random, sets))
                    .toList();
            Map<Long, Provenance> provenances = new TreeMap<>();
            lines.forEach(line -> provenances.put(line.provenance().storedId(), line.provenance()));

            List<WeighedLine> back =
                    PackedLines.read(PackedLines.pack(entry(lines), sets)).weighed(sets, provenances::get);

            assertEquals(lines, back, "seed " + seed);
        }
    }

    @Test
    void keepsTheLargestAndTheSmallestAmount() {
        KnownSets sets = sets(1);
        for (long amount : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1, 63, 64, -64, -65}) {
            WeighedLine line = line(amount, sets.set(1), OptionalLong.empty(), Optional.empty());

            assertEquals(
                    amount,
                    PackedLines.read(PackedLines.pack(entry(List.of(line)), sets))
                            .amount(0));
        }
    }

    @Test
    void takesAboutTenBytesALine() {
        KnownSets sets = sets(10_000);
        List<WeighedLine> lines = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            lines.add(line(i * 37 % 90_000, sets.set(i), OptionalLong.empty(), Optional.of("RULE")));
        }

        int bytes = PackedLines.pack(entry(lines), sets).length;

        assertTrue(bytes < 100_000, bytes + " bytes");
    }

    @Test
    void refusesWhatOnlyLinesOfClientsHave() {
        KnownSets sets = sets(1);
        WeighedLine withQuantity = line(1, sets.set(1), OptionalLong.of(5), Optional.empty());

        assertThrows(IllegalArgumentException.class, () -> PackedLines.pack(entry(List.of(withQuantity)), sets));
    }

    @Test
    void refusesAFormThatIsNotKnown() {
        assertThrows(IllegalStateException.class, () -> PackedLines.read(new byte[] {4, 0}));
    }

    private static WeighedLine line(SplittableRandom random, KnownSets sets) {
        Provenance provenance = random.nextInt(3) == 0
                ? Provenance.EXPLICIT
                : new Provenance(Map.of(1, Provenance.Origin.rule("R" + random.nextInt(3), 7)));
        long amount = random.nextInt(4) == 0 ? random.nextLong() : random.nextLong(-1_000_000, 1_000_000);
        return new WeighedLine(
                random.nextInt(1, 100_000),
                sets.set(random.nextInt(1, SETS + 1)),
                provenance,
                amount,
                OptionalLong.empty(),
                OptionalLong.empty(),
                random.nextInt(5) == 0 ? DAY.plusDays(random.nextInt(-40_000, 40_000)) : DAY,
                random.nextBoolean() ? Optional.of("Regel-é" + random.nextInt(4)) : Optional.empty(),
                Optional.empty());
    }

    private static WeighedLine line(long amount, DimensionSet set, OptionalLong quantity, Optional<String> lineId) {
        return new WeighedLine(
                1, set, Provenance.EXPLICIT, amount, OptionalLong.empty(), quantity, DAY, lineId, Optional.empty());
    }

    private static KnownSets sets(int count) {
        return DimensionSetsFixture.known(IntStream.rangeClosed(1, count)
                .mapToObj(value -> DimensionSet.of(new int[] {0, value}))
                .toList());
    }

    private static WeighedEntry entry(List<WeighedLine> lines) {
        return new WeighedEntry(
                new EntryIdentity("S", "E", new byte[0]),
                EntryKind.ALLOCATION,
                "ACTUAL",
                DAY,
                Optional.empty(),
                "EUR",
                Optional.empty(),
                Optional.empty(),
                lines.size(),
                lines);
    }
}
