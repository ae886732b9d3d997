package nl.marge.ledger.move;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.Provenances;
import nl.marge.platform.Database;
import nl.marge.platform.DatabaseFailure;
import org.jdbi.v3.core.Handle;

/** The moves of lines, in the order of the entries that made them. */
@ApplicationScoped
public class LineMoves {

    private final Database database;
    private final DimensionSets dimensionSets;
    private final Provenances provenances;

    LineMoves(Database database, DimensionSets dimensionSets, Provenances provenances) {
        this.database = database;
        this.dimensionSets = dimensionSets;
        this.provenances = provenances;
    }

    /** The sets that lines of an entry were moved to, as they stand now. */
    public MovedEntry of(int companyId, EntryId entry) {
        List<Moved> moves = database.read(handle -> moved(handle, entry));
        Map<Integer, MovedEntry.To> latest = new HashMap<>();
        long last = 0;
        for (Moved moved : moves) {
            latest.put(
                    moved.lineNumber(),
                    new MovedEntry.To(
                            set(companyId, moved.toSetId()), provenances.of(companyId, moved.provenanceId())));
            last = Math.max(last, moved.number());
        }
        return new MovedEntry(last, latest);
    }

    /** The number of the last move of any line of an entry; 0 = none was moved. Primary key. */
    public long lastNumber(Handle handle, EntryId entry) {
        return handle.createQuery("""
                        select coalesce(max(number), 0)
                        from line_move
                        where batch_id = :batchId
                          and entry_ordinal = :ordinal
                        """)
                .bind("batchId", entry.batchId())
                .bind("ordinal", entry.ordinal())
                .mapTo(Long.class)
                .one();
    }

    /** The number of the last move in a company; 0 = there is none. Index: line_move_company. */
    public long lastNumber(Handle handle, int companyId) {
        return handle.createQuery("""
                        select coalesce(max(number), 0)
                        from line_move
                        where company_id = :companyId
                        """)
                .bind("companyId", companyId)
                .mapTo(Long.class)
                .one();
    }

    /** Notes what the entries from {@code by.number} on moved, in their transaction. */
    public void write(Handle handle, By by, List<LineMove> moves) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement("""
                insert into line_move (
                  batch_id, entry_ordinal, line_number, number, company_id, reclassification_id, is_undo,
                  from_set_id, to_set_id, to_provenance_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (LineMove move : moves) {
                insert.setLong(1, move.line().entry().batchId());
                insert.setInt(2, move.line().entry().ordinal());
                insert.setInt(3, move.line().lineNumber());
                insert.setLong(4, by.number());
                insert.setInt(5, by.companyId());
                insert.setInt(6, by.reclassificationId());
                insert.setBoolean(7, by.undo());
                insert.setInt(8, move.fromSetId());
                insert.setInt(9, move.toSetId());
                insert.setLong(10, move.provenance().storedId());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure("noting " + moves.size() + " moves of lines", failure);
        }
    }

    /** The moves of an entry's lines, earlier ones first. */
    private static List<Moved> moved(Handle handle, EntryId entry) {
        return handle.createQuery("""
                        select line_number, number, to_set_id, to_provenance_id
                        from line_move
                        where batch_id = :batchId
                          and entry_ordinal = :ordinal
                        order by line_number, number
                        """)
                .bind("batchId", entry.batchId())
                .bind("ordinal", entry.ordinal())
                .map((row, context) -> new Moved(
                        row.getInt("line_number"),
                        row.getLong("number"),
                        row.getInt("to_set_id"),
                        row.getLong("to_provenance_id")))
                .list();
    }

    private DimensionSet set(int companyId, int setId) {
        KnownSets known = dimensionSets.known(companyId);
        return (setId <= known.size() ? known : dimensionSets.refresh(companyId)).set(setId);
    }

    private record Moved(int lineNumber, long number, int toSetId, long provenanceId) {}

    /** Which reclassification moves lines, there or back, and the number of the first entry it does so by. */
    public record By(int companyId, int reclassificationId, boolean undo, long number) {}
}
