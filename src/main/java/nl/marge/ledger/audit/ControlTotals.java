package nl.marge.ledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/**
 * What sources say they have sent, compared with what has arrived, so that a controller sees that Marge holds all that
 * the source posted. Each thing said is kept; the last one counts.
 */
@ApplicationScoped
public class ControlTotals {

    private static final String PART = "CONTROL_TOTALS";

    private final Database database;
    private final ReferenceChanges changes;
    private final FeedTallies tallies;

    ControlTotals(Database database, ReferenceChanges changes, FeedTallies tallies) {
        this.database = database;
        this.changes = changes;
        this.tallies = tallies;
    }

    /** Keeps what a source says of one feed. */
    Upsert<ControlTotal> put(Company company, Feed feed, FeedTotals announced) {
        return changes.change(company.id(), change -> {
            Optional<ControlTotal> before = database.read(handle -> said(handle, company, change.version())).stream()
                    .filter(total -> total.feed().equals(feed))
                    .findFirst();
            if (before.isPresent() && before.get().announced().equals(announced)) {
                return new Upsert<>(before.get(), Outcome.UNCHANGED);
            }
            ControlTotal after = new ControlTotal(feed, announced, change.version());
            database.read(handle -> insert(handle, company, after));
            change.touch(PART);
            return new Upsert<>(after, before.isPresent() ? Outcome.UPDATED : Outcome.CREATED);
        });
    }

    /**
     * Every feed of {@code scenario} with a fiscal period inside {@code range} of which something was said up to
     * {@code referenceVersion}, beside what arrived with numbers up to {@code number}; by source and period.
     */
    public List<FeedComparison> compare(
            Company company, String scenario, DateRange range, long number, long referenceVersion) {
        List<ControlTotal> said = database.read(handle -> said(handle, company, referenceVersion)).stream()
                .filter(total -> total.feed().scenario().equals(scenario)
                        && isWithin(total.feed().period(), range))
                .toList();
        if (said.isEmpty()) {
            return List.of();
        }
        Map<Feed, FeedTotals> arrived = tallies.through(company, number);
        return said.stream()
                .map(total -> FeedComparison.of(company, total, arrived.getOrDefault(total.feed(), FeedTotals.NONE)))
                .toList();
    }

    private static boolean isWithin(YearMonth period, DateRange range) {
        return !period.atDay(1).isBefore(range.first())
                && !period.atEndOfMonth().isAfter(range.last());
    }

    /** The last thing said of each feed up to a version. */
    private static List<ControlTotal> said(Handle handle, Company company, long version) {
        return handle
                .createQuery("""
                        select t.source, t.scenario, t.period, t.version, t.entry_count, t.line_count, t.debit, t.credit
                        from control_total t
                        where t.company_id = :companyId
                          and t.version = (
                            select max(l.version)
                            from control_total l
                            where l.company_id = t.company_id
                              and l.source = t.source
                              and l.scenario = t.scenario
                              and l.period = t.period
                              and l.version <= :version)
                        """)
                .bind("companyId", company.id())
                .bind("version", version)
                .map((row, context) -> new ControlTotal(
                        new Feed(
                                row.getString("source"),
                                row.getString("scenario"),
                                YearMonth.parse(row.getString("period"))),
                        FeedTallies.totals(row, company),
                        row.getLong("version")))
                .list()
                .stream()
                .sorted(Comparator.comparing(
                                (ControlTotal total) -> total.feed().source())
                        .thenComparing(total -> total.feed().period()))
                .toList();
    }

    private static int insert(Handle handle, Company company, ControlTotal total) {
        FeedTotals announced = total.announced();
        return handle.createUpdate("""
                        insert into control_total
                          (company_id, source, scenario, period, version, entry_count, line_count, debit, credit)
                        values
                          (:companyId, :source, :scenario, :period, :version, :entries, :lines, :debit, :credit)
                        """)
                .bind("companyId", company.id())
                .bind("source", total.feed().source())
                .bind("scenario", total.feed().scenario())
                .bind("period", total.feed().period().toString())
                .bind("version", total.version())
                .bind("entries", announced.entries())
                .bind("lines", announced.lines())
                .bind("debit", new BigDecimal(announced.debit(), company.decimals()))
                .bind("credit", new BigDecimal(announced.credit(), company.decimals()))
                .execute();
    }
}
