package nl.marge.ledger.reclassification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.move.LineKey;
import nl.marge.ledger.reclassification.draft.MovableLine;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand.Selection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the entries that move amounts, over seeded lines: money is moved and never made, and comes back whole. */
class MoveEntriesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Reclassification MOVER = new Reclassification(
            7,
            new ReclassificationCommand(
                    Optional.of("x".repeat(500)),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    new Selection(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of())),
            1,
            List.of());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void moveAmountsAndMakeNone(long seed) {
        List<Move> moves = moves(new Random(seed), 400);

        for (WeighedEntry entry : MoveEntries.applying(MOVER, moves)) {
            Map<List<Object>, Long> sums = new HashMap<>();
            entry.lines().forEach(line -> add(sums, List.of(line.accountId(), line.membershipDate()), line));
            assertTrue(sums.values().stream().allMatch(sum -> sum == 0), "seed " + seed + " " + entry.identity());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bringEverythingWhereItIsToGoAndBack(long seed) {
        List<Move> moves = moves(new Random(seed), 400);
        Map<List<Object>, Long> stands = new HashMap<>();
        moves.forEach(move -> add(stands, key(move.line().line()), move.line().line()));

        lay(MoveEntries.applying(MOVER, moves), stands);
        Map<List<Object>, Long> wanted = new HashMap<>();
        moves.forEach(move -> add(wanted, key(arrived(move)), arrived(move)));
        assertEquals(withoutZeros(wanted), withoutZeros(stands), "seed " + seed);

        lay(MoveEntries.undoing(MOVER, moves.stream().map(MoveEntriesTest::back).toList()), stands);
        Map<List<Object>, Long> before = new HashMap<>();
        moves.forEach(move -> add(before, key(move.line().line()), move.line().line()));
        assertEquals(withoutZeros(before), withoutZeros(stands), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void keepScenarioDateAndCurrencyOfTheLinesAndTheLimitOfAnEntry(long seed) {
        List<Move> moves = moves(new Random(seed), 20_000);
        List<WeighedEntry> entries = MoveEntries.applying(MOVER, moves);

        Set<String> names = new HashSet<>();
        int lines = 0;
        for (WeighedEntry entry : entries) {
            assertTrue(names.add(entry.identity().externalId()));
            assertEquals(EntryKind.RECLASSIFICATION, entry.kind());
            assertTrue(entry.lines().size() <= 10_000, "" + entry.lines().size());
            assertTrue(entry.description().orElseThrow().length() <= 500);
            lines += entry.lines().size();
        }
        assertEquals(40_000, lines);
        Map<List<Object>, Integer> moved = new HashMap<>();
        moves.forEach(move -> moved.merge(
                List.of(
                        move.line().scenario(),
                        move.line().postingDate(),
                        move.line().currency()),
                2,
                Integer::sum));
        Map<List<Object>, Integer> posted = new HashMap<>();
        entries.forEach(entry -> posted.merge(
                List.of(entry.scenario(), entry.postingDate(), entry.currency()),
                entry.lines().size(),
                Integer::sum));
        assertEquals(moved, posted);
    }

    private static List<Move> moves(Random random, int count) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean foreign = random.nextInt(3) == 0;
            WeighedLine line = new WeighedLine(
                    1 + random.nextInt(3),
                    set(random),
                    Provenance.EXPLICIT,
                    random.nextInt(200_001) - 100_000,
                    foreign ? OptionalLong.of(random.nextInt(1_000)) : OptionalLong.empty(),
                    random.nextBoolean() ? OptionalLong.of(random.nextInt(9_000_000)) : OptionalLong.empty(),
                    FIRST.plusDays(random.nextInt(5)),
                    Optional.of("L" + i),
                    Optional.empty());
            MovableLine movable = new MovableLine(
                    new LineKey(new EntryId(1, i), 1),
                    i + 1,
                    EntryKind.JOURNAL,
                    random.nextInt(4) == 0 ? "BUDGET" : "ACTUAL",
                    FIRST.plusDays(random.nextInt(2)),
                    foreign ? "USD" : "EUR",
                    Optional.empty(),
                    false,
                    line);
            moves.add(new Move(movable, line.dimensions(), line.provenance(), set(random), Optional.empty()));
        }
        return moves;
    }

    private static DimensionSet set(Random random) {
        return DimensionSet.of(new int[] {0, random.nextInt(3), random.nextInt(3), random.nextInt(2)});
    }

    private static WeighedLine arrived(Move move) {
        return move.arriving(MoveEntries.mover(MOVER.id()));
    }

    /** The way back, as it is made from where the line stands once it was moved. */
    private static Move back(Move move) {
        MovableLine line = move.line();
        MovableLine moved = new MovableLine(
                line.key(),
                line.number(),
                line.kind(),
                line.scenario(),
                line.postingDate(),
                line.currency(),
                line.reverses(),
                line.reversed(),
                arrived(move));
        return new Move(moved, move.before(), move.beforeProvenance(), move.after(), move.afterProvenance()).back();
    }

    private static void lay(List<WeighedEntry> entries, Map<List<Object>, Long> stands) {
        entries.forEach(entry -> entry.lines().forEach(line -> add(stands, key(line), line)));
    }

    private static List<Object> key(WeighedLine line) {
        return List.of(line.accountId(), line.dimensions(), line.membershipDate());
    }

    /** Adds amount, foreign amount and quantity, each under a key of its own. */
    private static void add(Map<List<Object>, Long> sums, List<Object> key, WeighedLine line) {
        sums.merge(with(key, "amount"), line.amount(), Long::sum);
        sums.merge(with(key, "currencyAmount"), line.currencyAmount().orElse(0), Long::sum);
        sums.merge(with(key, "quantity"), line.quantity().orElse(0), Long::sum);
    }

    private static List<Object> with(List<Object> key, String measure) {
        List<Object> whole = new ArrayList<>(key);
        whole.add(measure);
        return whole;
    }

    private static Map<List<Object>, Long> withoutZeros(Map<List<Object>, Long> sums) {
        Map<List<Object>, Long> left = new HashMap<>(sums);
        left.values().removeIf(sum -> sum == 0);
        return left;
    }
}
