package nl.marge.ledger.posting;

import nl.marge.ledger.journal.CompanyWriters;
import nl.marge.ledger.journal.StagedBatches;
import nl.marge.ledger.reference.References;

/** The front door of another instance of the service. */
public final class OtherDoor {

    private OtherDoor() {}

    public static HousePosting house(References references, CompanyWriters writers, StagedBatches stagedBatches) {
        return new HousePosting(references, writers, stagedBatches);
    }
}
