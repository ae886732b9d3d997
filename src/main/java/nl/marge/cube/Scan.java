package nl.marge.cube;

import java.util.Arrays;
import nl.marge.dimension.grouping.GroupTable;

/** Adds up the lines of chunks, in number order. One scan serves one thread. */
final class Scan implements Scanner.ChunkScan {

    private static final long[] ALL_ZERO = new long[ChunkBuilder.LINES_LIMIT];

    private final CubeQuery query;
    private final GroupTable groups;
    private final Cells cells;
    private final int[] baseByAccount;
    private final int[] columnByDay;
    private final int firstDay;

    /** The number of the entry counted last in each cell, where entries are counted. */
    private final long[] lastEntryByCell;

    Scan(CubeQuery query, GroupTable groups) {
        this.query = query;
        this.groups = groups;
        this.cells = new Cells(query, groups.groups());
        this.columnByDay = query.columns().columnByDay();
        this.firstDay = query.columns().firstDay();
        this.lastEntryByCell = query.measure() == Measure.ENTRIES ? new long[cells.size()] : new long[0];
        this.baseByAccount = Arrays.stream(query.rowByAccount())
                .map(row -> row < 0 ? -1 : row * query.columns().columns())
                .toArray();
    }

    Cells cells() {
        return cells;
    }

    /** Takes over what another scan added up. */
    Scan merged(Scan other) {
        cells.addAll(other.cells);
        return this;
    }

    @Override
    public void add(Chunk chunk, int start, int end) {
        boolean[] admitted = query.admitted(chunk);
        for (boolean any : admitted) {
            if (any) {
                add(chunk, start, end, admitted);
                return;
            }
        }
    }

    private void add(Chunk chunk, int start, int end, boolean[] admitted) {
        int[] days = chunk.days();
        int[] accounts = chunk.accounts();
        int[] sets = chunk.dimensionSets();
        int[] membershipDays = chunk.membershipDays();
        byte[] classes = chunk.classes();
        long[] values = values(chunk);
        boolean debitOnly = query.measure() == Measure.DEBIT || query.measure() == Measure.CURRENCY_DEBIT;
        boolean countOnly = query.measure() == Measure.LINES;
        boolean entriesOnly = query.measure() == Measure.ENTRIES;
        for (int line = start; line < end; line++) {
            int day = days[line] - firstDay;
            int base = baseByAccount[accounts[line]];
            if (base < 0 || Integer.compareUnsigned(day, columnByDay.length) >= 0 || !admitted[classes[line] & 0xff]) {
                continue;
            }
            int group = groups.groupOf(sets[line], membershipDays[line]);
            if (group >= 0) {
                int cell = base + columnByDay[day];
                long value = debitOnly ? Math.max(0, values[line]) : values[line];
                boolean one = countOnly || entriesOnly && isFirstOfEntry(group, cell, value);
                cells.add(group, cell, one ? 1 : entriesOnly ? 0 : value);
            }
        }
    }

    private boolean isFirstOfEntry(int group, int cellInGroup, long entry) {
        int cell = group * query.cellsPerGroup() + cellInGroup;
        boolean first = lastEntryByCell[cell] != entry;
        lastEntryByCell[cell] = entry;
        return first;
    }

    private long[] values(Chunk chunk) {
        long[] values =
                switch (query.measure()) {
                    case QUANTITY -> chunk.quantities();
                    case CURRENCY_AMOUNT, CURRENCY_DEBIT -> chunk.currencyAmounts();
                    case AMOUNT, DEBIT, LINES -> chunk.amounts();
                    case ENTRIES -> chunk.entryNumbers();
                };
        return values.length == 0 ? ALL_ZERO : values;
    }
}
