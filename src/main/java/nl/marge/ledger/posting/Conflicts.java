package nl.marge.ledger.posting;

import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.StoredEntry;
import nl.marge.ledger.rules.PostingRules;

/** The words for what is in conflict with the journal. */
public final class Conflicts {

    private Conflicts() {}

    public static Violation externalIdReused(StoredEntry stored) {
        return Violation.at(
                "/externalId",
                ViolationCode.EXTERNAL_ID_REUSED,
                "externalId " + PostingRules.quoted(stored.identity().externalId()) + " of source "
                        + stored.identity().source() + " is taken by entry " + stored.id() + " (number "
                        + stored.number() + ") with other content. An entry is never changed: reverse it and post the"
                        + " right one under a new externalId.");
    }

    static Violation alreadyReversed(StoredEntry reversal) {
        return Violation.at(
                "",
                ViolationCode.ALREADY_REVERSED,
                "The entry is reversed already, by entry " + reversal.id() + " (number " + reversal.number()
                        + "). Nothing more is to be done.");
    }

    public static Violation repeatedInBatch(EntryIdentity identity) {
        return Violation.at(
                "/externalId",
                ViolationCode.EXTERNAL_ID_REUSED,
                "externalId " + PostingRules.quoted(identity.externalId()) + " of source " + identity.source()
                        + " stands earlier in this batch with other content. Give each entry its own externalId.");
    }

    static Violation reversalIsFinal(EntryId reversal) {
        return Violation.at(
                "",
                ViolationCode.REVERSAL_IS_FINAL,
                "Entry " + reversal + " is itself a reversal and stays. Post the original's content anew instead,"
                        + " under a new externalId.");
    }

    static Violation reversedByUndo(EntryIdentity reclassification) {
        return Violation.at(
                "",
                ViolationCode.REVERSED_BY_UNDO,
                "The entry belongs to " + reclassification.externalId()
                        + ". Undo that reclassification instead, with POST .../reclassifications/{id}/undo.");
    }

    static Violation reversedByRun(EntryIdentity allocation) {
        return Violation.at(
                "",
                ViolationCode.REVERSED_BY_RUN,
                "The entry belongs to " + allocation.externalId()
                        + ". Reverse that allocation run instead, with POST .../allocation-runs/{id}/reversal.");
    }
}
