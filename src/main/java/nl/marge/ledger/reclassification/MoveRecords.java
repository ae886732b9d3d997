package nl.marge.ledger.reclassification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.move.LineMove;
import nl.marge.ledger.move.LineMoves;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/** What is watched and written when entries of a reclassification are laid down. */
@ApplicationScoped
class MoveRecords {

    private final Database database;
    private final CompanyCounters counters;
    private final DimensionSets dimensionSets;
    private final LineMoves moves;
    private final ReclassificationStore store;

    MoveRecords(
            Database database,
            CompanyCounters counters,
            DimensionSets dimensionSets,
            LineMoves moves,
            ReclassificationStore store) {
        this.database = database;
        this.counters = counters;
        this.dimensionSets = dimensionSets;
        this.moves = moves;
        this.store = store;
    }

    /** The number of the last move in the company, before which everything else is read. */
    long lastMove(Company company) {
        return database.read(handle -> moves.lastNumber(handle, company.id()));
    }

    /** The latest reclassification that moved a line after this one and is not undone. */
    Optional<Integer> laterOne(Company company, int id) {
        return database.read(handle -> store.laterOne(handle, company.id(), id));
    }

    /** The record of {@code moved}, the next step of {@code found}. */
    MoveRecord of(
            Company company, Reclassification found, MoveRecord.Seen seen, Optional<String> by, List<Move> moved) {
        KnownSets sets = dimensionSets.known(company.id());
        List<LineMove> lineMoves = moved.stream()
                .map(move -> new LineMove(
                        move.line().key(),
                        sets.idOf(move.before()),
                        sets.idOf(move.after()),
                        move.arriving(MoveEntries.mover(found.id())).provenance()))
                .toList();
        return new MoveRecord(this, company.id(), found, seen, by, lineMoves);
    }

    /** Whether nothing came between: no other move, no other step, no reversal of one of the lines. */
    boolean holds(Handle handle, MoveRecord written) {
        int companyId = written.companyId();
        Reclassification found = written.found();
        return moves.lastNumber(handle, companyId) == written.seen().lastMove()
                && store.stepsTaken(handle, companyId, found.id())
                        == found.steps().size()
                && store.partnersSince(handle, companyId, found.id())
                        == written.seen().partners();
    }

    /** Writes where the lines are now, and the step that brought them there. */
    void write(Handle handle, MoveRecord written, long firstNumber, int entries) {
        int companyId = written.companyId();
        boolean undo = written.found().state() == State.APPLIED;
        Step step = new Step(
                undo ? Action.UNDO : Action.APPLY,
                undo ? State.UNDONE : State.APPLIED,
                written.by(),
                counters.read(handle, companyId).recordedAt(),
                0,
                firstNumber,
                entries);
        moves.write(handle, new LineMoves.By(companyId, written.found().id(), undo, firstNumber), written.moves());
        store.append(handle, companyId, written.found(), step);
    }
}
