package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.platform.DatabaseFailure;
import org.jdbi.v3.core.Handle;

/** Looks entries up by what they are recognised by. Index: journal_entry_external (company_id, external_key). */
@ApplicationScoped
class JournalStore {

    /** Keys in one look-up; the text of the statement is the same for every call, so the server plans it once. */
    private static final int KEYS_LIMIT = 500;

    private static final String FIND = """
            select e.batch_id, e.ordinal, e.source, e.external_id, e.content_hash, b.first_number
            from journal_entry e
            left join posting_batch b on b.batch_id = e.batch_id
            where e.company_id = ?
              and e.external_key in (%s)
              and (b.batch_id is not null or e.batch_id = ?)
            """.formatted(String.join(", ", Collections.nCopies(KEYS_LIMIT, "?")));

    private static final String FIND_ONE = """
            select e.batch_id, e.ordinal, e.source, e.external_id, e.content_hash, b.first_number
            from journal_entry e
            left join posting_batch b on b.batch_id = e.batch_id
            where e.company_id = ?
              and e.external_key = ?
              and (b.batch_id is not null or e.batch_id = ?)
            """;

    /** No batch of the caller's own is to be seen before it is published. */
    static final long NO_OWN_BATCH = 0;

    /**
     * Those of {@code names} that are in the journal: published, or in the caller's own unpublished batch
     * {@code ownBatchId}.
     */
    Map<EntryIdentity.Name, StoredEntry> find(
            Handle handle, int companyId, Collection<EntryIdentity> identities, long ownBatchId) {
        Map<EntryIdentity.Name, StoredEntry> found = new HashMap<>();
        List<Long> keys = new ArrayList<>(identities.size());
        for (EntryIdentity identity : identities) {
            keys.add(identity.externalKey());
        }
        try {
            if (keys.size() == 1) {
                findOne(handle, companyId, keys.get(0), ownBatchId, found);
            } else {
                for (int from = 0; from < keys.size(); from += KEYS_LIMIT) {
                    findSome(
                            handle,
                            companyId,
                            keys.subList(from, Math.min(keys.size(), from + KEYS_LIMIT)),
                            ownBatchId,
                            found);
                }
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure("looking up external ids", failure);
        }
        return found;
    }

    private static void findOne(
            Handle handle, int companyId, long key, long ownBatchId, Map<EntryIdentity.Name, StoredEntry> found)
            throws SQLException {
        try (PreparedStatement select = handle.getConnection().prepareStatement(FIND_ONE)) {
            select.setInt(1, companyId);
            select.setLong(2, key);
            select.setLong(3, ownBatchId);
            collect(select, found);
        }
    }

    private static void findSome(
            Handle handle, int companyId, List<Long> keys, long ownBatchId, Map<EntryIdentity.Name, StoredEntry> found)
            throws SQLException {
        try (PreparedStatement select = handle.getConnection().prepareStatement(FIND)) {
            select.setInt(1, companyId);
            for (int i = 0; i < KEYS_LIMIT; i++) {
                select.setLong(2 + i, keys.get(Math.min(i, keys.size() - 1)));
            }
            select.setLong(2 + KEYS_LIMIT, ownBatchId);
            collect(select, found);
        }
    }

    private static void collect(PreparedStatement select, Map<EntryIdentity.Name, StoredEntry> found)
            throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                StoredEntry entry = entry(rows);
                found.put(entry.identity().name(), entry);
            }
        }
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        EntryId id = new EntryId(row.getLong("batch_id"), row.getInt("ordinal"));
        long firstNumber = row.getLong("first_number");
        return new StoredEntry(
                id,
                firstNumber == 0 ? 0 : firstNumber + id.ordinal(),
                new EntryIdentity(row.getString("source"), row.getString("external_id"), row.getBytes("content_hash")));
    }

    /** The published entry that cancels {@code original}. Index: journal_entry_reversal. */
    Optional<StoredEntry> reversalOf(Handle handle, EntryId original) {
        return handle.createQuery("""
                        select e.batch_id, e.ordinal, e.source, e.external_id, e.content_hash, b.first_number
                        from journal_entry e
                        join posting_batch b on b.batch_id = e.batch_id
                        where e.reverses_batch_id = :batchId
                          and e.reverses_ordinal = :ordinal
                        """)
                .bind("batchId", original.batchId())
                .bind("ordinal", original.ordinal())
                .map((row, context) -> entry(row))
                .findOne();
    }

    /** Whether a batch was published: the answer after a commit whose outcome is not known. */
    boolean isPublished(Handle handle, long batchId) {
        return handle.createQuery("select count(*) from posting_batch where batch_id = :batchId")
                        .bind("batchId", batchId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether entries published after {@code number} share an external id with the unpublished batch. */
    boolean isOvertaken(Handle handle, int companyId, long number, long batchId) {
        return handle.createQuery("""
                        select count(*)
                        from posting_batch b
                        join journal_entry other on other.batch_id = b.batch_id
                        join journal_entry mine on mine.company_id = :companyId
                          and mine.external_key = other.external_key
                          and mine.batch_id = :batchId
                          and mine.source = other.source
                          and mine.external_id = other.external_id
                        where b.company_id = :companyId
                          and b.first_number > :number
                        """)
                        .bind("companyId", companyId)
                        .bind("number", number)
                        .bind("batchId", batchId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
