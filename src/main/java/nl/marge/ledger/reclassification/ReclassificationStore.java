package nl.marge.ledger.reclassification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.CompanyCounters;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.reclassification.draft.Mode;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand.Selection;
import nl.marge.platform.DatabaseFailure;
import org.jdbi.v3.core.Handle;

/** The rows of reclassifications: what was asked, the lines, and each step; only ever appended to. */
@ApplicationScoped
class ReclassificationStore {

    private static final String HEAD = """
            select id, description, reason, mode, changes, range_from, range_to, accounts, filter, scenario, line_count
            from reclassification
            """;

    /** The id that the next one gets; the caller holds the company's lock. */
    int nextId(Handle handle, int companyId) {
        return handle.createQuery("""
                        select coalesce(max(id), 0) + 1
                        from reclassification
                        where company_id = :companyId
                        """)
                .bind("companyId", companyId)
                .mapTo(Integer.class)
                .one();
    }

    /** Writes what was asked, and the lines; their sets are stored already. */
    void create(Handle handle, int companyId, Reclassification created, List<Move> moves, KnownSets sets) {
        ReclassificationCommand command = created.command();
        Selection selection = command.selection();
        handle.createUpdate("""
                        insert into reclassification (
                          company_id, id, description, reason, mode, changes, range_from, range_to, accounts, filter,
                          scenario, line_count)
                        values (
                          :companyId, :id, :description, :reason, :mode, :changes, :from, :to, :accounts, :filter,
                          :scenario, :lineCount)
                        """)
                .bind("companyId", companyId)
                .bind("id", created.id())
                .bind("description", command.description().orElse(null))
                .bind("reason", command.reason().orElse(null))
                .bind("mode", command.mode().orElse(Mode.REPLACE.name()))
                .bind("changes", changes(command))
                .bind("from", selection.from().orElse(null))
                .bind("to", selection.to().orElse(null))
                .bind("accounts", String.join(",", selection.accounts()))
                .bind("filter", selection.filter().orElse(""))
                .bind("scenario", selection.scenario().orElse(ReclassificationCommand.DEFAULT_SCENARIO))
                .bind("lineCount", moves.size())
                .execute();
        insertLines(handle, companyId, created.id(), moves, sets);
        append(handle, companyId, created.id(), created.steps().get(0), 1);
    }

    /** Appends a step as the one after {@code taken} others. */
    void append(Handle handle, int companyId, Reclassification reclassification, Step step) {
        append(
                handle,
                companyId,
                reclassification.id(),
                step,
                reclassification.steps().size() + 1);
    }

    /** The reclassification of that id. */
    Optional<Reclassification> find(Handle handle, int companyId, int id) {
        return list(handle, companyId, id + 1, 1).stream()
                .filter(found -> found.id() == id)
                .findFirst();
    }

    /** At most {@code limit} of them with ids below {@code before}, the newest first. */
    List<Reclassification> list(Handle handle, int companyId, int before, int limit) {
        List<Reclassification> heads = handle.createQuery(HEAD + """
                        where company_id = :companyId
                          and id < :before
                        order by id desc
                        limit :limit
                        """)
                .bind("companyId", companyId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> head(row))
                .list();
        Map<Integer, List<Step>> steps = steps(
                handle, companyId, heads.stream().map(Reclassification::id).toList());
        return heads.stream().map(head -> head.with(steps.get(head.id()))).toList();
    }

