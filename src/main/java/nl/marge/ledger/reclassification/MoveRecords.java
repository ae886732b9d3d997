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
        return database.read(handle -> laterOne(handle, company.id(), id));
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
                && stepsTaken(handle, companyId, found.id()) == found.steps().size()
                && partnersSince(handle, companyId, found.id())
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

    /** How many steps were taken: read under the company's lock it tells whether another one came between. */
    private static int stepsTaken(Handle handle, int companyId, int id) {
        return handle.createQuery("""
                        select count(*)
                        from reclassification_step
                        where company_id = :companyId
                          and reclassification_id = :id
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * The latest reclassification that moved a line of this one after it did and is not undone itself. Index:
     * line_move_reclassification.
     */
    private static Optional<Integer> laterOne(Handle handle, int companyId, int id) {
        return handle.createQuery("""
                        select max(later.reclassification_id) as later
                        from line_move own
                        join line_move later on later.batch_id = own.batch_id
                          and later.entry_ordinal = own.entry_ordinal
                          and later.line_number = own.line_number
                          and later.number > own.number
                          and later.is_undo = false
                        where own.company_id = :companyId
                          and own.reclassification_id = :id
                          and own.is_undo = false
                          and not exists (
                            select 1
                            from line_move undone
                            where undone.batch_id = later.batch_id
                              and undone.entry_ordinal = later.entry_ordinal
                              and undone.line_number = later.line_number
                              and undone.reclassification_id = later.reclassification_id
                              and undone.is_undo = true)
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .map((row, context) -> Optional.of(row.getInt("later")).filter(later -> later > 0))
                .one();
    }

    /**
     * How many lines that cancel one of a reclassification's are not among its own, because the reversal came later.
     * Index: journal_entry_reversal.
     */
    private static int partnersSince(Handle handle, int companyId, int id) {
        return handle.createQuery("""
                        select count(*)
                        from reclassification_line r
                        join journal_entry v on v.reverses_batch_id = r.batch_id
                          and v.reverses_ordinal = r.entry_ordinal
                        join posting_batch b on b.batch_id = v.batch_id
                        left join reclassification_line own on own.company_id = r.company_id
                          and own.reclassification_id = r.reclassification_id
                          and own.batch_id = v.batch_id
                          and own.entry_ordinal = v.ordinal
                          and own.line_number = r.line_number
                        where r.company_id = :companyId
                          and r.reclassification_id = :id
                          and own.position is null
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }
}
