package nl.marge.dimension;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.kernel.Sha256;
import nl.marge.platform.Database;
import nl.marge.platform.DatabaseFailure;
import org.jdbi.v3.core.Handle;

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
            Stored stored = database.inTransaction(handle -> storeMissing(handle, companyId, known, sets));
            known.append(stored.firstId(), stored.sets());
        }
        return known;
    }

    private Stored storeMissing(Handle handle, int companyId, KnownSets known, Collection<DimensionSet> sets) {
        int last = lockedLastId(handle, companyId).orElseGet(() -> startCounting(handle, companyId));
        if (last > known.size()) {
            readTail(handle, companyId, known);
        }
        List<DimensionSet> missing = known.missing(sets);
        if (!missing.isEmpty()) {
            insert(handle.getConnection(), companyId, last + 1, missing);
            handle.execute(
                    "update dimension_set_counter set last_id = ? where company_id = ?",
                    last + missing.size(),
                    companyId);
        }
        return new Stored(last + 1, missing);
    }

    /** A journal of new customers and products brings a new set with every line: the driver's bulk protocol again. */
    private static void insert(Connection connection, int companyId, int firstId, List<DimensionSet> sets) {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into dimension_set (company_id, id, hash, content)
                values (?, ?, ?, ?)
                """)) {
            int id = firstId;
            for (DimensionSet set : sets) {
                String content = set.content();
                insert.setInt(1, companyId);
                insert.setInt(2, id++);
                insert.setBytes(3, Sha256.of(content.getBytes(StandardCharsets.US_ASCII)));
                insert.setString(4, content);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure("storing " + sets.size() + " dimension sets", failure);
        }
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
        known.append(first, tail);
        return !tail.isEmpty();
    }

    /** Sets stored under ids from {@code firstId} on, known to others once the transaction has ended. */
    private record Stored(int firstId, List<DimensionSet> sets) {}
}
