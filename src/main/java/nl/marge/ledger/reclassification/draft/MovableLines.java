package nl.marge.ledger.reclassification.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.Provenances;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.move.LineKey;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/** Reads posted lines as they stand now: each on the set of its latest move. */
@ApplicationScoped
public class MovableLines {

    private static final String COLUMNS = """
            select
              e.batch_id, e.ordinal, b.first_number + e.ordinal as number, e.kind, e.scenario, e.posting_date,
              e.currency, e.reverses_batch_id, e.reverses_ordinal, l.line_number, l.account_id, l.dimension_set_id,
              l.provenance_id, l.amount, l.currency_amount, l.quantity, l.membership_date, l.line_id, l.text,
              coalesce(m.to_set_id, 0) as moved_to, coalesce(m.to_provenance_id, 0) as moved_provenance,
              exists (
                select 1
                from journal_entry v
                where v.reverses_batch_id = e.batch_id
                  and v.reverses_ordinal = e.ordinal) as reversed
            """;

    private static final String MOVED = """
            left join line_move m on m.batch_id = l.batch_id
              and m.entry_ordinal = l.entry_ordinal
              and m.line_number = l.line_number
              and m.number = (
                select max(latest.number)
                from line_move latest
                where latest.batch_id = l.batch_id
                  and latest.entry_ordinal = l.entry_ordinal
                  and latest.line_number = l.line_number)
            """;

    /** Rows the driver holds at a time. */
    private static final int ROWS_HELD = 20_000;

    private final Database database;
    private final DimensionSets dimensionSets;
    private final Provenances provenances;

    MovableLines(Database database, DimensionSets dimensionSets, Provenances provenances) {
        this.database = database;
        this.dimensionSets = dimensionSets;
        this.provenances = provenances;
    }

    /** The lines that meet {@code criteria} and pass {@code filter}, at most {@code limit}. By journal_entry_date. */
    List<MovableLine> select(Company company, Criteria criteria, Predicate<MovableLine> filter, int limit) {
        return database.read(handle -> handle.createQuery(COLUMNS + """
                        from journal_entry e
                        join posting_batch b on b.batch_id = e.batch_id
                        join ledger_line l on l.batch_id = e.batch_id and l.entry_ordinal = e.ordinal
                        """ + MOVED + """
                        where e.company_id = :companyId
                          and e.posting_date between :first and :last
                          and e.scenario = :scenario
                          and e.kind in ('JOURNAL', 'COST')
                          and (:allAccounts or l.account_id in (<accounts>))
                        """)
                .bind("companyId", company.id())
                .bind("first", criteria.first())
                .bind("last", criteria.last())
                .bind("scenario", criteria.scenario())
                .bind("allAccounts", criteria.accounts().isEmpty())
                .bindList("accounts", criteria.accounts().map(List::copyOf).orElse(List.of(0)))
                .setFetchSize(ROWS_HELD)
                .scanResultSet((rows, context) -> passing(company, rows.get(), filter, limit)));
    }

    /** The lines of the published entry with that number; those of {@code lineNumbers}. Index: posting_batch_number. */
    Optional<MovableLine> line(Company company, long number, int lineNumber) {
        return database.read(handle -> handle.createQuery(COLUMNS + """
                        from posting_batch b
                        join journal_entry e on e.batch_id = b.batch_id and e.ordinal = :number - b.first_number
                        join ledger_line l on l.batch_id = e.batch_id and l.entry_ordinal = e.ordinal
                        """ + MOVED + """
                        where b.company_id = :companyId
                          and b.first_number = (
                            select max(first_number)
                            from posting_batch
                            where company_id = :companyId
                              and first_number <= :number)
                          and l.line_number = :lineNumber
                        """)
                .bind("companyId", company.id())
                .bind("number", number)
                .bind("lineNumber", lineNumber)
                .map((row, context) -> line(company, row))
                .findOne());
    }

    /**
     * The line that cancels {@code line}, or that it cancels. The two have the same number in their entries. Index:
     * journal_entry_reversal.
     */
    Optional<MovableLine> partner(Company company, MovableLine line) {
        if (line.reverses().isEmpty() && !line.reversed()) {
            return Optional.empty();
        }
        return database.read(handle -> line.reverses()
                .or(() -> reversalOf(handle, line.key().entry()))
                .flatMap(entry ->
                        line(handle, company, new LineKey(entry, line.key().lineNumber()))));
    }

    /**
     * The lines of a reclassification from {@code position} on, at most {@code limit}, in its order, each with where it
     * is to go.
     */
    public List<Move> of(Company company, int reclassificationId, int position, int limit) {
        return database.read(handle -> handle.createQuery(COLUMNS + """
                          , r.before_set_id, r.before_provenance_id, r.after_set_id, r.after_provenance_id
                        from reclassification_line r
                        join journal_entry e on e.batch_id = r.batch_id and e.ordinal = r.entry_ordinal
                        join posting_batch b on b.batch_id = e.batch_id
                        join ledger_line l on l.batch_id = r.batch_id
                          and l.entry_ordinal = r.entry_ordinal
                          and l.line_number = r.line_number
                        """ + MOVED + """
                        where r.company_id = :companyId
                          and r.reclassification_id = :id
                          and r.position >= :position
                        order by r.position
                        limit :limit
                        """)
                .bind("companyId", company.id())
                .bind("id", reclassificationId)
                .bind("position", position)
                .bind("limit", limit)
                .map((row, context) -> move(company, row))
                .list());
    }

