package nl.marge.ledger.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.EntryKind;
import org.junit.jupiter.api.Test;

class EntrySealTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final DimensionSet SET = DimensionSet.of(new int[] {0, 7});
    private static final WeighedLine LINE = line(1, SET, Provenance.EXPLICIT, 100);

    @Test
    void differsForWhateverIsStoredOfALine() {
        List<WeighedLine> lines = List.of(
                LINE,
                line(2, SET, Provenance.EXPLICIT, 100),
                line(1, DimensionSet.of(new int[] {0, 8}), Provenance.EXPLICIT, 100),
                line(1, SET, new Provenance(Map.of(1, Provenance.Origin.HEADER)), 100),
                line(1, SET, Provenance.EXPLICIT, 101),
                line(OptionalLong.of(100), OptionalLong.empty(), DAY, "", ""),
                line(OptionalLong.empty(), OptionalLong.of(100), DAY, "", ""),
                line(OptionalLong.empty(), OptionalLong.empty(), DAY.plusDays(1), "", ""),
                line(OptionalLong.empty(), OptionalLong.empty(), DAY, "x", ""),
                line(OptionalLong.empty(), OptionalLong.empty(), DAY, "", "x"));

        Set<String> seals = new HashSet<>();
        lines.forEach(line -> seals.add(seal(entry("A", List.of(line)))));

        assertEquals(lines.size(), seals.size());
    }

    @Test
    void differsForTheOrderOfEntriesAndWhereOneEnds() {
        WeighedEntry a = entry("A", List.of(LINE));
        WeighedEntry b = entry("B", List.of(LINE));

        assertNotEquals(seal(a, b), seal(b, a));
        assertNotEquals(seal(entry("A", List.of(LINE, LINE))), seal(a, a));
        assertEquals(seal(a, b), seal(a, b));
    }

    @Test
    void chainsTheSealBeforeAndThePlace() {
        byte[] content = {1, 2, 3};
        EntrySeal.Place place = new EntrySeal.Place(5, 2, 9, Instant.EPOCH);

        String seal = EntrySeal.chained("", content, place);

        assertEquals(64, seal.length());
        assertNotEquals(seal, EntrySeal.chained(seal, content, place));
        assertNotEquals(seal, EntrySeal.chained("", new byte[] {1, 2, 4}, place));
        assertNotEquals(seal, EntrySeal.chained("", content, new EntrySeal.Place(6, 2, 9, Instant.EPOCH)));
        assertNotEquals(seal, EntrySeal.chained("", content, new EntrySeal.Place(5, 3, 9, Instant.EPOCH)));
        assertNotEquals(seal, EntrySeal.chained("", content, new EntrySeal.Place(5, 2, 8, Instant.EPOCH)));
        assertNotEquals(
                seal, EntrySeal.chained("", content, new EntrySeal.Place(5, 2, 9, Instant.EPOCH.plusNanos(1_000))));
    }

    private static String seal(WeighedEntry... entries) {
        EntrySeal seal = new EntrySeal();
        for (WeighedEntry entry : entries) {
            seal.add(entry);
        }
        return HexFormat.of().formatHex(seal.content());
    }

    private static WeighedEntry entry(String externalId, List<WeighedLine> lines) {
        return new WeighedEntry(
                new EntryIdentity("API", externalId, new byte[32]),
                EntryKind.COST,
                "ACTUAL",
                DAY,
                Optional.empty(),
                "EUR",
                Optional.empty(),
                Optional.empty(),
                1,
                lines);
    }

    private static WeighedLine line(int accountId, DimensionSet set, Provenance provenance, long amount) {
        return new WeighedLine(
                accountId,
                set,
                provenance,
                amount,
                OptionalLong.empty(),
                OptionalLong.empty(),
                DAY,
                Optional.empty(),
                Optional.empty());
    }

    private static WeighedLine line(
            OptionalLong currencyAmount, OptionalLong quantity, LocalDate day, String lineId, String text) {
        return new WeighedLine(
                1,
                SET,
                Provenance.EXPLICIT,
                100,
                currencyAmount,
                quantity,
                day,
                Optional.of(lineId).filter(id -> !id.isEmpty()),
                Optional.of(text).filter(id -> !id.isEmpty()));
    }
}
