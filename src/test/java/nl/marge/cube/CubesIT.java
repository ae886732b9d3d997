package nl.marge.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.ledger.tail.LedgerTotals;
import nl.marge.platform.Database;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SqlBooks;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CubesIT {

    private static final long PAUSE_NANOS = 20_000_000;

    @Inject
    SqlBooks sql;

    @Inject
    Cubes cubes;

    @Inject
    LedgerTotals totals;

    @Inject
    Database database;

    @Test
    void agreesWithTheDatabaseToTheCentWhateverTheBatches() {
        for (long seed = 2001; seed <= 2006; seed++) {
            SeededBooks books = new SeededBooks(seed, 600);
            sql.open(books);
            sql.leaveUnpublished(books, 1, 40);
            sql.publish(books, 1, 250, 3);
            agreesWithTheDatabase(books, 250);
            sql.publish(books, 251, 600, 200);
            agreesWithTheDatabase(books, 600);
        }
    }

    @Test
    void readsEveryColumnAsItWasLaidDown() {
        SeededBooks books = new SeededBooks(2010, 500);
        sql.open(books);
        sql.publish(books, 1, 500, 20);
        Cube drawn = new Cube();
        drawn.append(books.block(1, 500));

        cubes.current(books.company());

        Chunk expected = drawn.columns().chunks()[0];
        Chunk found = cubes.columns(books.company()).chunks()[0];
        assertEquals(rows(expected), rows(found));
    }

    @Test
    void refusesToAnswerFromFewerLinesThanTheLedgerCounts() {
        SeededBooks books = new SeededBooks(2011, 20);
        sql.open(books);
        sql.publish(books, 1, 20, 5);
        count(books, 1);

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> cubes.current(books.company()));
        count(books, -1);

        long lines = books.entries().stream()
                .mapToLong(entry -> entry.lines().size())
                .sum();
        assertEquals(
                "the cube of company SEED2011 has " + lines + " lines up to entry 20, the ledger " + (lines + 1)
                        + " up to 20",
                refused.getMessage());
        agreesWithTheDatabase(books, 20);
    }

    @Test
    void followsTheLedgerBesideWhenTold() {
        SeededBooks books = new SeededBooks(2012, 60);
        sql.open(books);
        sql.publish(books, 1, 40, 5);
        agreesWithTheDatabase(books, 40);
        sql.publish(books, 41, 60, 5);

        cubes.follow(books.company());
        while (cubes.columns(books.company()).number() < 60) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }

        agreesWithTheDatabase(books, 60);
    }

    private void count(SeededBooks books, int more) {
        database.inTransaction(handle -> handle.execute(
                "update company_counter set lines_through = lines_through + ? where company_id = ?",
                more,
                books.company().id()));
    }

    private void agreesWithTheDatabase(SeededBooks books, int number) {
        CubeView view = cubes.current(books.company());

        assertEquals(number, view.number());
        assertEquals(fromDatabase(books, number), fromCube(books, view));
    }

    private TreeMap<Integer, List<BigInteger>> fromDatabase(SeededBooks books, int number) {
        TreeMap<Integer, List<BigInteger>> sums = new TreeMap<>();
        totals.byAccount(books.company(), number)
                .forEach(total -> sums.put(total.accountId(), List.of(total.amount(), total.quantity())));
        sums.values().removeIf(both -> both.equals(List.of(BigInteger.ZERO, BigInteger.ZERO)));
        return sums;
    }

    private TreeMap<Integer, List<BigInteger>> fromCube(SeededBooks books, CubeView view) {
        Cells amounts = cells(books, view, Measure.AMOUNT);
        Cells quantities = cells(books, view, Measure.QUANTITY);
        TreeMap<Integer, List<BigInteger>> sums = new TreeMap<>();
        books.accounts()
                .forEach(account -> sums.put(
                        account.id(), List.of(amounts.sum(0, account.id(), 0), quantities.sum(0, account.id(), 0))));
        sums.values().removeIf(both -> both.equals(List.of(BigInteger.ZERO, BigInteger.ZERO)));
        return sums;
    }

    private static Cells cells(SeededBooks books, CubeView view, Measure measure) {
        int[] rows = java.util.stream.IntStream.rangeClosed(0, books.accounts().size())
                .toArray();
        CubeQuery query =
                new CubeQuery(LineFilter.everything(), DayColumns.single(0, 40_000), rows, rows.length, measure);
        SetGrouping grouping = new SetGrouping(
                books.reference().dimensions(),
                new GroupBy(List.of()),
                DimensionFilter.none(),
                new MembershipMode.AsWas());
        return view.answer(new Question(query, grouping)).cells();
    }

    private static List<String> rows(Chunk chunk) {
        return java.util.stream.IntStream.range(0, chunk.lines())
                .mapToObj(line -> chunk.days()[line] + " " + chunk.accounts()[line] + " " + chunk.dimensionSets()[line]
                        + " " + chunk.dictionary().get(chunk.classes()[line]) + " " + chunk.amounts()[line] + " "
                        + chunk.quantities()[line] + " " + chunk.membershipDays()[line])
                .toList();
    }
}
