package nl.marge.ledger.reclassification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.entry.Provenances;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.reclassification.draft.Drafting;
import nl.marge.ledger.reclassification.draft.MovableLines;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reclassification.draft.MoveRules;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.platform.Database;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;
import org.jdbi.v3.core.Handle;

/**
 * Reclassifications before they are applied: drafted, checked, given up. Each step is written down with its time and,
 * when told, its user; the state is that of the last step. Steps are taken one by one, under the company's lock.
 */
@ApplicationScoped
class Reclassifications {

    private final Database database;
    private final CompanyCounters counters;
    private final References references;
    private final DimensionSets dimensionSets;
    private final Provenances provenances;
    private final IdempotencyKeys idempotencyKeys;
    private final Drafting drafting;
    private final MovableLines lines;
    private final ReclassificationStore store;

    Reclassifications(
            Database database,
            CompanyCounters counters,
            References references,
            DimensionSets dimensionSets,
            Provenances provenances,
            IdempotencyKeys idempotencyKeys,
            Drafting drafting,
            MovableLines lines,
            ReclassificationStore store) {
        this.database = database;
        this.counters = counters;
        this.references = references;
        this.dimensionSets = dimensionSets;
        this.provenances = provenances;
        this.idempotencyKeys = idempotencyKeys;
        this.drafting = drafting;
        this.lines = lines;
        this.store = store;
    }

    /**
     * What a draft would come to; nothing is kept.
     *
     * @throws Refusal with everything that is wrong
     */
    ReclassificationBody preview(Company company, ReclassificationCommand command) {
        Reference reference = references.current(company);
        return ReclassificationBody.preview(reference, command, drafting.moves(reference, command));
    }

    /**
     * Keeps a draft: the lines are chosen now, once and for all.
     *
     * @throws Refusal with everything that is wrong
     */
    Drafted draft(
            Company company,
            ReclassificationCommand command,
            Optional<String> by,
            Optional<AnswerKeeper<Drafted>> keeper) {
        Reference reference = references.current(company);
        List<Move> moves = drafting.moves(reference, command);
        KnownSets known = storeShared(company, moves);
        return database.inTransaction(handle -> {
            Instant at = counters.recordingInstant(counters.lock(handle, company.id()));
            Reclassification drafted = new Reclassification(
                    store.nextId(handle, company.id()),
                    command,
                    moves.size(),
                    List.of(Step.of(Action.CREATE, State.DRAFT, by, at)));
            store.create(handle, company.id(), drafted, moves, known);
            Drafted made = new Drafted(drafted, moves, reference);
            keeper.ifPresent(kept -> keep(handle, kept, made));
            return made;
        });
    }

    private KnownSets storeShared(Company company, List<Move> moves) {
        Set<DimensionSet> sets = new HashSet<>();
        moves.forEach(move -> sets.addAll(List.of(move.before(), move.after())));
        provenances.store(
                company.id(),
                moves.stream().flatMap(move -> move.afterProvenance().stream()).toList());
        return dimensionSets.store(company.id(), sets);
    }

    private void keep(Handle handle, AnswerKeeper<Drafted> keeper, Drafted made) {
        idempotencyKeys.find(handle, keeper.key()).ifPresent(kept -> {
            throw new RepeatedRequest(kept);
        });
        idempotencyKeys.keep(handle, keeper.key(), keeper.answer(made));
    }

    /**
     * The reclassification of that id.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    Reclassification require(Company company, int id) {
        return database.readAtOneMoment(handle -> store.find(handle, company.id(), id))
                .orElseThrow(() -> unknown(company, id));
    }

    /** At most {@code limit} of them with ids below {@code before}, the newest first. */
    List<Reclassification> list(Company company, int before, int limit) {
        return database.readAtOneMoment(handle -> store.list(handle, company.id(), before, limit));
    }

    /** The lines of a reclassification from {@code position} on, at most {@code limit}. */
    List<Move> lines(Company company, int id, int position, int limit) {
        return lines.of(company, id, position, limit);
    }

    /**
     * Checks a draft against the reference data of now; whatever comes out, the step is kept.
     *
     * @throws Refusal CONFLICT when it is no draft any more, else with everything that stands against it, by line
     */
    Reclassification validate(Company company, int id, Optional<String> by) {
        Reclassification found = require(company, id);
        requireOpen(found);
        Violations violations = new Violations();
        check(references.current(company), found, violations);
        State state = violations.isEmpty() ? State.VALIDATED : State.DRAFT;
        Reclassification after =
                step(company, id, (open, at) -> new Step(Action.VALIDATE, state, by, at, violations.total(), 0, 0));
        violations.refuseContent();
        return after;
    }

    /**
     * Gives a draft up.
     *
     * @throws Refusal CONFLICT when it was applied
     */
    Reclassification discard(Company company, int id, Optional<String> by) {
        return step(company, id, (open, at) -> Step.of(Action.DISCARD, State.DISCARDED, by, at));
    }

    /** Checks every line of a reclassification, and gives the moves it comes to. */
    List<Move> check(Reference reference, Reclassification reclassification, Violations violations) {
        Company company = reference.company();
        List<Move> moves = lines.of(company, reclassification.id(), 0, Integer.MAX_VALUE);
        MoveRules.check(reference, moves, violations);
        long[] reversals = lines.partnersSince(company, reclassification.id()).stream()
                .mapToLong(partner -> partner.line().number())
                .distinct()
                .toArray();
        for (long reversal : reversals) {
            violations.add(
                    "/lines",
                    ViolationCode.LINE_MOVED,
                    "Entry " + reversal + " has reversed one of the lines since this reclassification"
                            + " was drafted, and moves with it. Draft it anew.");
        }
        return moves;
    }

    private Reclassification step(Company company, int id, BiFunction<Reclassification, Instant, Step> next) {
        return database.inTransaction(handle -> {
            Instant at = counters.recordingInstant(counters.lock(handle, company.id()));
            Reclassification found = store.find(handle, company.id(), id).orElseThrow(() -> unknown(company, id));
            requireOpen(found);
            Step step = next.apply(found, at);
            store.append(handle, company.id(), found, step);
            return found.after(step);
        });
    }

    private static Refusal unknown(Company company, int id) {
        return new Refusal(
                Refusal.Reason.UNKNOWN,
                "Company " + company.code() + " has no reclassification " + id + ". Look it up in the list of all.");
    }

    private static void requireOpen(Reclassification found) {
        if (!found.state().isOpen()) {
            throw Refusal.of(
                    Refusal.Reason.CONFLICT,
                    Violation.at(
                            "",
                            ViolationCode.NOT_OPEN,
                            "Reclassification " + found.id() + " is " + found.state()
                                    + " and no draft any more. Draft a new one."));
        }
    }
}
