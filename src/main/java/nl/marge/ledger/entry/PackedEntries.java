package nl.marge.ledger.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of {@link PackedLines}: one row an entry. */
public final class PackedEntries {

    private static final int FETCH_SIZE = 50;

    private PackedEntries() {}

    /** Takes the lines of an entry. */
    @FunctionalInterface
    public interface Sink {
        /** All lines of the entry {@code ordinal} of a batch. */
        void take(long batchId, int ordinal, PackedLines lines);
    }

    /** Hands over the entries of these batches that are packed, from ordinal {@code first} to {@code last} of each. */
    public static void read(Handle handle, Collection<Long> batchIds, int first, int last, Sink sink) {
        handle.createQuery("""
                        select batch_id, entry_ordinal, content
                        from packed_lines
                        where batch_id in (<batches>)
                          and entry_ordinal between :first and :last
                        """)
                .bindList("batches", List.copyOf(batchIds))
                .bind("first", first)
                .bind("last", last)
                .setFetchSize(FETCH_SIZE)
                .scanResultSet((rows, context) -> hand(rows.get(), sink));
    }

    /** The same for all entries that a company has published in batches up to entry {@code number}. */
    public static void readThrough(Handle handle, int companyId, long number, Sink sink) {
        handle.createQuery("""
                        select p.batch_id, p.entry_ordinal, p.content
                        from posting_batch b
                        join packed_lines p on p.batch_id = b.batch_id
                        where b.company_id = :companyId
                          and b.first_number <= :number
                        """)
                .bind("companyId", companyId)
                .bind("number", number)
                .setFetchSize(FETCH_SIZE)
                .scanResultSet((rows, context) -> hand(rows.get(), sink));
    }

    private static boolean hand(ResultSet rows, Sink sink) throws SQLException {
        while (rows.next()) {
            sink.take(rows.getLong(1), rows.getInt(2), PackedLines.read(rows.getBytes(3)));
        }
        return true;
    }
}
