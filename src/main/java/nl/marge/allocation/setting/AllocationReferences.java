package nl.marge.allocation.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/**
 * The picture of what governs each company's allocations, held in memory and brought up to the committed reference
 * version when it is behind; it is read again only when something of it changed.
 */
@ApplicationScoped
public class AllocationReferences {

    private static final Set<String> PARTS =
            Set.of(AllocationSettings.POOLS, AllocationSettings.DRIVERS, AllocationSettings.CYCLES);

    private final Database database;
    private final CompanyCounters counters;
    private final ReferenceChanges changes;
    private final Map<Integer, AllocationSettings> heldByCompany = new ConcurrentHashMap<>();
    private final Map<Integer, Object> loadingByCompany = new ConcurrentHashMap<>();

    AllocationReferences(Database database, CompanyCounters counters, ReferenceChanges changes) {
        this.database = database;
        this.counters = counters;
        this.changes = changes;
    }

    /** The picture at the committed reference version, or a newer one. */
    public AllocationSettings current(Company company) {
        return current(company, counters.watermark(company.id()).referenceVersion());
    }

    /**
     * The picture at a version that the caller knows to be committed, or a newer one. Nothing is read when it is in
     * memory.
     */
    public AllocationSettings current(Company company, long atLeastVersion) {
        Optional<AllocationSettings> held = held(company.id(), atLeastVersion);
        if (held.isPresent()) {
            return held.get();
        }
        // One loads, the others wait for it; nobody who holds a connection waits here.
        synchronized (loadingByCompany.computeIfAbsent(company.id(), id -> new Object())) {
            return held(company.id(), atLeastVersion)
                    .orElseGet(
                            () -> keep(company.id(), database.readAtOneMoment(handle -> read(handle, company.id()))));
        }
    }

    /** The picture as it was at exactly this version, which the company has had. */
    public AllocationSettings asOf(Company company, long version) {
        AllocationSettings now = current(company, version);
        return now.version() == version
                ? now
                : database.readAtOneMoment(handle -> new SettingRows(handle, company.id(), version).settings());
    }

    /** The picture as it is before {@code change}, whose lock keeps it so. */
    public AllocationSettings under(ReferenceChange change) {
        return keep(change.companyId(), database.read(handle -> read(handle, change.companyId())));
    }

    private AllocationSettings read(Handle handle, int companyId) {
        long version = counters.read(handle, companyId).referenceVersion();
        AllocationSettings held = heldByCompany.get(companyId);
        if (held != null && held.version() <= version) {
            List<String> changed = changes.partsChangedAfter(handle, companyId, held.version());
            if (changed.stream().noneMatch(PARTS::contains)) {
                return held.version() == version ? held : held.at(version);
            }
        }
        return new SettingRows(handle, companyId, version).settings();
    }

    private Optional<AllocationSettings> held(int companyId, long version) {
        return Optional.ofNullable(heldByCompany.get(companyId)).filter(held -> held.version() >= version);
    }

    private AllocationSettings keep(int companyId, AllocationSettings loaded) {
        heldByCompany.merge(companyId, loaded, (a, b) -> a.version() > b.version() ? a : b);
        return loaded;
    }
}
