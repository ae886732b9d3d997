package nl.marge.cube;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import nl.marge.dimension.grouping.GroupTable;
import nl.marge.kernel.sums.LongKeys;
import nl.marge.kernel.sums.WideSums;

/**
 * Exact sums per group, posting day and row, of the days only on which a group has lines: the history of a million
 * groups has far fewer days than they would have columns. In the order of groups, and in each of days.
 */
public final class DaySums {

    private final int rows;
    private final long[] keys;
    private final int[] places;
    private final WideSums sums;

    private DaySums(Scan scan) {
        rows = scan.query.rows();
        sums = scan.sums;
        LongKeys found = scan.keys;
        keys = IntStream.range(0, found.size()).mapToLong(found::key).sorted().toArray();
        places = Arrays.stream(keys).mapToInt(found::numberOf).toArray();
    }

    /** How many days of groups there are. */
    public int size() {
        return keys.length;
    }

    /** The group of the {@code i}-th. */
    public int group(int i) {
        return (int) (keys[i] >> Integer.SIZE);
    }

    /** The posting day of the {@code i}-th, an epoch day. */
    public int day(int i) {
        return (int) keys[i];
    }

    /** The exact sum of a row in the {@code i}-th. */
    public BigInteger sum(int i, int row) {
        return sums.sum(places[i] * rows + row);
    }

    /** Adds up by days. One scan serves one thread. */
    static final class Scan implements Scanner.ChunkScan {

        private final CubeQuery query;
        private final GroupTable groups;
        private final LongKeys keys = new LongKeys();
        private final WideSums sums;
        private final int[] rowByAccount;
        private final int firstDay;
        private final int days;

        Scan(CubeQuery query, GroupTable groups) {
            this.query = query;
            this.groups = groups;
            this.sums = new WideSums(query.rows());
            this.rowByAccount = query.rowByAccount();
            this.firstDay = query.columns().firstDay();
            this.days = query.columns().days();
        }

        @Override
        public void add(Chunk chunk, int start, int end) {
            boolean[] admitted = query.admitted(chunk);
            for (int line = start; line < end; line++) {
                int day = chunk.days()[line];
                int row = rowByAccount[chunk.accounts()[line]];
                boolean counts = row >= 0
                        && Integer.compareUnsigned(day - firstDay, days) < 0
                        && admitted[chunk.classes()[line] & 0xff];
                int group = counts ? groups.groupOf(chunk.dimensionSets()[line], chunk.membershipDays()[line]) : -1;
                if (group >= 0) {
                    sums.add(cell((long) group << Integer.SIZE | day, row), chunk.amounts()[line]);
                }
            }
        }

        /** Takes over what another scan added up. */
        Scan merged(Scan other) {
            for (int number = 0; number < other.keys.size(); number++) {
                int cell = cell(other.keys.key(number), 0);
                sums.addRange(cell, other.sums, number * query.rows(), query.rows());
            }
            return this;
        }

        DaySums sums() {
            return new DaySums(this);
        }

        private int cell(long key, int row) {
            int first = keys.numberOf(key) * query.rows();
            sums.ensure(first + query.rows());
            return first + row;
        }
    }
}
