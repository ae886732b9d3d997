package nl.marge.allocation.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.marge.cube.Cells;
import nl.marge.cube.CubeQuery;
import nl.marge.cube.CubeView;
import nl.marge.cube.Measure;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.dimension.grouping.Stretches;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Money;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.Account;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.reference.Reference;

/**
 * Finds the cells of all pools together: a first scan of the period tells which stretches of sets have lines on any
 * pool's account, a second one adds these up by account. Only where that would be too many cells at once are the
 * accounts taken in several scans.
 */
final class PoolScan {

    /** What a run consumes: never what a run posted, so each amount once (domain.md R37), and no closing. */
    static final Set<EntryKind> KINDS = EnumSet.of(EntryKind.JOURNAL, EntryKind.COST, EntryKind.RECLASSIFICATION);

    private final CubeView view;
    private final Reference reference;
    private final MeasuredPeriod period;
    private final List<PoolSource> pools;
    private final int cellsAtOnce;
    private final List<Account> accounts;
    private final Stretches stretches;
    private final List<List<SourceCell>> byPool = new ArrayList<>();
    private final TreeMap<Integer, PoolOverlap> overlaps = new TreeMap<>();

    /** A scan for these pools, with at most so many cells in memory, or one account's. */
    PoolScan(LedgerMeasurement of, List<PoolSource> pools, int cellsAtOnce) {
        this.view = of.view();
        this.reference = of.reference();
        this.period = of.period();
        this.pools = pools;
        this.cellsAtOnce = cellsAtOnce;
        accounts = reference.accounts().stream()
                .filter(account ->
                        pools.stream().anyMatch(pool -> pool.accounts().includes(account)))
                .sorted(Comparator.comparing(Account::id))
                .toList();
        stretches = of.questions()
                .stretches(reference, pools.stream().map(PoolSource::filter).toList(), view);
        pools.forEach(pool -> byPool.add(new ArrayList<>()));
    }

    SourceCells cells() {
        int[] groups = groupsWithLines();
        int[] rankByGroup = new int[stretches.table().groups()];
        Arrays.fill(rankByGroup, GroupTable.EXCLUDED);
        for (int rank = 0; rank < groups.length; rank++) {
            rankByGroup[groups[rank]] = rank;
        }
        GroupTable ranked = stretches.table().merged(rankByGroup, groups.length);
        int step = Math.max(1, cellsAtOnce / Math.max(1, groups.length));
        for (int first = 0; first < accounts.size() && groups.length > 0; first += step) {
            List<Account> some = accounts.subList(first, Math.min(first + step, accounts.size()));
            Cells cells = view.sum(query(some, some.size(), Measure.AMOUNT), ranked);
            for (int row = 0; row < some.size(); row++) {
                collect(some.get(row), row, groups, cells);
            }
        }
        return new SourceCells(byPool, List.copyOf(overlaps.values()));
    }

    /** The groups that have lines, by content of their set and first day. */
    private int[] groupsWithLines() {
        CubeQuery query = query(accounts, 1, Measure.LINES);
        GroupTable table = stretches.table();
        LedgerMeasurement.refuseIfTooLarge(query.cellsFor(table.groups()), "The pools of the cycle");
        Cells lines = view.sum(query, table);
        return IntStream.range(0, table.groups())
                .filter(group -> lines.lines(group) > 0)
                .mapToObj(group -> new Placed(group, stretches.set(group).content(), membershipDay(group)))
                .sorted(Comparator.comparing(Placed::content).thenComparing(Placed::day))
                .mapToInt(Placed::group)
                .toArray();
    }

    private record Placed(int group, String content, int day) {}

    private int membershipDay(int group) {
        int earliest = Math.toIntExact(Dates.FIRST.toEpochDay());
        return stretches.firstDay(group).isPresent()
                ? Math.max(earliest, stretches.firstDay(group).getAsInt())
                : period.lastDay();
    }

    /** Each of the accounts in a row of its own, or all in one. */
    private CubeQuery query(List<Account> of, int rows, Measure measure) {
        int[] rowByAccount = new int[reference.accountIdLimit()];
        Arrays.fill(rowByAccount, -1);
        for (int i = 0; i < of.size(); i++) {
            rowByAccount[of.get(i).id()] = Math.min(i, rows - 1);
        }
        return new CubeQuery(period.entries(KINDS), period.days(), rowByAccount, rows, measure);
    }

    private void collect(Account account, int row, int[] groups, Cells cells) {
        int[] claiming = IntStream.range(0, pools.size())
                .filter(pool -> pools.get(pool).accounts().includes(account))
                .toArray();
        for (int rank = 0; rank < groups.length; rank++) {
            BigInteger sum = cells.sum(rank, row, 0);
            if (sum.signum() != 0) {
                collect(account, groups[rank], sum, claiming);
            }
        }
    }

    private void collect(Account account, int group, BigInteger sum, int[] claiming) {
        int[] admitting = Arrays.stream(claiming)
                .filter(pool -> stretches.isAdmitted(group, pool))
                .toArray();
        if (admitting.length == 0) {
            return;
        }
        SourceCell cell = new SourceCell(
                account.id(), stretches.set(group), membershipDay(group), amount(account, sum, admitting[0]));
        for (int i = 0; i < admitting.length; i++) {
            byPool.get(admitting[i]).add(cell);
            for (int j = 0; j < i; j++) {
                noteOverlap(admitting[j], admitting[i], cell);
            }
        }
    }

    private void noteOverlap(int pool, int otherPool, SourceCell cell) {
        overlaps.merge(
                pool * pools.size() + otherPool,
                new PoolOverlap(pool, otherPool, cell, 1),
                (known, more) -> known.oneMore());
    }

    private long amount(Account account, BigInteger sum, int pool) {
        if (sum.bitLength() < Long.SIZE) {
            return sum.longValue();
        }
        throw Refusal.of(
                Reason.ENTRY_REFUSED,
                new Violation(
                        ViolationCode.AMOUNT_LIMIT,
                        Place.REQUEST,
                        "Pool " + pools.get(pool).code() + " has "
                                + Money.text(sum, reference.company().decimals()) + " on account " + account.code()
                                + " and one combination of dimensions from " + period.first() + " to "
                                + period.last() + ", more than one line can take. Correct the lines it is made of."));
    }
}
