package nl.marge.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.dimension.KnownSets;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.tail.LineBlock;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CubeTest {

    private final Scanner scanner = new Scanner();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    /** What was drawn to be asked, and the columns and rows it is asked by. */
    private record Asked(
            SeededBooks books,
            String by,
            String filter,
            LineFilter lines,
            int firstDay,
            int[] columnByDay,
            int[] rows,
            Measure measure) {

        static Asked draw(SeededBooks books) {
            Random random = books.random();
            int first = books.dimensions().day();
            int last = books.dimensions().day();
            int[] columnByDay = random.ints(Math.abs(last - first) + 1, 0, 3).toArray();
            columnByDay[0] = 2;
            int[] rows = random.ints(books.accounts().size() + 1, -1, 4).toArray();
            Set<EntryKind> kinds = EnumSet.allOf(EntryKind.class);
            kinds.removeIf(kind -> random.nextInt(3) == 0);
            Optional<String> scenario = random.nextInt(3) == 0 ? Optional.empty() : Optional.of("ACTUAL");
            return new Asked(
                    books,
                    books.dimensions().drawBy(),
                    books.dimensions().drawFilter(),
                    new LineFilter(kinds, scenario),
                    Math.min(first, last),
                    columnByDay,
                    rows,
                    Measure.values()[random.nextInt(6)]);
        }

        Question question() {
            var reference = books.reference().dimensions();
            return new Question(
                    new CubeQuery(lines, new DayColumns(firstDay, columnByDay), rows, 4, measure),
                    new SetGrouping(
                            reference,
                            GroupBy.read(by, reference, new Violations()),
                            DimensionFilter.read(filter, reference, new Violations()),
                            new MembershipMode.AsWas()));
        }

        /** The sums by key, row and column, told line by line. */
        Map<List<Object>, BigInteger> expected(int through) {
            Map<List<Object>, BigInteger> sums = new HashMap<>();
            for (Entry entry : books.entries().subList(0, through)) {
                int day = (int) entry.date().toEpochDay() - firstDay;
                boolean counts = lines.kinds().contains(entry.kind())
                        && lines.scenario().orElse(entry.scenario()).equals(entry.scenario())
                        && day >= 0
                        && day < columnByDay.length;
                for (Line line : counts ? entry.lines() : List.<Line>of()) {
                    add(sums, line, columnByDay[day]);
                }
            }
            sums.values().removeIf(sum -> sum.signum() == 0);
            return sums;
        }

        private void add(Map<List<Object>, BigInteger> sums, Line line, int column) {
            var set = books.dimensions().sets().get(line.set() - 1);
            int row = rows[line.account()];
            if (row >= 0 && books.dimensions().passes(set, filter, line.membershipDay())) {
                List<Object> cell = List.of(books.dimensions().key(set, by, line.membershipDay()), row, column);
                sums.merge(cell, BigInteger.valueOf(value(line)), BigInteger::add);
            }
        }

        private long value(Line line) {
            return switch (measure) {
                case AMOUNT -> line.amount();
                case DEBIT -> Math.max(0, line.amount());
                case QUANTITY -> line.quantity().orElse(0);
                case CURRENCY_AMOUNT, CURRENCY_DEBIT -> 0;
                case LINES -> 1;
                case ENTRIES -> throw new IllegalStateException("not drawn");
            };
        }

        Map<List<Object>, BigInteger> found(Answer answer) {
            Map<List<Object>, BigInteger> sums = new HashMap<>();
            for (int cell = 0; cell < answer.cells().groups() * 12; cell++) {
                int group = cell / 12;
                BigInteger sum = answer.cells().sum(group, cell / 3 % 4, cell % 3);
                if (sum.signum() != 0) {
                    sums.put(List.of(key(answer, group), cell / 3 % 4, cell % 3), sum);
                }
            }
            return sums;
        }

        private List<String> key(Answer answer, int group) {
            int axes = by.isEmpty() ? 0 : by.split(",").length;
            return IntStream.range(0, axes)
                    .map(axis -> answer.groups().key(group, axis))
                    .mapToObj(id -> id == 0
                            ? ""
                            : books.dimensions().values().get(id - 1).code())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpLikeGoingThroughTheLines(long seed) {
        SeededBooks books = new SeededBooks(seed, 300);
        Asked asked = Asked.draw(books);
        Cube cube = new Cube();
        cube.append(books.block(1, 300));

        Answer answer = view(cube, books).answer(asked.question());

        assertEquals(asked.expected(300), asked.found(answer), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldsWhatCameSinceIntoTheLastAnswer(long seed) {
        SeededBooks books = new SeededBooks(seed, 200);
        Asked asked = Asked.draw(books);
        Question question = asked.question();
        Cube cube = new Cube();
        for (int number = 1; number <= 200; ) {
            int last = Math.min(200, number + books.random().nextInt(60));
            cube.append(books.block(number, last));
            number = last + 1;

            Answer answer = view(cube, books).answer(question);

            assertEquals(last, answer.number());
            assertEquals(asked.expected(last), asked.found(answer), "seed " + seed + " up to " + last);
        }
    }

    @Test
    void countsTheLinesOfEveryGroup() {
        SeededBooks books = new SeededBooks(3, 100);
        Cube cube = new Cube();
        cube.append(books.block(1, 100));
        int[] rows = new int[books.accounts().size() + 1];
        Question everything = new Question(
                new CubeQuery(LineFilter.everything(), DayColumns.single(0, 40_000), rows, 1, Measure.AMOUNT),
                grouping(books, ""));

        Cells cells = view(cube, books).answer(everything).cells();

        assertEquals(
                books.entries().stream()
                        .mapToLong(entry -> entry.lines().size())
                        .sum(),
                cells.lines(0));
    }

    @Test
    void addsUpOnTwoThreadsAsOnOne() {
        LineBlock block = manyLines((int) Scanner.LINES_FOR_TWO + 100_000);
        Cube cube = new Cube();
        cube.append(block);
        SeededBooks books = new SeededBooks(5, 1);
        Question question = new Question(
                new CubeQuery(
                        LineFilter.everything(),
                        DayColumns.single(20_000, 20_999),
                        new int[] {-1, 0, 1},
                        2,
                        Measure.AMOUNT),
                grouping(books, ""));

        Cells cells = view(cube, books).answer(question).cells();

        BigInteger[] expected = {BigInteger.ZERO, BigInteger.ZERO};
        for (int line = 0; line < block.lines(); line++) {
            int row = block.accounts()[line] - 1;
            expected[row] = expected[row].add(BigInteger.valueOf(block.amounts()[line]));
        }
        assertTrue(expected[0].bitLength() > Long.SIZE);
        assertEquals(List.of(expected), List.of(cells.sum(0, 0, 0), cells.sum(0, 1, 0)));
        assertEquals(block.lines(), cells.lines(0));
    }

    @Test
    void countsAnEntryOnceWhereItsLinesLieInTwoChunks() {
        LineBlock block = manyLines((int) Scanner.LINES_FOR_TWO + 100_000, 5);
        Cube cube = new Cube();
        cube.append(block);
        SeededBooks books = new SeededBooks(5, 1);
        CubeQuery query = new CubeQuery(
                LineFilter.everything(), DayColumns.single(20_000, 20_999), new int[] {-1, 0, 0}, 1, Measure.ENTRIES);

        Cells cells = view(cube, books)
                .answer(new Question(query, grouping(books, "")))
                .cells();

        assertTrue(cube.columns().chunks().length > 5);
        assertEquals(BigInteger.valueOf(block.entries()), cells.sum(0, 0, 0));
        assertEquals(block.lines(), cells.lines(0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsTheEntriesOfEveryGroup(long seed) {
        SeededBooks books = new SeededBooks(seed, 200);
        String by = books.dimensions().drawBy();
        int[] rows = IntStream.rangeClosed(0, books.accounts().size())
                .map(account -> account % 2)
                .toArray();
        Question question = new Question(
                new CubeQuery(LineFilter.everything(), DayColumns.single(0, 40_000), rows, 2, Measure.ENTRIES),
                grouping(books, by));
        Map<List<Object>, Set<Integer>> expected = new HashMap<>();
        for (int i = 0; i < books.entries().size(); i++) {
            for (Line line : books.entries().get(i).lines()) {
                var set = books.dimensions().sets().get(line.set() - 1);
                List<Object> cell = List.of(books.dimensions().key(set, by, line.membershipDay()), line.account() % 2);
                expected.computeIfAbsent(cell, none -> new java.util.HashSet<>())
                        .add(i);
            }
        }
        Cube cube = new Cube();
        cube.append(books.block(1, 90));
        view(cube, books).answer(question);
        cube.append(books.block(91, 200));

        Answer answer = view(cube, books).answer(question);

        int axes = by.isEmpty() ? 0 : by.split(",").length;
        Map<List<Object>, Integer> found = new HashMap<>();
        for (int cell = 0; cell < 2 * answer.cells().groups(); cell++) {
            int group = cell / 2;
            List<String> key = IntStream.range(0, axes)
                    .map(axis -> answer.groups().key(group, axis))
                    .mapToObj(id -> id == 0
                            ? ""
                            : books.dimensions().values().get(id - 1).code())
                    .toList();
            int entries = answer.cells().sum(group, cell % 2, 0).intValueExact();
            if (entries > 0) {
                found.put(List.of(key, cell % 2), entries);
            }
        }
        Map<List<Object>, Integer> counted = new HashMap<>();
        expected.forEach((cell, entries) -> counted.put(cell, entries.size()));
        assertEquals(counted, found, "seed " + seed);
    }

    @Test
    void takesAtMost24BytesALine() {
        Cube cube = new Cube();
        cube.append(manyLines(200_000));

        assertTrue(
                cube.columns().bytes() <= 24 * 200_000L * 5 / 4,
                () -> cube.columns().bytes() + " bytes");
        Chunk first = cube.columns().chunks()[0];
        assertEquals(ChunkBuilder.LINES_LIMIT, first.lines());
        assertTrue(first.bytes() <= 24L * first.lines(), () -> first.bytes() + " bytes");
    }

    @Test
    void knowsTheNumberOfEveryLine() {
        SeededBooks books = new SeededBooks(9, 400);
        Cube cube = new Cube();
        cube.append(books.block(1, 150));
        cube.append(books.block(151, 400));
        Chunk chunk = cube.columns().chunks()[0];

        int lines = 0;
        for (int number = 1; number <= 400; number++) {
            assertEquals(lines, chunk.linesThrough(number - 1));
            lines += books.entries().get(number - 1).lines().size();
        }
        assertEquals(lines, chunk.linesThrough(400));
    }

    @Test
    void beginsANewChunkWhenThereAreTooManyScenarios() {
        int entries = 1_000;
        LineBlock one = new SeededBooks(1, 1).block(1, 1);
        Cube cube = new Cube();
        for (int number = 1; number <= entries; number++) {
            cube.append(new LineBlock(
                    number,
                    new int[] {1},
                    new int[] {20_000},
                    new EntryKind[] {EntryKind.JOURNAL},
                    new String[] {"WHAT-IF-" + number},
                    new String[] {"EUR"},
                    new int[] {1},
                    new int[] {one.dimensionSets()[0]},
                    new long[] {number},
                    new long[0],
                    new long[0],
                    new int[] {20_000}));
        }
        Question question = new Question(
                new CubeQuery(
                        new LineFilter(Set.of(EntryKind.JOURNAL), Optional.of("WHAT-IF-777")),
                        DayColumns.single(20_000, 20_000),
                        new int[] {0, 0},
                        1,
                        Measure.AMOUNT),
                grouping(new SeededBooks(1, 1), ""));

        assertEquals(4, cube.columns().chunks().length);
        assertEquals(
                BigInteger.valueOf(777),
                view(cube, new SeededBooks(1, 1)).answer(question).cells().sum(0, 0, 0));
    }

    @Test
    void refusesABlockThatDoesNotFollow() {
        SeededBooks books = new SeededBooks(2, 10);
        Cube cube = new Cube();
        cube.append(books.block(1, 5));

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> cube.append(books.block(7, 10)));

        assertEquals("the cube ends at entry 5 but the next block begins at 7", refused.getMessage());
    }

    /** Lines on accounts 1 and 2 whose sums leave 64 bits. */
    private static LineBlock manyLines(int lines) {
        return manyLines(lines, 4);
    }

    private static LineBlock manyLines(int lines, int linesAnEntry) {
        Random random = new Random(11);
        int entries = lines / linesAnEntry;
        int[] days = random.ints(entries, 20_000, 21_000).toArray();
        return new LineBlock(
                1,
                IntStream.rangeClosed(1, entries).map(i -> linesAnEntry * i).toArray(),
                days,
                Collections.nCopies(entries, EntryKind.JOURNAL).toArray(EntryKind[]::new),
                Collections.nCopies(entries, "ACTUAL").toArray(String[]::new),
                Collections.nCopies(entries, "EUR").toArray(String[]::new),
                random.ints(lines, 1, 3).toArray(),
                random.ints(lines, 1, 5).toArray(),
                random.longs(lines, 90_000_000_000_000_000L, 100_000_000_000_000_000L)
                        .toArray(),
                new long[0],
                new long[0],
                IntStream.range(0, lines).map(line -> days[line / linesAnEntry]).toArray());
    }

    private static SetGrouping grouping(SeededBooks books, String by) {
        var reference = books.reference().dimensions();
        return new SetGrouping(
                reference,
                GroupBy.read(by, reference, new Violations()),
                DimensionFilter.none(),
                new MembershipMode.AsWas());
    }

    private CubeView view(Cube cube, SeededBooks books) {
        KnownSets sets = DimensionSetsFixture.known(books.dimensions().sets());
        return new CubeView(cube.columns(), sets, scanner);
    }
}
