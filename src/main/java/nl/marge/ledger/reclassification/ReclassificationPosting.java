package nl.marge.ledger.reclassification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.posting.HouseEntries;
import nl.marge.ledger.posting.HousePosting;
import nl.marge.ledger.reclassification.draft.MovableLines;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reclassification.draft.MoveRules;
import nl.marge.ledger.reference.Reference;
import org.jboss.logging.Logger;

/**
 * Applies and undoes reclassifications. The entries, the moves of the lines and the step are written in one
 * transaction, under the company's lock, after a last look at whether anything came between. So each happens once or
 * not at all, and asking again tells what was done.
 */
@ApplicationScoped
class ReclassificationPosting {

    private static final Logger LOG = Logger.getLogger(ReclassificationPosting.class);

    private final Reclassifications reclassifications;
    private final HousePosting posting;
    private final MovableLines lines;
    private final MoveRecords records;

    ReclassificationPosting(
            Reclassifications reclassifications, HousePosting posting, MovableLines lines, MoveRecords records) {
        this.reclassifications = reclassifications;
        this.posting = posting;
        this.lines = lines;
        this.records = records;
    }

    /**
     * Posts the entries of a validated reclassification; nothing more when that was done before.
     *
     * @throws Refusal CONFLICT when it is not validated or a line was moved since, else with what stands against it now
     */
    Reclassification apply(Company company, int id, Optional<String> by) {
        posting.post(company, reference -> toApply(reference, reclassifications.require(company, id), by));
        return told(company, id, "applied");
    }

    /**
     * Posts the opposite of an applied reclassification; nothing more when that was done before. Lines that were
     * reversed since go back together with those that cancel them. Values and policies are not checked: the lines
     * stood there before.
     *
     * @throws Refusal CONFLICT when it is not applied, or not the latest for each of its lines
     */
    Reclassification undo(Company company, int id, Optional<String> by) {
        posting.post(company, reference -> toUndo(reference, reclassifications.require(company, id), by));
        return told(company, id, "undone");
    }

    private Optional<HouseEntries.Made> toApply(Reference reference, Reclassification found, Optional<String> by) {
        if (found.state() == State.APPLIED) {
            return Optional.empty();
        }
        if (found.state() != State.VALIDATED) {
            throw conflict(
                    ViolationCode.NOT_VALIDATED,
                    "Reclassification " + found.id() + " is " + found.state()
                            + ". Only a validated one is applied: validate it first, or draft a new one.");
        }
        Company company = reference.company();
        long lastMove = records.lastMove(company);
        Violations violations = new Violations();
        List<Move> moves = reclassifications.check(reference, found, violations);
        if (!violations.isEmpty() && isAppliedMeanwhile(company, found)) {
            return Optional.empty();
        }
        violations.refuseContent();
        MoveRecord written = records.of(company, found, new MoveRecord.Seen(lastMove, 0), by, moves);
        return Optional.of(new HouseEntries.Made(MoveEntries.applying(found, moves), written));
    }

    /** Somebody else asked for the same at the same moment: then its lines are moved indeed, and all is well. */
    private boolean isAppliedMeanwhile(Company company, Reclassification found) {
        return reclassifications.require(company, found.id()).state() == State.APPLIED;
    }

    private Optional<HouseEntries.Made> toUndo(Reference reference, Reclassification found, Optional<String> by) {
        if (found.state() == State.UNDONE) {
            return Optional.empty();
        }
        if (found.state() != State.APPLIED) {
            throw conflict(
                    ViolationCode.NOT_APPLIED,
                    "Reclassification " + found.id() + " is " + found.state()
                            + ". Only an applied one is undone; a draft is deleted.");
        }
        Company company = reference.company();
        long lastMove = records.lastMove(company);
        records.laterOne(company, found.id()).ifPresent(later -> {
            throw conflict(
                    ViolationCode.NOT_LATEST,
                    "Reclassification " + later + " moved a line of reclassification " + found.id()
                            + " after it. Undo that one first, or draft a new one.");
        });
        List<Move> moves = new ArrayList<>(lines.of(company, found.id(), 0, Integer.MAX_VALUE));
        List<Move> partners = lines.partnersSince(company, found.id());
        moves.addAll(partners);
        List<Move> back = moves.stream().map(Move::back).toList();
        Violations violations = new Violations();
        MoveRules.checkPeriods(reference, back, violations);
        violations.refuseContent();
        MoveRecord written = records.of(company, found, new MoveRecord.Seen(lastMove, partners.size()), by, back);
        return Optional.of(new HouseEntries.Made(MoveEntries.undoing(found, back), written));
    }

    private Reclassification told(Company company, int id, String done) {
        Reclassification after = reclassifications.require(company, id);
        LOG.infof("reclassification %s company=%s id=%d lines=%d", done, company.code(), id, after.lineCount());
        return after;
    }

    private static Refusal conflict(ViolationCode code, String message) {
        return Refusal.of(Refusal.Reason.CONFLICT, Violation.at("", code, message));
    }
}
