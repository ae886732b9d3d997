package nl.marge.ledger.tail;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.marge.company.Company;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.entry.PackedEntries;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The committed lines of a company after an entry number, in number order, in blocks of columns: what a copy of the
 * ledger follows. Batches have ids without order, so several small ones, or a part of a large one, are streamed in
 * primary-key order (no sorting in the database) and put in their place here.
 */
@ApplicationScoped
public class LedgerTail {

    /** Lines in a block, about: a few tens of megabytes while two are on their way. */
    static final int BLOCK_LINES = 250_000;

    /** Batches in a block at most: the length of a list of ids that is still looked up id by id. */
    static final int BLOCK_BATCHES = 1_000;

    private static final int FETCH_SIZE = 20_000;

    /** {@code to_days} of the epoch. */
    private static final int EPOCH_DAYS = 719_528;

    private final Database database;
    private final PublishedBatches batches;
    private final ReadAhead ahead;

    LedgerTail(Database database, PublishedBatches batches, ReadAhead ahead) {
        this.database = database;
        this.batches = batches;
        this.ahead = ahead;
    }

    /**
     * Hands over the lines of all entries with numbers after {@code after} up to {@code through}, which must be
     * committed.
     */
    public void read(Company company, long after, long through, Consumer<LineBlock> sink) {
        long read = after;
        while (read < through) {
            List<PublishedBatch> page = batches.page(company.id(), read, through);
            if (page.isEmpty()) {
                throw new IllegalStateException(
                        "company " + company.code() + " has no published batch after entry " + read);
            }
            ahead.inPairs(groups(page), group -> block(company, group), sink);
            PublishedBatch last = page.get(page.size() - 1);
            read = last.numberOf(last.lastOrdinal());
        }
    }

    /** Cuts a page into blocks: small batches together, a large one in parts of about equally many entries. */
    static List<List<PublishedBatch>> groups(List<PublishedBatch> page) {
        List<List<PublishedBatch>> groups = new ArrayList<>();
        List<PublishedBatch> group = new ArrayList<>();
        long lines = 0;
        for (PublishedBatch batch : page) {
            boolean alone = !batch.whole() || batch.linesAtMost() > BLOCK_LINES;
            if (alone || lines + batch.linesAtMost() > BLOCK_LINES || group.size() == BLOCK_BATCHES) {
                groups.add(group);
                group = new ArrayList<>();
                lines = 0;
            }
            if (alone) {
                parts(batch).forEach(part -> groups.add(List.of(part)));
            } else {
                group.add(batch);
                lines += batch.linesAtMost();
            }
        }
        groups.add(group);
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static List<PublishedBatch> parts(PublishedBatch batch) {
        long count = (batch.linesAtMost() + BLOCK_LINES - 1) / BLOCK_LINES;
        int step = (int) Math.max(1, batch.entries() / count);
        List<PublishedBatch> parts = new ArrayList<>();
        for (int first = batch.firstOrdinal(); first <= batch.lastOrdinal(); first += step) {
            parts.add(batch.part(first, Math.min(batch.lastOrdinal(), first + step - 1)));
        }
        return parts;
    }

    private LineBlock block(Company company, List<PublishedBatch> group) {
        LineBlockBuilder builder = new LineBlockBuilder(group);
        return database.read(handle -> {
            bind(handle, HEADERS, group).scanResultSet((rows, context) -> readHeaders(rows.get(), builder));
            builder.endHeaders();
            bind(handle, LINES, group)
                    .scanResultSet((rows, context) -> readLines(rows.get(), builder, company.decimals()));
            if (builder.mayHavePacked()) {
                readPacked(handle, group, builder);
            }
            return builder.block();
        });
    }

    private static void readPacked(Handle handle, List<PublishedBatch> group, LineBlockBuilder builder) {
        boolean single = group.size() == 1;
        PackedEntries.read(
                handle,
                group.stream().map(PublishedBatch::batchId).toList(),
                single ? group.get(0).firstOrdinal() : 0,
                single ? group.get(0).lastOrdinal() : Integer.MAX_VALUE,
                (batchId, ordinal, lines) -> builder.packed(builder.indexOf(batchId, ordinal), lines));
    }

    private static final String HEADERS = """
            select batch_id, ordinal, kind, scenario, to_days(posting_date) - 719528 as posting_day, line_count,
              currency
            from journal_entry force index (primary)
            where batch_id in (<batches>)
              and ordinal between :first and :last
            order by batch_id, ordinal
            """;

    /** Decimals come as they are stored: to multiply them is more work for the server than to find and send them. */
    private static final String LINES = """
            select
              batch_id,
              entry_ordinal,
              account_id,
              dimension_set_id,
              amount,
              quantity,
              to_days(membership_date) as membership_days,
              currency_amount
            from ledger_line force index (primary)
            where batch_id in (<batches>)
              and entry_ordinal between :first and :last
            order by batch_id, entry_ordinal, line_number
            """;

    /** A group is either whole batches, read to their ends, or one part of one batch. */
    private static Query bind(Handle handle, String sql, List<PublishedBatch> group) {
        boolean single = group.size() == 1;
        return handle.createQuery(sql)
                .bindList("batches", group.stream().map(PublishedBatch::batchId).toList())
                .bind("first", single ? group.get(0).firstOrdinal() : 0)
                .bind("last", single ? group.get(0).lastOrdinal() : Integer.MAX_VALUE)
                .setFetchSize(FETCH_SIZE);
    }

    private static boolean readHeaders(ResultSet rows, LineBlockBuilder builder) throws SQLException {
        while (rows.next()) {
            int entry = builder.indexOf(rows.getLong(1), rows.getInt(2));
            builder.header(entry, rows.getString(3), rows.getString(4), rows.getInt(5), rows.getInt(6));
            builder.currency(entry, rows.getString(7));
        }
        return true;
    }

    private static boolean readLines(ResultSet rows, LineBlockBuilder builder, int decimals) throws SQLException {
        while (rows.next()) {
            int entry = builder.indexOf(rows.getLong(1), rows.getInt(2));
            int line = builder.nextLineOf(entry);
            builder.line(line, rows.getInt(3), rows.getInt(4), StoredDecimal.units(rows.getString(5), decimals));
            String quantity = rows.getString(6);
            if (quantity != null) {
                builder.quantity(line, StoredDecimal.units(quantity, Quantities.DECIMALS));
            }
            int membershipDays = rows.getInt(7);
            if (membershipDays != 0) {
                builder.membershipDay(line, membershipDays - EPOCH_DAYS);
            }
            BigDecimal currencyAmount = rows.getBigDecimal(8);
            if (currencyAmount != null) {
                builder.currencyAmount(entry, line, currencyAmount);
            }
        }
        return true;
    }
}
