package nl.marge.ledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.company.Company;
import nl.marge.platform.Database;

/**
 * What has arrived of every feed, up to an entry number. Kept in memory and carried on with what was published since;
 * only companies that have control totals pay for it. A redirected late entry counts where its source dated it; what
 * Marge itself posts (allocation, reclassification) is no feed.
 */
@ApplicationScoped
class FeedTallies {

    private final Database database;
    private final Map<Integer, Tally> tallyByCompany = new ConcurrentHashMap<>();

    FeedTallies(Database database) {
        this.database = database;
    }

    /** What has arrived with entry numbers up to {@code through}, which must be the last of a batch. */
    Map<Feed, FeedTotals> through(Company company, long through) {
        Tally held = tallyByCompany.getOrDefault(company.id(), Tally.NONE);
        if (held.through() > through) {
            return read(company, Tally.NONE, through).totals();
        }
        if (held.through() < through) {
            held = read(company, held, through);
            tallyByCompany.merge(company.id(), held, (a, b) -> a.through() > b.through() ? a : b);
        }
        return held.totals();
    }

    private Tally read(Company company, Tally before, long through) {
        Map<Feed, FeedTotals> totals = new ConcurrentHashMap<>(before.totals());
        database.read(handle -> handle.createQuery("""
                        select
                          e.source,
                          e.scenario,
                          date_format(coalesce(e.original_date, e.posting_date), '%Y-%m') as period,
                          count(*) as entry_count,
                          sum(e.sent_line_count) as line_count,
                          sum(e.debit) as debit,
                          sum(e.credit) as credit
                        from posting_batch b
                        join journal_entry e on e.batch_id = b.batch_id
                        where b.company_id = :companyId
                          and b.first_number > :after
                          and b.first_number <= :through
                          and e.kind in ('JOURNAL', 'COST', 'CLOSING')
                        group by 1, 2, 3
                        order by 1, 2, 3
                        """)
                        .bind("companyId", company.id())
                        .bind("after", before.through())
                        .bind("through", through)
                        .map((row, context) -> Map.entry(
                                new Feed(
                                        row.getString("source"),
                                        row.getString("scenario"),
                                        YearMonth.parse(row.getString("period"))),
                                totals(row, company)))
                        .list())
                .forEach(arrived -> totals.merge(arrived.getKey(), arrived.getValue(), FeedTotals::plus));
        return new Tally(through, totals);
    }

    /** The totals in a row's columns {@code entry_count}, {@code line_count}, {@code debit} and {@code credit}. */
    static FeedTotals totals(ResultSet row, Company company) throws SQLException {
        return new FeedTotals(
                row.getLong("entry_count"),
                row.getLong("line_count"),
                units(row.getBigDecimal("debit"), company),
                units(row.getBigDecimal("credit"), company));
    }

    private static BigInteger units(BigDecimal amount, Company company) {
        return amount.movePointRight(company.decimals()).toBigIntegerExact();
    }

    /** What has arrived up to an entry number. */
    private record Tally(long through, Map<Feed, FeedTotals> totals) {
        private static final Tally NONE = new Tally(0, Map.of());
    }
}
