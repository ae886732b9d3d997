package nl.marge.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/** Every provenance that lines of a company ever had, stored once under an id made of its content. */
@ApplicationScoped
public class Provenances {

    private final Database database;
    private final Map<Integer, Map<Long, Provenance>> knownByCompany = new ConcurrentHashMap<>();

    public Provenances(Database database) {
        this.database = database;
    }

    /** The provenance of that id; 0 is {@link Provenance#EXPLICIT}. */
    public Provenance of(int companyId, long id) {
        return id == 0 ? Provenance.EXPLICIT : known(companyId).computeIfAbsent(id, key -> read(companyId, key));
    }

    /** Makes sure that all are stored, before the lines that carry them; one without lines does no harm. */
    public void store(int companyId, Collection<Provenance> provenances) {
        Map<Long, Provenance> known = known(companyId);
        for (Provenance provenance : provenances) {
            if (!provenance.isExplicit() && !known.containsKey(provenance.id())) {
                database.inTransaction(handle -> insert(handle, companyId, provenance));
                Provenance stored = read(companyId, provenance.id());
                if (!stored.equals(provenance)) {
                    throw new IllegalStateException("two provenances have the id " + provenance.id() + ": "
                            + provenance.content() + " and " + stored.content());
                }
                known.put(provenance.id(), provenance);
            }
        }
    }

    private static int insert(Handle handle, int companyId, Provenance provenance) {
        return handle.createUpdate("""
                        insert ignore into provenance (company_id, id, content)
                        values (:companyId, :id, :content)
                        """)
                .bind("companyId", companyId)
                .bind("id", provenance.id())
                .bind("content", provenance.content())
                .execute();
    }

    private Provenance read(int companyId, long id) {
        return database.read(handle -> handle.createQuery("""
                        select content
                        from provenance
                        where company_id = :companyId
                          and id = :id
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .map((row, context) -> Provenance.ofContent(row.getString("content")))
                .one());
    }

    private Map<Long, Provenance> known(int companyId) {
        return knownByCompany.computeIfAbsent(companyId, id -> new ConcurrentHashMap<>());
    }
}