    /**
     * The lines that cancel lines of a reclassification and are not among them, because the reversal came later, each
     * with where the line it cancels is taken from and to.
     */
    public List<Move> partnersSince(Company company, int reclassificationId) {
        return database.read(handle -> handle.createQuery(COLUMNS + """
                          , r.before_set_id, r.before_provenance_id, r.after_set_id, r.after_provenance_id
                        from reclassification_line r
                        join journal_entry e on e.reverses_batch_id = r.batch_id
                          and e.reverses_ordinal = r.entry_ordinal
                        join posting_batch b on b.batch_id = e.batch_id
                        join ledger_line l on l.batch_id = e.batch_id
                          and l.entry_ordinal = e.ordinal
                          and l.line_number = r.line_number
                        left join reclassification_line own on own.company_id = r.company_id
                          and own.reclassification_id = r.reclassification_id
                          and own.batch_id = l.batch_id
                          and own.entry_ordinal = l.entry_ordinal
                          and own.line_number = l.line_number
                        """ + MOVED + """
                        where r.company_id = :companyId
                          and r.reclassification_id = :id
                          and own.position is null
                        order by r.position
                        """)
                .bind("companyId", company.id())
                .bind("id", reclassificationId)
                .map((row, context) -> move(company, row))
                .list());
    }

    private static Optional<EntryId> reversalOf(Handle handle, EntryId entry) {
        return handle.createQuery("""
                        select e.batch_id, e.ordinal
                        from journal_entry e
                        join posting_batch b on b.batch_id = e.batch_id
                        where e.reverses_batch_id = :batchId
                          and e.reverses_ordinal = :ordinal
                        """)
                .bind("batchId", entry.batchId())
                .bind("ordinal", entry.ordinal())
                .map((row, context) -> new EntryId(row.getLong("batch_id"), row.getInt("ordinal")))
                .findOne();
    }

    private Optional<MovableLine> line(Handle handle, Company company, LineKey key) {
        return handle.createQuery(COLUMNS + """
                        from journal_entry e
                        join posting_batch b on b.batch_id = e.batch_id
                        join ledger_line l on l.batch_id = e.batch_id and l.entry_ordinal = e.ordinal
                        """ + MOVED + """
                        where e.batch_id = :batchId
                          and e.ordinal = :ordinal
                          and l.line_number = :lineNumber
                        """)
                .bind("batchId", key.entry().batchId())
                .bind("ordinal", key.entry().ordinal())
                .bind("lineNumber", key.lineNumber())
                .map((row, context) -> line(company, row))
                .findOne();
    }

    private List<MovableLine> passing(Company company, ResultSet rows, Predicate<MovableLine> filter, int limit)
            throws SQLException {
        List<MovableLine> lines = new ArrayList<>();
        while (lines.size() < limit && rows.next()) {
            MovableLine line = line(company, rows);
            if (filter.test(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Move move(Company company, ResultSet row) throws SQLException {
        long after = row.getLong("after_provenance_id");
        boolean ownChanges = row.wasNull();
        return new Move(
                line(company, row),
                set(company, row.getInt("before_set_id")),
                provenances.of(company.id(), row.getLong("before_provenance_id")),
                set(company, row.getInt("after_set_id")),
                ownChanges ? Optional.empty() : Optional.of(provenances.of(company.id(), after)));
    }

    private MovableLine line(Company company, ResultSet row) throws SQLException {
        EntryId entry = new EntryId(row.getLong("batch_id"), row.getInt("ordinal"));
        long reversesBatch = row.getLong("reverses_batch_id");
        LocalDate postingDate = row.getObject("posting_date", LocalDate.class);
        WeighedLine posted = weighedLine(company, postingDate, row);
        int movedTo = row.getInt("moved_to");
        return new MovableLine(
                new LineKey(entry, row.getInt("line_number")),
                row.getLong("number"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("scenario"),
                postingDate,
                row.getString("currency"),
                reversesBatch == 0
                        ? Optional.empty()
                        : Optional.of(new EntryId(reversesBatch, row.getInt("reverses_ordinal"))),
                row.getBoolean("reversed"),
                movedTo == 0
                        ? posted
                        : posted.on(
                                set(company, movedTo), provenances.of(company.id(), row.getLong("moved_provenance"))));
    }

    private WeighedLine weighedLine(Company company, LocalDate postingDate, ResultSet row) throws SQLException {
        LocalDate membershipDate = row.getObject("membership_date", LocalDate.class);
        return new WeighedLine(
                row.getInt("account_id"),
                set(company, row.getInt("dimension_set_id")),
                provenances.of(company.id(), row.getLong("provenance_id")),
                row.getBigDecimal("amount").movePointRight(company.decimals()).longValueExact(),
                units(row.getBigDecimal("currency_amount"), Money.decimalsOf(row.getString("currency"))),
                units(row.getBigDecimal("quantity"), Quantities.DECIMALS),
                membershipDate == null ? postingDate : membershipDate,
                Optional.ofNullable(row.getString("line_id")),
                Optional.ofNullable(row.getString("text")));
    }

    private static OptionalLong units(BigDecimal number, int decimals) {
        return number == null
                ? OptionalLong.empty()
                : OptionalLong.of(number.movePointRight(decimals).longValueExact());
    }

    private DimensionSet set(Company company, int setId) {
        KnownSets known = dimensionSets.known(company.id());
        return (setId <= known.size() ? known : dimensionSets.refresh(company.id())).set(setId);
    }
}
