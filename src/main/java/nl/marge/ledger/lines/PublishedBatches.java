package nl.marge.ledger.lines;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.marge.platform.Database;

/** The published batches of a company in number order, a page at a time. */
@ApplicationScoped
class PublishedBatches {

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
    List<PublishedBatch> page(int companyId, long after, long through) {
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
                .map((row, context) -> new Row(
                        row.getLong("batch_id"),
                        row.getLong("first_number"),
                        row.getInt("entry_count"),
                        row.getLong("lines_through"),
                        row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list());
        return cut(rows, after, through);
    }

    /** The first row may end before the range: then it only tells how many lines came before. */
    private static List<PublishedBatch> cut(List<Row> rows, long after, long through) {
        List<PublishedBatch> batches = new ArrayList<>();
        long linesBefore = 0;
        for (Row row : rows) {
            if (row.lastNumber() > after) {
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
