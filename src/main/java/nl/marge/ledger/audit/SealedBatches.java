package nl.marge.ledger.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.platform.Database;

/** Reads published batches with their seals. */
@ApplicationScoped
class SealedBatches {

    private final Database database;

    SealedBatches(Database database) {
        this.database = database;
    }

    /** At most {@code limit} batches that begin after entry {@code after}, by number. Index: posting_batch_number. */
    List<SealedBatch> page(Company company, long after, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select batch_id, first_number, entry_count, lines_through, recorded_at, seal
                        from posting_batch
                        where company_id = :companyId
                          and first_number > :after
                        order by first_number
                        limit :limit
                        """)
                .bind("companyId", company.id())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new SealedBatch(
                        row.getLong("batch_id"),
                        row.getLong("first_number"),
                        row.getInt("entry_count"),
                        row.getLong("lines_through"),
                        row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        Optional.ofNullable(row.getString("seal"))))
                .list());
    }

    /** How many dimension sets no longer have the content that they were stored under. */
    int alteredSets(Company company) {
        return database.read(handle -> handle.createQuery("""
                        select count(*)
                        from dimension_set
                        where company_id = :companyId
                          and hash <> unhex(sha2(content, 256))
                        """)
                .bind("companyId", company.id())
                .mapTo(Integer.class)
                .one());
    }
}
