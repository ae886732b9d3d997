package nl.marge.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What must be true of a run, whatever it took: every pool is spread to the cent and no customer was left out. */
final class AllocationChecks {

    /** Entries and lines of a month's allocation, by the headers of the entries. */
    private static final String LINES = """
            select count(*), sum(entry.line_count), count(packed.batch_id)
            from marge.posting_batch batch
            join marge.journal_entry entry on entry.batch_id = batch.batch_id
            left join marge.packed_lines packed on packed.batch_id = entry.batch_id
              and packed.entry_ordinal = entry.ordinal
            where entry.kind = 'ALLOCATION'
              and entry.posting_date = ?
            """;

    private static final Pattern OUT = Pattern.compile("\"out\":\"(-?[0-9.]+)\"");
    private static final Pattern RESIDUAL = Pattern.compile("\"residual\":\"0\\.00\"");

    private final AllocationSize size;
    private final CostWorkload workload;
    private final DatabaseServer database;

    AllocationChecks(AllocationSize size, DatabaseServer database) {
        this.size = size;
        this.database = database;
        workload = new CostWorkload(size);
    }

    /** The run says that every rule gave away its whole pool, and together all of them. */
    void run(int round, String run) {
        long given =
                OUT.matcher(run).results().mapToLong(AllocationChecks::cents).sum();
        long even = RESIDUAL.matcher(run).results().count();
        require(given == workload.totalCents(round) && even == size.pools(), "the run", run);
    }

    /** A line for every pool and customer, and those that leave; one more where an entry's end divides a line. */
    void lines(int round) throws Exception {
        try (Connection connection = database.connect("bench");
                PreparedStatement query = connection.prepareStatement(LINES)) {
            query.setObject(1, CostWorkload.month(round).atEndOfMonth());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long divided = row.getLong(2) - size.lines() - size.pools();
                boolean whole = divided >= 0 && divided <= 2 * row.getLong(1) && row.getLong(3) == row.getLong(1);
                require(whole, "the ledger", row.getLong(2) + " lines in " + row.getLong(1) + " entries");
            }
        }
    }

    /** Every account in memory is what the database has of it. */
    void cube(String check) {
        require(check.contains("\"equal\":true"), "the cube", check);
    }

    /** The segment P&L earns what was sold less what it cost, ties to the ledger, and nothing is left unallocated. */
    void report(int round, String report) {
        long profit = LongStream.of(workload.revenueCents(round)).sum() - workload.totalCents(round);
        boolean right = report.contains("\"ledger\":\"" + Workload.amount(profit) + "\"")
                && report.contains("\"difference\":\"0.00\"")
                && report.contains("\"unallocated\":\"0.00\"");
        require(right, "the P&L", report);
    }

    static void require(boolean right, String what, String said) {
        if (!right) {
            throw new IllegalStateException("Something is wrong with " + what + ": " + said);
        }
    }

    private static long cents(MatchResult amount) {
        return Long.parseLong(amount.group(1).replace(".", ""));
    }
}
