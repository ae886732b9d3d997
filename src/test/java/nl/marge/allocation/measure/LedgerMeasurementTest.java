package nl.marge.allocation.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.marge.cube.CubeFixture;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.setting.AccountSelection;
import nl.marge.seeded.SeededBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerMeasurementTest {

    private static final int ENTRIES = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheSourceCellsThatGoingThroughTheLinesTells(long seed) {
        SeededBooks books = new SeededBooks(seed, ENTRIES);
        MeasuredPeriod period = drawPeriod(books);
        PlainMeasurement plain = new PlainMeasurement(books, period);
        Map<PoolSource, String> filterByPool = new LinkedHashMap<>();
        for (int i = books.random().nextInt(5); i >= 0; i--) {
            String filter = books.dimensions().drawFilter();
            filterByPool.put(new PoolSource("P" + i, drawAccounts(books), filter(books, filter)), filter);
        }
        List<PoolSource> pools = List.copyOf(filterByPool.keySet());
        List<List<String>> expected = pools.stream()
                .map(pool -> plain.cells(pool, filterByPool.get(pool)))
                .toList();

        SourceCells found = measurement(books, period).sources(pools);

        assertEquals(
                expected,
                found.byPool().stream().map(LedgerMeasurementTest::told).toList(),
                "seed " + seed);
        assertEquals(overlaps(expected), told(found), "seed " + seed);
        for (int cellsAtOnce : new int[] {1, 30}) {
            assertEquals(found, measurement(books, period).sources(pools, cellsAtOnce), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void measuresWhatGoingThroughTheLinesTells(long seed) {
        SeededBooks books = new SeededBooks(seed, ENTRIES);
        MeasuredPeriod period = drawPeriod(books);
        LedgerMeasurement measurement = measurement(books, period);
        for (LedgerMeasure measure : LedgerMeasure.values()) {
            String filter = books.dimensions().drawFilter();
            LedgerDriver driver = new LedgerDriver(
                    "D",
                    measure,
                    measure == LedgerMeasure.DISTINCT ? Optional.of(drawDimension(books)) : Optional.empty(),
                    drawAccounts(books),
                    filter(books, filter),
                    drawReceivers(books));

            Map<List<String>, BigInteger> expected = new PlainMeasurement(books, period).quantities(driver, filter);
            String named = "seed " + seed + " " + driver;
            if (expected.values().stream().anyMatch(quantity -> quantity.bitLength() >= Long.SIZE)) {
                assertThrows(Refusal.class, () -> measurement.quantities(driver), named);
            } else {
                assertEquals(expected, inOrder(books, measurement.quantities(driver), named), named);
            }
        }
    }

    /** The quantities by codes, which must come in order, those that miss a value behind the others. */
    private static Map<List<String>, BigInteger> inOrder(SeededBooks books, MeasuredQuantities found, String named) {
        Map<List<String>, BigInteger> byReceiver = new LinkedHashMap<>();
        Stream.concat(found.receivers().stream(), found.unattributed().stream())
                .forEach(of -> byReceiver.put(codes(books, of), BigInteger.valueOf(of.quantity())));
        List<List<String>> order = List.copyOf(byReceiver.keySet());
        Comparator<List<String>> wanted = Comparator.comparing((List<String> key) -> key.contains(""))
                .thenComparing(key ->
                        key.stream().map(code -> code.isEmpty() ? "~" : code).collect(Collectors.joining("\u0000")));
        assertEquals(order.stream().sorted(wanted).toList(), order, named);
        return byReceiver;
    }

    @Test
    void tellsLinesApartByTheStretchInWhichTheyLeadToTheSameValues() {
        MeasurementBooks books = new MeasurementBooks();
        books.line("4600", "C1", "2026-03-10", 100_00);
        books.line("4600", "C1", "2026-03-31", 20_00);
        books.line("4600", "C1", "2026-04-05", 3_00);
        books.line("4600", "C2", "2026-03-10", 7_00);
        books.line("4600", "", "2026-03-10", 50_00);
        books.line("4600", "", "2026-03-11", -50_00);

        SourceCells cells = books.march().sources(List.of(books.pool("ALL", "")));
        SourceCells key = books.march().sources(List.of(books.pool("KEY", "SEGMENT:KEY")));

        assertEquals(
                List.of("1 {1:1} 1900-01-01 12000", "1 {1:1} 2026-04-01 300", "1 {1:2} 2026-03-31 700"),
                told(cells.byPool().get(0)));
        assertEquals(
                List.of("1 {1:1} 1900-01-01 12000", "1 {1:2} 2026-03-31 700"),
                told(key.byPool().get(0)));
    }

    @Test
    void tellsWhichCellsTwoPoolsClaim() {
        MeasurementBooks books = new MeasurementBooks();
        books.line("4600", "C1", "2026-03-10", 100_00);
        books.line("4600", "C2", "2026-03-10", 7_00);
        books.line("4700", "C2", "2026-03-10", 1_00);

        SourceCells cells = books.march()
                .sources(List.of(
                        books.pool("C2", "CUSTOMER:C2"), books.pool("KEY", "SEGMENT:KEY"), books.pool("ALL", "")));

        assertEquals(
                List.of(
                        "0 1: 1 {1:2} 2026-03-31 700 of 2",
                        "0 2: 1 {1:2} 2026-03-31 700 of 2",
                        "1 2: 1 {1:1} 1900-01-01 10000 of 3"),
                told(cells));
    }

    @Test
    void refusesASumThatNoLineCanTake() {
        MeasurementBooks books = new MeasurementBooks();
        books.line("4600", "C2", "2026-03-10", Long.MAX_VALUE);
        books.line("4600", "C2", "2026-03-10", 1);

        Refusal refused = assertThrows(Refusal.class, () -> books.march().sources(List.of(books.pool("IT", ""))));

        assertEquals(ViolationCode.AMOUNT_LIMIT, refused.violations().get(0).code());
        assertEquals(
                "Pool IT has 92233720368547758.08 on account 4600 and one combination of dimensions from 2026-03-01 to"
                        + " 2026-03-31, more than one line can take. Correct the lines it is made of.",
                refused.getMessage());
    }

    @Test
    void refusesAQuantityThatIsTooLarge() {
        MeasurementBooks books = new MeasurementBooks();
        books.line("4600", "C1", "2026-03-10", 900_000_000_000_000L);
        books.line("4600", "C2", "2026-03-10", 22_337_203_685_477L);
        LedgerDriver driver = books.driver(LedgerMeasure.AMOUNT, "SEGMENT");

        assertEquals(
                9_223_372_036_854_770_000L,
                books.march().quantities(driver).receivers().get(0).quantity());
        books.line("4600", "C2", "2026-03-10", 1);
        Refusal refused = assertThrows(Refusal.class, () -> books.march().quantities(driver));

        assertEquals(
                "Driver D measures 9223372036854 for SEGMENT:KEY from 2026-03-01 to 2026-03-31, more than a quantity"
                        + " can be. Narrow its accounts or its filter.",
                refused.getMessage());
    }

    @Test
    void countsEntriesAndCustomersOfASegmentOnce() {
        MeasurementBooks books = new MeasurementBooks();
        books.entry(EntryKind.JOURNAL, "2026-03-10", "4600 C1 5", "4600 C2 5", "4700 C3 1", "4600  9");
        books.entry(EntryKind.JOURNAL, "2026-03-11", "4600 C1 5", "4600 C1 5");
        books.entry(EntryKind.RECLASSIFICATION, "2026-03-12", "4600 C1 -5", "4600 C3 5");
        books.entry(EntryKind.ALLOCATION, "2026-03-12", "4600 C3 70");
        books.entry(EntryKind.JOURNAL, "2026-04-01", "4600 C3 70");

        assertEquals("KEY=4 MKB=1 =1", books.told(LedgerMeasure.LINES));
        assertEquals("KEY=2 MKB=1 =1", books.told(LedgerMeasure.ENTRIES));
        assertEquals("KEY=2 MKB=1 =0", books.told(LedgerMeasure.DISTINCT));
        assertEquals("KEY=0.15 MKB=0.06 =0.09", books.told(LedgerMeasure.AMOUNT));
    }

    private static MeasuredPeriod drawPeriod(SeededBooks books) {
        Random random = books.random();
        LocalDate first = SeededBooks.FIRST.plusMonths(random.nextInt(24));
        LocalDate last = first.plusMonths(1 + random.nextInt(6)).minusDays(1);
        return new MeasuredPeriod(first, last, random.nextInt(4) > 0 ? "ACTUAL" : "BUDGET0");
    }

    private static AccountSelection drawAccounts(SeededBooks books) {
        Random random = books.random();
        List<String> codes = books.accounts().stream()
                .map(Account::code)
                .filter(code -> random.nextInt(3) > 0)
                .toList();
        return switch (random.nextInt(4)) {
            case 0 -> AccountSelection.of(List.of(), List.of());
            case 1 -> AccountSelection.of(List.of("*"), List.of());
            case 2 -> AccountSelection.of(codes, List.of());
            default -> AccountSelection.of(codes, List.of(AccountType.EXPENSE, AccountType.STATISTICAL));
        };
    }

    private static Dimension drawDimension(SeededBooks books) {
        List<Dimension> dimensions = books.dimensions().dimensions();
        return dimensions.get(books.random().nextInt(dimensions.size()));
    }

    private static List<Dimension> drawReceivers(SeededBooks books) {
        List<Dimension> receivers = new ArrayList<>(books.dimensions().dimensions());
        java.util.Collections.shuffle(receivers, books.random());
        return receivers.subList(0, 1 + books.random().nextInt(2));
    }

    private static DimensionFilter filter(SeededBooks books, String text) {
        return DimensionFilter.read(text, books.reference().dimensions(), new Violations());
    }

    private static LedgerMeasurement measurement(SeededBooks books, MeasuredPeriod period) {
        return new LedgerMeasurement(CubeFixture.view(books, ENTRIES), books.reference(), period);
    }

    private static List<String> codes(SeededBooks books, ReceiverQuantity of) {
        return of.valueIds().stream()
                .map(id ->
                        id == 0 ? "" : books.dimensions().values().get(id - 1).code())
                .toList();
    }

    private static List<String> told(List<SourceCell> cells) {
        return cells.stream().map(LedgerMeasurementTest::told).toList();
    }

    private static String told(SourceCell cell) {
        return cell.accountId() + " " + cell.set() + " " + LocalDate.ofEpochDay(cell.membershipDay()) + " "
                + cell.amount();
    }

    private static List<String> told(SourceCells cells) {
        return cells.overlaps().stream()
                .map(of -> of.pool() + " " + of.otherPool() + ": " + told(of.example()) + " of " + of.cells())
                .toList();
    }

    private static List<String> overlaps(List<List<String>> byPool) {
        List<String> overlaps = new ArrayList<>();
        for (int pool = 0; pool < byPool.size(); pool++) {
            for (int other = pool + 1; other < byPool.size(); other++) {
                List<String> both = byPool.get(pool).stream()
                        .filter(byPool.get(other)::contains)
                        .toList();
                if (!both.isEmpty()) {
                    overlaps.add(pool + " " + other + ": " + both.get(0) + " of " + both.size());
                }
            }
        }
        return overlaps;
    }
}
