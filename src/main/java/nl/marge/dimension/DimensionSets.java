package nl.marge.dimension;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Every dimension set a company ever used, stored once: equal sets have the same id for ever, ids are dense from 1, and
 * all of them are held in memory. Sets are stored before the lines that carry them, in a transaction of their own under
 * their own counter, so posting never waits for them long and a set without lines does no harm.
 */
@ApplicationScoped
public class DimensionSets {

    private final Database database;
    private final Map<Integer, KnownSets> knownByCompany = new ConcurrentHashMap<>();

    public DimensionSets(Database database) {
        this.database = database;
    }

    /** The sets of a company as known here; ids up to those of the lines last seen are found after {@link #refresh}. */
    public KnownSets known(int companyId) {
        return knownByCompany.computeIfAbsent(companyId, id -> new KnownSets());
    }

    /** Reads the sets stored since the last look, by whichever replica. */
    public KnownSets refresh(int companyId) {
        KnownSets known = known(companyId);
        database.read(handle -> readTail(handle, companyId, known));
        return known;
    }

    /** Makes sure that all of {@code sets} have an id, after which {@link KnownSets#idOf} finds each. */
    public KnownSets store(int companyId, Collection<DimensionSet> sets) {
        KnownSets known = known(companyId);
        if (!known.missing(sets).isEmpty()) {
            database.inTransaction(handle -> storeMissing(handle, companyId, known, sets));
            refresh(companyId);
        }
        return known;
    }

    private boolean storeMissing(Handle handle, int companyId, KnownSets known, Collection<DimensionSet> sets) {
        int last = lockedLastId(handle, companyId).orElseGet(() -> startCounting(handle, companyId));
        readTail(handle, companyId, known);
        List<DimensionSet> missing = known.missing(sets);
        PreparedBatch batch = handle.prepareBatch("""
                insert into dimension_set (company_id, id, hash, content)
                values (?, ?, ?, ?)
                """);
        for (DimensionSet set : missing) {
            String content = set.content();
            batch.add(companyId, ++last, sha256(content), content);
        }
        if (!missing.isEmpty()) {
            batch.execute();
            handle.execute("update dimension_set_counter set last_id = ? where company_id = ?", last, companyId);
        }
        return true;
    }

    private static Optional<Integer> lockedLastId(Handle handle, int companyId) {
        return handle.createQuery("select last_id from dimension_set_counter where company_id = :companyId for update")
                .bind("companyId", companyId)
                .mapTo(Integer.class)
                .findOne();
    }

    /** The counter's row comes with the company's first set; of two who make it the second waits for the first. */
    private static int startCounting(Handle handle, int companyId) {
        handle.execute("insert ignore into dimension_set_counter (company_id, last_id) values (?, 0)", companyId);
        return lockedLastId(handle, companyId).orElseThrow();
    }

    private static boolean readTail(Handle handle, int companyId, KnownSets known) {
        synchronized (known) {
            List<DimensionSet> tail = new ArrayList<>();
            int first = known.size() + 1;
            handle.createQuery("""
                            select id, content
                            from dimension_set
                            where company_id = :companyId
                              and id >= :first
                            order by id
                            """)
                    .bind("companyId", companyId)
                    .bind("first", first)
                    .setFetchSize(20_000)
                    .map((row, context) -> DimensionSet.ofContent(row.getString("content")))
                    .forEach(tail::add);
            known.append(tail);
            return !tail.isEmpty();
        }
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