    private static void insertLines(Handle handle, int companyId, int id, List<Move> moves, KnownSets sets) {
        try (PreparedStatement insert = handle.getConnection().prepareStatement("""
                insert into reclassification_line (
                  company_id, reclassification_id, position, batch_id, entry_ordinal, line_number, before_set_id,
                  before_provenance_id, after_set_id, after_provenance_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            int position = 0;
            for (Move move : moves) {
                insert.setInt(1, companyId);
                insert.setInt(2, id);
                insert.setInt(3, position++);
                insert.setLong(4, move.line().key().entry().batchId());
                insert.setInt(5, move.line().key().entry().ordinal());
                insert.setInt(6, move.line().key().lineNumber());
                insert.setInt(7, sets.idOf(move.before()));
                insert.setLong(8, move.beforeProvenance().storedId());
                insert.setInt(9, sets.idOf(move.after()));
                if (move.afterProvenance().isPresent()) {
                    insert.setLong(10, move.afterProvenance().get().storedId());
                } else {
                    insert.setNull(10, Types.BIGINT);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure("storing " + moves.size() + " lines of a reclassification", failure);
        }
    }

    private static void append(Handle handle, int companyId, int id, Step step, int number) {
        handle.createUpdate("""
                        insert into reclassification_step (
                          company_id, reclassification_id, step, action, state, taken_by, recorded_at, violations,
                          first_number, entry_count)
                        values (
                          :companyId, :id, :step, :action, :state, :by, :recordedAt, :violations, :firstNumber,
                          :entries)
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .bind("step", number)
                .bind("action", step.action().name())
                .bind("state", step.state().name())
                .bind("by", step.by().orElse(null))
                .bind("recordedAt", CompanyCounters.utc(step.recordedAt()))
                .bind("violations", step.violations())
                .bind("firstNumber", step.firstNumber())
                .bind("entries", step.entries())
                .execute();
    }

    private static Map<Integer, List<Step>> steps(Handle handle, int companyId, List<Integer> ids) {
        Map<Integer, List<Step>> steps = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            select reclassification_id, action, state, taken_by, recorded_at, violations, first_number,
                              entry_count
                            from reclassification_step
                            where company_id = :companyId
                              and reclassification_id in (<ids>)
                            order by reclassification_id, step
                            """)
                    .bind("companyId", companyId)
                    .bindList("ids", ids)
                    .map((row, context) -> steps.computeIfAbsent(
                                    row.getInt("reclassification_id"), none -> new ArrayList<>())
                            .add(step(row)))
                    .list();
        }
        return steps;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Action.valueOf(row.getString("action")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("taken_by")),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt("violations"),
                row.getLong("first_number"),
                row.getInt("entry_count"));
    }

    private static Reclassification head(ResultSet row) throws SQLException {
        Selection selection = new Selection(
                Optional.ofNullable(row.getString("range_from")),
                Optional.ofNullable(row.getString("range_to")),
                split(row.getString("accounts"), ","),
                Optional.of(row.getString("filter")).filter(filter -> !filter.isEmpty()),
                Optional.of(row.getString("scenario")),
                List.of());
        Map<String, Optional<String>> changes = set(row.getString("changes"));
        boolean derived = row.getString("mode").equals(Mode.RE_DERIVE.name());
        ReclassificationCommand command = new ReclassificationCommand(
                Optional.ofNullable(row.getString("description")),
                Optional.ofNullable(row.getString("reason")),
                Optional.of(row.getString("mode")),
                derived ? Map.of() : changes,
                derived ? List.copyOf(changes.keySet()) : List.of(),
                selection);
        return new Reclassification(row.getInt("id"), command, row.getInt("line_count"), List.of());
    }

    private static List<String> split(String joined, String separator) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(separator));
    }

    /** Codes hold neither colon nor semicolon. */
    private static String changes(ReclassificationCommand command) {
        List<String> changes = new ArrayList<>();
        command.set().forEach((dimension, value) -> changes.add(dimension + ":" + value.orElse("")));
        command.dimensions().forEach(dimension -> changes.add(dimension + ":"));
        return String.join(";", changes);
    }

    private static Map<String, Optional<String>> set(String changes) {
        Map<String, Optional<String>> set = new LinkedHashMap<>();
        for (String change : split(changes, ";")) {
            int colon = change.indexOf(':');
            set.put(
                    change.substring(0, colon),
                    Optional.of(change.substring(colon + 1)).filter(value -> !value.isEmpty()));
        }
        return set;
    }
}
