package nl.marge.dimension;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/**
 * The picture of each company's dimensions, held in memory and brought up to the committed reference version when it is
 * behind: only what changed since is read, and what did not is shared with the picture before.
 */
@ApplicationScoped
public class DimensionReferences {

    private final Database database;
    private final CompanyCounters counters;
    private final ReferenceChanges changes;
    private final DimensionLoader loader;
    private final DimensionHistory history;
    private final Map<Integer, Picture> pictureByCompany = new ConcurrentHashMap<>();
    private final Map<Integer, Object> loadingByCompany = new ConcurrentHashMap<>();

    DimensionReferences(
            Database database,
            CompanyCounters counters,
            ReferenceChanges changes,
            DimensionLoader loader,
            DimensionHistory history) {
        this.database = database;
        this.counters = counters;
        this.changes = changes;
        this.loader = loader;
        this.history = history;
    }

    /** The picture at the committed reference version, or a newer one. */
    public DimensionReference current(Company company) {
        int companyId = company.id();
        long version = counters.watermark(companyId).referenceVersion();
        if (held(companyId).version() >= version) {
            return held(companyId).reference();
        }
        // One loads, the others wait for it; nobody who holds a connection waits here.
        synchronized (loadingByCompany.computeIfAbsent(companyId, id -> new Object())) {
            return held(companyId).version() >= version ? held(companyId).reference() : load(companyId);
        }
    }

    /**
     * The picture at the reference version that {@code handle} sees, for whoever reads other parts at the same moment:
     * within {@link Database#readAtOneMoment}, or under the company's lock.
     */
    public DimensionReference at(Handle handle, int companyId) {
        long version = counters.read(handle, companyId).referenceVersion();
        Picture held = held(companyId);
        if (held.version() == version) {
            return held.reference();
        }
        // A snapshot older than what is held (another thread was faster) is read on its own, and not kept.
        Picture from = held.version() < version ? held : Picture.NONE;
        DimensionDelta delta = from.version() == 0
                ? loader.everything(handle, companyId)
                : loader.changesAfter(
                        handle,
                        companyId,
                        from.version(),
                        changes.partsChangedAfter(handle, companyId, from.version()));
        Picture loaded = new Picture(version, from.reference().after(delta));
        pictureByCompany.merge(companyId, loaded, Picture::newer);
        return loaded.reference();
    }

    /** The picture as it was at an earlier reference version than {@code handle} sees at its one moment. */
    public DimensionReference past(Handle handle, int companyId, long version) {
        return at(handle, companyId).after(history.backTo(handle, companyId, version));
    }

    /** The picture as it is before {@code change}, whose lock keeps it so. */
    public DimensionReference under(ReferenceChange change) {
        return database.read(handle -> at(handle, change.companyId()));
    }

    private DimensionReference load(int companyId) {
        return database.readAtOneMoment(handle -> at(handle, companyId));
    }

    private Picture held(int companyId) {
        return pictureByCompany.getOrDefault(companyId, Picture.NONE);
    }

    private record Picture(long version, DimensionReference reference) {
        private static final Picture NONE = new Picture(0, DimensionReference.empty());

        private Picture newer(Picture other) {
            return version >= other.version ? this : other;
        }
    }
}
