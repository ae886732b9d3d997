package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.platform.Database;

/** Tells which entries are in the journal already, without posting anything. */
@ApplicationScoped
public class JournalLookup {

    private final Database database;
    private final JournalStore store;

    JournalLookup(Database database, JournalStore store) {
        this.database = database;
        this.store = store;
    }

    /** Those of {@code identities} that are published, by name. */
    public Map<EntryIdentity.Name, StoredEntry> find(int companyId, Collection<EntryIdentity> identities) {
        return identities.isEmpty()
                ? Map.of()
                : database.read(handle -> store.find(handle, companyId, identities, JournalStore.NO_OWN_BATCH));
    }
}
