package nl.marge.ledger.reclassification;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reference.Reference;

/** A new draft with its lines, and the picture of the reference data it was made in. */
record Drafted(Reclassification reclassification, List<Move> moves, Reference reference) {
    Drafted {
        requireNonNull(reclassification, "reclassification");
        moves = List.copyOf(moves);
        requireNonNull(reference, "reference");
    }

    ReclassificationBody body() {
        return ReclassificationBody.of(reference, reclassification, moves);
    }
}
