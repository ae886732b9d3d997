package nl.marge.allocation.measure;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;

/** What the ledger gives a run, told by going through the lines one by one. */
final class PlainMeasurement {

    private static final int BEFORE_ALL = (int) SeededBooks.FIRST.minusDays(1).toEpochDay();
    private static final int LAST = (int) SeededBooks.LAST.toEpochDay();

    private final SeededBooks books;
    private final MeasuredPeriod period;

    PlainMeasurement(SeededBooks books, MeasuredPeriod period) {
        this.books = books;
        this.period = period;
    }

    /** A line that counts, with the number of its entry. */
    private record Counted(int entry, Line line) {}

    private List<Counted> counted(List<EntryKind> kinds) {
        List<Counted> counted = new ArrayList<>();
        for (int number = 0; number < books.entries().size(); number++) {
            Entry entry = books.entries().get(number);
            boolean counts = kinds.contains(entry.kind())
                    && entry.scenario().equals(period.scenario())
                    && !entry.date().isBefore(period.first())
                    && !entry.date().isAfter(period.last());
            for (Line line : counts ? entry.lines() : List.<Line>of()) {
                counted.add(new Counted(number, line));
            }
        }
        return counted;
    }

    private boolean isOf(Line line, nl.marge.ledger.setting.AccountSelection accounts, String filter) {
        return accounts.includes(account(line)) && books.dimensions().passes(set(line), filter, line.membershipDay());
    }

    private Account account(Line line) {
        return books.accounts().get(line.account() - 1);
    }

    private DimensionSet set(Line line) {
        return books.dimensions().sets().get(line.set() - 1);
    }

    /** The cells of a pool as texts, in order. */
    List<String> cells(PoolSource pool, String filter) {
        Map<Integer, Map<String, TreeMap<Integer, BigInteger>>> sums = new TreeMap<>();
        for (Counted counted : counted(List.of(EntryKind.JOURNAL, EntryKind.COST, EntryKind.RECLASSIFICATION))) {
            Line line = counted.line;
            if (isOf(line, pool.accounts(), filter)) {
                sums.computeIfAbsent(line.account(), none -> new TreeMap<>())
                        .computeIfAbsent(set(line).content(), none -> new TreeMap<>())
                        .merge(stretch(line), BigInteger.valueOf(line.amount()), BigInteger::add);
            }
        }
        List<String> cells = new ArrayList<>();
        sums.forEach((account, bySet) -> bySet.forEach((set, byDay) -> byDay.forEach((day, sum) -> {
            if (sum.signum() != 0) {
                cells.add(account + " {" + set + "} " + LocalDate.ofEpochDay(day) + " " + sum);
            }
        })));
        return cells;
    }

    /** The first day from which on nothing changed until the line's membership day; day by day. */
    private int stretch(Line line) {
        int day = Math.max(BEFORE_ALL, Math.min(LAST, line.membershipDay()));
        List<Integer> then = valuesOn(line, day);
        int first = day;
        while (first >= BEFORE_ALL && valuesOn(line, first).equals(then)) {
            first--;
        }
        int last = day;
        while (last <= LAST && valuesOn(line, last).equals(then)) {
            last++;
        }
        if (first < BEFORE_ALL && last > LAST) {
            return (int) period.last().toEpochDay();
        }
        return first < BEFORE_ALL ? (int) LocalDate.of(1900, 1, 1).toEpochDay() : first + 1;
    }

    private List<Integer> valuesOn(Line line, int day) {
        return books.dimensions().dimensions().stream()
                .map(dimension -> books.dimensions().valueOn(set(line), dimension.id(), day))
                .toList();
    }

    /** The quantities of a driver by the codes of the receiver, in millionths; a missing value is empty. */
    Map<List<String>, BigInteger> quantities(LedgerDriver driver, String filter) {
        boolean adds = driver.measure() == LedgerMeasure.AMOUNT || driver.measure() == LedgerMeasure.QUANTITY;
        List<EntryKind> kinds = adds
                ? List.of(EntryKind.JOURNAL, EntryKind.COST, EntryKind.RECLASSIFICATION)
                : List.of(EntryKind.JOURNAL, EntryKind.COST);
        Map<List<String>, BigInteger> sums = new HashMap<>();
        Map<List<String>, Set<Object>> distinct = new HashMap<>();
        for (Counted counted : counted(kinds)) {
            Line line = counted.line;
            if (isOf(line, driver.accounts(), filter)) {
                List<String> receiver = driver.receivers().stream()
                        .map(dimension -> code(line, dimension))
                        .toList();
                sums.merge(receiver, value(driver, line), BigInteger::add);
                Object counts = driver.distinct()
                        .<Object>map(dimension -> code(line, dimension))
                        .orElse(driver.measure() == LedgerMeasure.ENTRIES ? counted.entry : new Object());
                distinct.computeIfAbsent(receiver, none -> new HashSet<>()).add(counts);
            }
        }
        if (!adds) {
            sums.replaceAll((receiver, sum) -> {
                distinct.get(receiver).remove("");
                return BigInteger.valueOf(1_000_000L * distinct.get(receiver).size());
            });
        }
        return sums;
    }

    private String code(Line line, Dimension dimension) {
        int value = books.dimensions().valueOn(set(line), dimension.id(), line.membershipDay());
        return value == 0 ? "" : books.dimensions().values().get(value - 1).code();
    }

    private BigInteger value(LedgerDriver driver, Line line) {
        if (driver.measure() == LedgerMeasure.QUANTITY) {
            return BigInteger.valueOf(line.quantity().orElse(0));
        }
        AccountType type = account(line).type();
        boolean credit = List.of(AccountType.REVENUE, AccountType.LIABILITY, AccountType.EQUITY)
                .contains(type);
        return BigInteger.valueOf(credit ? -line.amount() : line.amount()).multiply(BigInteger.valueOf(10_000));
    }
}
