package nl.marge.ledger.tail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.platform.Database;

/** The published batches of a company in number order, a page at a time. */
@ApplicationScoped
public class PublishedBatches {

    private static final int PAGE = 10_000;

    private final Database database;

    PublishedBatches(Database database) {
        this.database = database;
    }

    private record Row(long batchId, long firstNumber, int entries, long linesThrough, Instant recordedAt) {
        long lastNumber() {
            return firstNumber + entries - 1;
        }
    }

    /**
     * The batches that hold the numbers after {@code after} up to {@code through}, cut to these; at most a page of
     * them, so the caller asks again after the last number it got. Index: posting_batch_number.
     */
    public List<PublishedBatch> page(int companyId, long after, long through) {
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        select batch_id, first_number, entry_count, lines_through, recorded_at
                        from posting_batch
                        where company_id = :companyId
                          and first_number >= (
                            select coalesce(max(first_number), 0)
                            from posting_batch
                            where company_id = :companyId
                              and first_number <= :after)
                          and first_number <= :through
                        order by first_number
                        limit :limit
                        """)
                .bind("companyId", companyId)
                .bind("after", after)
                .bind("through", through)
                .bind("limit", PAGE)
                .map((row, context) -> row(row))
                .list());
        return cut(rows, after, through);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("batch_id"),
                row.getLong("first_number"),
                row.getInt("entry_count"),
                row.getLong("lines_through"),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    /**
     * The batches with entries of these posting dates, cut to the numbers asked for; empty when they are more than a
     * page, so that going through all batches is no worse. Index: journal_entry_date.
     */
    public Optional<List<PublishedBatch>> dated(
            int companyId, LocalDate firstDate, LocalDate lastDate, long after, long through) {
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        select
                          e.batch_id,
                          coalesce(b.first_number, 0) as first_number,
                          coalesce(b.entry_count, 0) as entry_count,
                          coalesce(b.lines_through, 0) as lines_through,
                          coalesce(b.recorded_at, '1970-01-01') as recorded_at
                        from (
                          select distinct batch_id
                          from journal_entry
                          where company_id = :companyId
                            and posting_date between :first and :last
                          limit :limit) e
                        left join posting_batch b on b.batch_id = e.batch_id
                        order by first_number
                        """)
                .bind("companyId", companyId)
                .bind("first", firstDate)
                .bind("last", lastDate)
                .bind("limit", PAGE)
                .map((row, context) -> row(row))
                .list());
        List<Row> published = rows.stream().filter(row -> row.firstNumber > 0).toList();
        return rows.size() == PAGE ? Optional.empty() : Optional.of(cut(published, after, through));
    }

    /** The first row may end before the range: then it only tells how many lines came before. */
    private static List<PublishedBatch> cut(List<Row> rows, long after, long through) {
        List<PublishedBatch> batches = new ArrayList<>();
        long linesBefore = 0;
        for (Row row : rows) {
            if (row.lastNumber() > after && row.firstNumber <= through) {
                int first = (int) Math.max(0, after + 1 - row.firstNumber);
                int last = (int) Math.min(row.entries - 1, through - row.firstNumber);
                batches.add(new PublishedBatch(
                        row.batchId,
                        row.firstNumber,
                        first,
                        last,
                        last - first + 1 == row.entries,
                        row.linesThrough - linesBefore,
                        row.recordedAt));
            }
            linesBefore = row.linesThrough;
        }
        return batches;
    }
}
