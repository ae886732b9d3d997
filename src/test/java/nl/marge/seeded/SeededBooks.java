package nl.marge.seeded;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import nl.marge.company.Company;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.Statement;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.tail.LineBlock;

/**
 * The books of one company drawn from a seed: accounts, dimensions and entries of every kind, with odd cents, zero and
 * very large amounts, quantities here and there, and membership dates that differ. Entry {@code i} has number {@code i +
 * 1}. Entries need not balance: what is tested with them only reads.
 */
public final class SeededBooks {

    /** An entry as laid down. */
    public record Entry(EntryKind kind, String scenario, LocalDate date, List<Line> lines) {}

    /** A line: ids, minor units, millionths, and the epoch day its memberships are looked up by. */
    public record Line(int account, int set, long amount, OptionalLong quantity, int membershipDay) {}

    /** The first posting date at the earliest. */
    public static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** The last posting date at the latest. */
    public static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static final List<String> LINES = List.of(
            "GROSS_REVENUE", "DEDUCTIONS", "COGS", "LOGISTICS", "MARKETING", "OVERHEAD", "INCOME_TAX", "BACK_OFFICE");

    private final Random random;
    private final Company company;
    private final SeededDimensions dimensions;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Books with {@code entryCount} entries. */
    public SeededBooks(long seed, int entryCount) {
        this(seed, entryCount, false);
    }

    /** Books in which some lines stand on the reserved values of unused and over-driven capacity. */
    public static SeededBooks withCapacity(long seed, int entryCount) {
        return new SeededBooks(seed, entryCount, true);
    }

    private SeededBooks(long seed, int entryCount, boolean capacity) {
        random = new Random(seed);
        company = new Company(
                1 + random.nextInt(Integer.MAX_VALUE - 1),
                "SEED" + seed,
                "Books of seed " + seed,
                "EUR",
                2,
                new FiscalCalendar(1 + random.nextInt(12)),
                ZoneId.of("Europe/Amsterdam"),
                1);
        dimensions = new SeededDimensions(random, FIRST, LAST, 40);
        if (capacity) {
            dimensions.addCapacity();
        }
        for (AccountType type : AccountType.values()) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                drawAccount(type);
            }
        }
        while (entries.size() < entryCount) {
            entries.add(drawEntry());
        }
    }

    private void drawAccount(AccountType type) {
        int id = accounts.size() + 1;
        Optional<String> line = type.isProfitAndLoss()
                ? Optional.of(type == AccountType.REVENUE ? LINES.get(0) : LINES.get(random.nextInt(LINES.size())))
                : Optional.empty();
        accounts.add(new Account(id, "" + (9000 - id), "Account " + id, type, line, false, Optional.empty(), 1));
    }

    private Entry drawEntry() {
        EntryKind kind = random.nextInt(3) > 0 ? EntryKind.JOURNAL : pick(List.of(EntryKind.values()));
        String scenario = random.nextInt(5) > 0 ? "ACTUAL" : "BUDGET" + random.nextInt(2);
        LocalDate date = LocalDate.ofEpochDay(dimensions.day());
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            lines.add(new Line(
                    pick(accounts).id(),
                    1 + random.nextInt(dimensions.sets().size()),
                    drawAmount(),
                    random.nextInt(4) == 0
                            ? OptionalLong.of(random.nextLong(-999_999_999L, 999_999_999L))
                            : OptionalLong.empty(),
                    random.nextInt(8) == 0 ? dimensions.day() : (int) date.toEpochDay()));
        }
        return new Entry(kind, scenario, date, lines);
    }

    private long drawAmount() {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> (random.nextBoolean() ? 1 : -1) * 99_999_999_999_999_999L;
            case 2 -> random.nextInt(199) - 99;
            default -> random.nextInt(20_000_001) - 10_000_000;
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public Random random() {
        return random;
    }

    public Company company() {
        return company;
    }

    public SeededDimensions dimensions() {
        return dimensions;
    }

    public List<Account> accounts() {
        return accounts;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The picture of the reference data, with the standard statement. */
    public Reference reference() {
        return new Reference(company, 1, accounts, Statement.standard(), dimensions.reference(), PostingSettings.NONE);
    }

    /** The moment right after the entry of that number. */
    public LedgerMoment moment(LocalDate today, int number) {
        return new LedgerMoment(reference(), number, today, Optional.empty());
    }

    /** The lines of the entries with numbers {@code first} to {@code last} as the cube takes them. */
    public LineBlock block(int first, int last) {
        List<Entry> of = entries.subList(first - 1, last);
        List<Line> lines = of.stream().flatMap(entry -> entry.lines().stream()).toList();
        int[] ends = new int[of.size()];
        for (int i = 0, end = 0; i < ends.length; i++) {
            end += of.get(i).lines().size();
            ends[i] = end;
        }
        boolean quantities = lines.stream().anyMatch(line -> line.quantity().isPresent());
        return new LineBlock(
                first,
                ends,
                of.stream().mapToInt(entry -> (int) entry.date().toEpochDay()).toArray(),
                of.stream().map(Entry::kind).toArray(EntryKind[]::new),
                of.stream().map(Entry::scenario).toArray(String[]::new),
                of.stream().map(entry -> company.currency()).toArray(String[]::new),
                lines.stream().mapToInt(Line::account).toArray(),
                lines.stream().mapToInt(Line::set).toArray(),
                lines.stream().mapToLong(Line::amount).toArray(),
                new long[0],
                quantities
                        ? lines.stream()
                                .mapToLong(line -> line.quantity().orElse(0))
                                .toArray()
                        : new long[0],
                lines.stream().mapToInt(Line::membershipDay).toArray());
    }
}
