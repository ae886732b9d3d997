package nl.marge.ledger.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionReferences;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.platform.Database;

/**
 * Pictures of reference data as it was, made from its history, without the settings of postings: nobody posts then. The
 * last ones asked for are remembered while memory lasts; each shares with the picture of now what has not changed.
 */
@ApplicationScoped
class PastReferences {

    /** So many pictures are remembered: a controller looks at a few closings again and again. */
    private static final int KEPT_LIMIT = 16;

    private final Database database;
    private final Companies companies;
    private final DimensionReferences dimensions;
    private final ReferenceLoader loader;
    private final Map<Version, SoftReference<Reference>> kept = new LinkedHashMap<>();

    PastReferences(Database database, Companies companies, DimensionReferences dimensions, ReferenceLoader loader) {
        this.database = database;
        this.companies = companies;
        this.dimensions = dimensions;
        this.loader = loader;
    }

    /** The picture at a reference version that was committed and has been followed by others. */
    Reference at(Company company, long version) {
        Version asked = new Version(company.id(), version);
        return kept(asked).orElseGet(() -> keep(asked, load(company, version)));
    }

    private Reference load(Company company, long version) {
        return database.readAtOneMoment(handle -> new Reference(
                companies.at(handle, company, version),
                version,
                loader.accountsAt(handle, company.id(), version),
                loader.statement(handle, company.id(), version),
                dimensions.past(handle, company.id(), version),
                PostingSettings.NONE));
    }

    private synchronized Optional<Reference> kept(Version asked) {
        SoftReference<Reference> found = kept.remove(asked);
        return Optional.ofNullable(found).map(SoftReference::get).map(reference -> keep(asked, reference));
    }

    private synchronized Reference keep(Version asked, Reference loaded) {
        kept.put(asked, new SoftReference<>(loaded));
        if (kept.size() > KEPT_LIMIT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return loaded;
    }

    /** Which picture. */
    private record Version(int companyId, long version) {}
}
