package nl.marge.ledger.reclassification.lock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.kernel.Versions;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.LockedDimensions;
import nl.marge.ledger.setting.PostingSettings;

/** Upkeep of the dimensions that are locked against reclassification. Each list said is kept; the last one counts. */
@ApplicationScoped
class Locks {

    private final ReferenceChanges changes;
    private final References references;
    private final LockRepository repository;

    Locks(ReferenceChanges changes, References references, LockRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * Locks these dimensions and no others.
     *
     * @param ifMatch the version the list must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    Upsert<LockedDimensions> put(Company company, List<String> codes, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference reference = references.under(change, company);
            LockedDimensions before = reference.settings().locks();
            Versions.require(ifMatch, OptionalLong.of(before.version()), "The reclassification settings");
            Set<Integer> ids = ids(reference.dimensions(), codes);
            if (ids.equals(before.ids())) {
                return new Upsert<>(before, Outcome.UNCHANGED);
            }
            LockedDimensions after = new LockedDimensions(ids, change.version());
            repository.append(company.id(), after);
            change.touch(PostingSettings.LOCKS);
            return new Upsert<>(after, Outcome.UPDATED);
        });
    }

    private static Set<Integer> ids(DimensionReference dimensions, List<String> codes) {
        Violations violations = new Violations();
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < codes.size(); i++) {
            Optional<Dimension> dimension = dimensions.dimension(codes.get(i));
            if (dimension.isEmpty()) {
                violations.add(
                        "/lockedDimensions/" + i,
                        ViolationCode.DIMENSION_UNKNOWN,
                        "Dimension \"" + Texts.excerpt(codes.get(i))
                                + "\" does not exist. Create it first, or correct the code.");
            }
            dimension.ifPresent(found -> ids.add(found.id()));
        }
        violations.refuse(Refusal.Reason.ENTRY_REFUSED);
        return ids;
    }
}
