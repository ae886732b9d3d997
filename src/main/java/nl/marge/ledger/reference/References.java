package nl.marge.ledger.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.ledger.Account;
import nl.marge.ledger.Statement;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/**
 * The picture of each company's reference data, held in memory and brought up to the committed reference version when
 * it is behind: only the parts that changed since are read, all of them at one moment.
 */
@ApplicationScoped
public class References {

    /** The part of the reference data that the accounts are. */
    public static final String ACCOUNTS = "ACCOUNTS";

    /** The part of the reference data that the statement is. */
    public static final String STATEMENT = "STATEMENT";

    private final Database database;
    private final Companies companies;
    private final CompanyCounters counters;
    private final ReferenceChanges changes;
    private final DimensionReferences dimensions;
    private final ReferenceLoader loader;
    private final PastReferences past;
    private final Map<Integer, Reference> heldByCompany = new ConcurrentHashMap<>();
    private final Map<Integer, Object> loadingByCompany = new ConcurrentHashMap<>();

    References(
            Database database,
            Companies companies,
            CompanyCounters counters,
            ReferenceChanges changes,
            DimensionReferences dimensions,
            ReferenceLoader loader,
            PastReferences past) {
        this.database = database;
        this.companies = companies;
        this.counters = counters;
        this.changes = changes;
        this.dimensions = dimensions;
        this.loader = loader;
        this.past = past;
    }

    /** The picture at the committed reference version, or a newer one; one indexed read when nothing moved. */
    public Reference current(Company company) {
        return atLeast(company, counters.watermark(company.id()).referenceVersion());
    }

    /**
     * The picture at {@code version}, which the caller knows to be committed, or a newer one. Nothing is read when it
     * is in memory.
     */
    public Reference atLeast(Company company, long version) {
        Optional<Reference> held = held(company, version);
        if (held.isPresent()) {
            return held.get();
        }
        // One loads, the others wait for it; nobody who holds a connection waits here.
        synchronized (loadingByCompany.computeIfAbsent(company.id(), id -> new Object())) {
            return held(company, version).orElseGet(() -> load(company));
        }
    }

    /** The picture as it was at {@code version}, which the company has had. */
    public Reference asOf(Company company, long version) {
        Reference now = atLeast(company, version);
        return now.version() == version ? now : past.at(company, version);
    }

    /** The picture as it is before {@code change}, whose lock keeps it so. */
    public Reference under(ReferenceChange change, Company company) {
        return database.read(handle -> {
            Parts parts = parts(handle, company);
            return keep(parts.reference(companies.require(company.code())));
        });
    }

    private Reference load(Company company) {
        Parts parts = database.readAtOneMoment(handle -> parts(handle, company));
        // The company is read after the moment of the other parts, so it is at least as new as they are.
        return keep(parts.reference(companies.require(company.code())));
    }

    private Parts parts(Handle handle, Company company) {
        int companyId = company.id();
        long version = counters.read(handle, companyId).referenceVersion();
        DimensionReference dimensionsThen = dimensions.at(handle, companyId);
        Reference held = heldByCompany.get(companyId);
        if (held == null || held.version() > version) {
            return new Parts(
                    version,
                    loader.accounts(handle, companyId),
                    loader.statement(handle, companyId, version),
                    dimensionsThen,
                    PostingSettings.load(handle, companyId));
        }
        List<String> changed = changes.partsChangedAfter(handle, companyId, held.version());
        return new Parts(
                version,
                changed.contains(ACCOUNTS) ? loader.accounts(handle, companyId) : held.accounts(),
                changed.contains(STATEMENT) ? loader.statement(handle, companyId, version) : held.statement(),
                dimensionsThen,
                held.settings().reload(handle, companyId, changed));
    }

    private Optional<Reference> held(Company company, long version) {
        return Optional.ofNullable(heldByCompany.get(company.id())).filter(held -> held.version() >= version);
    }

    private Reference keep(Reference loaded) {
        heldByCompany.merge(loaded.company().id(), loaded, (a, b) -> a.version() > b.version() ? a : b);
        return loaded;
    }

    /** What was read at one moment. */
    private record Parts(
            long version,
            List<Account> accounts,
            Statement statement,
            DimensionReference dimensions,
            PostingSettings settings) {

        Reference reference(Company company) {
            return new Reference(company, version, accounts, statement, dimensions, settings);
        }
    }
}
