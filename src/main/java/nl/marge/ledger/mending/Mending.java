package nl.marge.ledger.mending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Versions;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.posting.Ledger;
import nl.marge.ledger.posting.Posted;
import nl.marge.ledger.posting.Received;
import nl.marge.ledger.quarantine.HeldEntry;
import nl.marge.ledger.quarantine.Quarantine;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.quarantine.Step;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.ledger.rules.Weighing;
import nl.marge.platform.http.ListedViolation;

/** What people do with entries set aside. */
@ApplicationScoped
class Mending {

    private static final String REMEDY =
            ". By source and externalId its sender recognises it: keep both, or discard it and post another entry.";

    private final Quarantine quarantine;
    private final References references;
    private final Ledger ledger;

    Mending(Quarantine quarantine, References references, Ledger ledger) {
        this.quarantine = quarantine;
        this.references = references;
        this.ledger = ledger;
    }

    /** An entry, see {@link Quarantine#require}. */
    HeldEntry read(Company company, String id) {
        return quarantine.require(company, id);
    }

    /** Entries, see {@link Quarantine#list}. */
    List<HeldEntry> list(Company company, QuarantineState state, Optional<String> source, long after, int limit) {
        return quarantine.list(company, state, source, after, limit);
    }

    /**
     * Replaces what an entry says, and tells what is still wrong with it; what it said before stays on record.
     *
     * @param ifMatch the step after which it must still stand, when the caller asks so
     * @throws Refusal CONFLICT when it is settled, ENTRY_REFUSED when the text has another source or externalId than
     *     its sender gave it: under another name the sender's next attempt would be posted a second time
     */
    HeldEntry mend(Company company, String id, EntryCommand command, OptionalLong ifMatch, Optional<String> by) {
        HeldEntry held = require(company, id, ifMatch);
        refuseOtherName(held, command);
        Weighing weighing = PostingRules.check(references.current(company), command);
        List<ListedViolation> wrong = weighing instanceof Weighing.Refused refused
                ? ListedViolation.of(refused.violations().listed())
                : List.of();
        return quarantine.mend(company, held, new Step.Said(command, wrong), by);
    }

    /** A name that could not be posted is the only one that is mended. */
    private static void refuseOtherName(HeldEntry held, EntryCommand command) {
        Violations violations = new Violations();
        String source = held.sent().source().orElse(PostingRules.DEFAULT_SOURCE);
        String given = command.source().orElse(PostingRules.DEFAULT_SOURCE);
        if (Codes.isCode(source) && !given.equals(source)) {
            violations.add(
                    "/source",
                    ViolationCode.SOURCE_INVALID,
                    "source " + PostingRules.quoted(given) + " is not that of the entry set aside, "
                            + PostingRules.quoted(source) + REMEDY);
        }
        Optional<String> id = held.sent().externalId().filter(PostingRules::isExternalId);
        if (id.isPresent() && !command.externalId().equals(id)) {
            violations.add(
                    "/externalId",
                    ViolationCode.EXTERNAL_ID_INVALID,
                    "externalId " + PostingRules.quoted(command.externalId().orElse("")) + " is not that of the entry"
                            + " set aside, " + PostingRules.quoted(id.get()) + REMEDY);
        }
        violations.refuseContent();
    }

    /**
     * Posts an entry as it stands now, through the front door; one that is released already is told as it is.
     *
     * @throws Refusal ENTRY_REFUSED with all that is still wrong, CONFLICT when it is discarded or its externalId taken
     */
    Posted release(Company company, String id, Optional<String> by, Optional<AnswerKeeper<Received>> keeper) {
        HeldEntry held = quarantine.require(company, id);
        if (held.kept().state() == QuarantineState.RELEASED) {
            return ledger.unchanged(company, held.kept().posted().orElseThrow());
        }
        if (held.kept().state() != QuarantineState.SUPERSEDED) {
            Quarantine.requireHeld(held);
        }
        Posted posted = ledger.post(company, held.command(), keeper);
        // The entry is in the books now, whatever happens here: a second release finds it there and notes it then.
        quarantine.release(
                company, held, EntryId.read(posted.entry().id().orElseThrow()).orElseThrow(), by);
        return posted;
    }

    /**
     * Puts an entry away for good; it stays on record.
     *
     * @throws Refusal CONFLICT when it is released
     */
    void discard(Company company, String id, OptionalLong ifMatch, Optional<String> reason, Optional<String> by) {
        quarantine.discard(company, require(company, id, ifMatch), reason, by);
    }

    private HeldEntry require(Company company, String id, OptionalLong ifMatch) {
        HeldEntry held = quarantine.require(company, id);
        Versions.require(ifMatch, OptionalLong.of(held.last().number()), "Entry " + id + " in quarantine");
        return held;
    }
}
