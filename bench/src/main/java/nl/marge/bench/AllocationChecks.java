package nl.marge.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What must be true of a run, whatever it took: every pool is spread to the cent and no customer was left out. */
final class AllocationChecks {

    /** What arrived in a month, account by account, as the tables have it. */
    private static final String ARRIVED = """
            select account.code, count(distinct line.dimension_set_id), sum(line.amount)
            from marge.posting_batch batch
            join marge.journal_entry entry on entry.batch_id = batch.batch_id
            join marge.ledger_line line on line.batch_id = entry.batch_id and line.entry_ordinal = entry.ordinal
            join marge.account on account.company_id = batch.company_id and account.id = line.account_id
            where entry.kind = 'ALLOCATION'
              and entry.posting_date = ?
              and line.amount > 0
            group by account.code
            order by account.code
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

    /** The lines of the run, counted and summed by the database. */
    void lines(int round) throws Exception {
        long[] cents = workload.cents(round);
        try (Connection connection = database.connect("bench");
                PreparedStatement query = connection.prepareStatement(ARRIVED)) {
            query.setObject(1, CostWorkload.month(round).atEndOfMonth());
            int pools = 0;
            try (ResultSet row = query.executeQuery()) {
                for (; row.next(); pools++) {
                    boolean whole = row.getString(1).equals(CostWorkload.account(pools))
                            && row.getInt(2) == size.customers()
                            && row.getBigDecimal(3).movePointRight(2).longValueExact() == cents[pools];
                    require(whole, "account " + row.getString(1), row.getInt(2) + " lines, " + row.getBigDecimal(3));
                }
            }
            require(pools == size.pools(), "the ledger", "only " + pools + " pools arrived");
        }
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
