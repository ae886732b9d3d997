package nl.marge.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.entry.Provenances;

/** What many lines share and is stored once, before the first line that carries it. */
@ApplicationScoped
class SharedParts {

    private final DimensionSets dimensionSets;
    private final Provenances provenances;

    SharedParts(DimensionSets dimensionSets, Provenances provenances) {
        this.dimensionSets = dimensionSets;
        this.provenances = provenances;
    }

    /** Stores what the lines of {@code group} need, and gives the sets with their ids. */
    KnownSets store(CommitGroup group) {
        int companyId = group.company().id();
        provenances.store(companyId, group.provenances());
        return dimensionSets.store(companyId, group.dimensionSets());
    }
}
