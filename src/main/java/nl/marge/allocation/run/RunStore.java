package nl.marge.allocation.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.company.CompanyCounters;
import nl.marge.platform.DatabaseFailure;
import org.jdbi.v3.core.Handle;

/** The rows of runs, their steps and traces; only ever appended to. */
@ApplicationScoped
class RunStore {

    private static final int TRACE_ROWS_A_STATEMENT = 5_000;

    private static final String HEAD = """
            select id, attempt, cycle_code, version_from, period, scenario, ledger_number, reference_version,
              fingerprint, recorded_at, detail
            from allocation_run
            """;

    /** Runs remembered at most: those of a few years of a few companies. */
    private static final int HEADS_LIMIT = 1_000;

    private final ObjectMapper json;
    private final Map<String, AllocationRun> heads = new ConcurrentHashMap<>();

    RunStore(ObjectMapper json) {
        this.json = json;
    }

    /** Writes a run and its first step. */
    void create(Handle handle, int companyId, AllocationRun run) {
        handle.createUpdate("""
                        insert into allocation_run (
                          company_id, id, attempt, cycle_code, version_from, period, scenario, preview, ledger_number,
                          reference_version, fingerprint, recorded_at, detail)
                        values (
                          :companyId, :id, :attempt, :cycle, :versionFrom, :period, :scenario, :preview, :number,
                          :referenceVersion, :fingerprint, :recordedAt, :detail)
                        """)
                .bind("companyId", companyId)
                .bind("id", run.id())
                .bind("attempt", run.attempt())
                .bind("cycle", run.request().cycle())
                .bind("versionFrom", run.versionFrom().toString())
                .bind("period", run.request().period().toString())
                .bind("scenario", run.request().scenario())
                .bind("preview", run.isPreview())
                .bind("number", run.ledgerNumber())
                .bind("referenceVersion", run.referenceVersion())
                .bind("fingerprint", run.fingerprint())
                .bind("recordedAt", CompanyCounters.utc(run.recordedAt()))
                .bind("detail", written(run.detail()))
                .execute();
        append(handle, companyId, run.id(), 1, run.steps().get(0));
    }

    /** Appends a step to a run. */
    void append(Handle handle, int companyId, AllocationRun run, RunStep step) {
        append(handle, companyId, run.id(), run.steps().size() + 1, step);
    }

    /** The run of that id. */
    Optional<AllocationRun> find(Handle handle, int companyId, String id) {
        return withSteps(handle, companyId, heads(handle, companyId, id)).stream()
                .findFirst();
    }

    /** The posted run of a cycle, period and scenario that still counts. Index: allocation_run_period. */
    Optional<AllocationRun> current(Handle handle, int companyId, RunRequest request) {
        List<AllocationRun> posted = handle.createQuery(HEAD + """
                        where company_id = :companyId
                          and period = :period
                          and scenario = :scenario
                          and cycle_code = :cycle
                          and not preview
                        order by recorded_at desc, id desc
                        limit 1
                        """)
                .bind("companyId", companyId)
                .bind("period", request.period().toString())
                .bind("scenario", request.scenario())
                .bind("cycle", request.cycle())
                .map((row, context) -> head(row))
                .list();
        return withSteps(handle, companyId, posted).stream()
                .filter(run -> run.state() == RunState.CURRENT)
                .findFirst();
    }

    /** The posted runs of a range of periods, whatever has become of them. Index: allocation_run_period. */
    List<AllocationRun> posted(Handle handle, int companyId, YearMonth first, YearMonth last, String scenario) {
        List<String> ids = handle.createQuery("""
                        select id
                        from allocation_run
                        where company_id = :companyId
                          and period between :first and :last
                          and scenario = :scenario
                          and not preview
                        order by period, cycle_code, recorded_at, id
                        """)
                .bind("companyId", companyId)
                .bind("first", first.toString())
                .bind("last", last.toString())
                .bind("scenario", scenario)
                .mapTo(String.class)
                .list();
        return withSteps(
                handle,
                companyId,
                ids.stream().map(id -> heldHead(handle, companyId, id)).toList());
    }

    /** What a run was made of never changes, and reports ask for it again and again. */
    private AllocationRun heldHead(Handle handle, int companyId, String id) {
        if (heads.size() > HEADS_LIMIT) {
            heads.clear();
        }
        return heads.computeIfAbsent(
                companyId + "/" + id, none -> heads(handle, companyId, id).get(0));
    }

    private List<AllocationRun> heads(Handle handle, int companyId, String id) {
        return handle.createQuery(HEAD + """
                        where company_id = :companyId
                          and id = :id
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .map((row, context) -> head(row))
                .list();
    }

    /** At most {@code limit} runs recorded before a moment, or then with a smaller id, the newest first. */
    List<AllocationRun> list(Handle handle, int companyId, LocalDateTime before, String beforeId, int limit) {
        return withSteps(
                handle,
                companyId,
                handle.createQuery(HEAD + """
                        where company_id = :companyId
                          and (recorded_at, id) < (:before, :beforeId)
                        order by recorded_at desc, id desc
                        limit :limit
                        """)
                        .bind("companyId", companyId)
                        .bind("before", before)
                        .bind("beforeId", beforeId)
                        .bind("limit", limit)
                        .map((row, context) -> head(row))
                        .list());
    }

    /** The number that the next trace laid down under an id gets. */
    int nextAttempt(Handle handle, int companyId, String id) {
        return handle.createQuery("""
                        select coalesce(max(attempt), 0) + 1
                        from allocation_trace
                        where company_id = :companyId
                          and run_id = :id
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /** A trace under way: of which run, and which attempt at it. */
    record Trace(String run, int attempt) {}

    /** Writes a stretch of traces, from {@code first} on; answers where the next begins. */
    int insertTraces(Handle handle, int companyId, Trace trace, List<TraceRows.Row> rows, int first) {
        int end = Math.min(rows.size(), first + TRACE_ROWS_A_STATEMENT);
        try (PreparedStatement insert = handle.getConnection().prepareStatement("""
                insert into allocation_trace (company_id, run_id, attempt, receiver, quantities, steps)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            for (TraceRows.Row row : rows.subList(first, end)) {
                insert.setInt(1, companyId);
                insert.setString(2, trace.run());
                insert.setInt(3, trace.attempt());
                insert.setString(4, row.receiver());
                insert.setString(5, row.quantities());
                insert.setString(6, row.steps());
                insert.addBatch();
            }
            insert.executeBatch();
            return end;
        } catch (SQLException failure) {
            throw new DatabaseFailure("storing traces of run " + trace.run(), failure);
        }
    }

    private static void append(Handle handle, int companyId, String id, int number, RunStep step) {
        handle.createUpdate("""
                        insert into allocation_run_step (
                          company_id, run_id, step, state, recorded_at, batch_id, first_ordinal, first_number,
                          entry_count)
                        values (
                          :companyId, :id, :step, :state, :recordedAt, :batchId, :firstOrdinal, :firstNumber, :entries)
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .bind("step", number)
                .bind("state", step.state().name())
                .bind("recordedAt", CompanyCounters.utc(step.recordedAt()))
                .bind("batchId", step.batchId())
                .bind("firstOrdinal", step.firstOrdinal())
                .bind("firstNumber", step.firstNumber())
                .bind("entries", step.entries())
                .execute();
    }

    private static List<AllocationRun> withSteps(Handle handle, int companyId, List<AllocationRun> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<String, List<RunStep>> steps = new HashMap<>();
        handle.createQuery("""
                        select run_id, state, recorded_at, batch_id, first_ordinal, first_number, entry_count
                        from allocation_run_step
                        where company_id = :companyId
                          and run_id in (<ids>)
                        order by run_id, step
                        """)
                .bind("companyId", companyId)
                .bindList("ids", heads.stream().map(AllocationRun::id).toList())
                .map((row, context) -> steps.computeIfAbsent(row.getString("run_id"), none -> new ArrayList<>())
                        .add(step(row)))
                .list();
        return heads.stream().map(head -> head.with(steps.get(head.id()))).toList();
    }

    private static RunStep step(ResultSet row) throws SQLException {
        return new RunStep(
                RunState.valueOf(row.getString("state")),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("batch_id"),
                row.getInt("first_ordinal"),
                row.getLong("first_number"),
                row.getInt("entry_count"));
    }

    private AllocationRun head(ResultSet row) throws SQLException {
        return new AllocationRun(
                row.getString("id"),
                row.getInt("attempt"),
                new RunRequest(
                        row.getString("cycle_code"),
                        YearMonth.parse(row.getString("period")),
                        row.getString("scenario")),
                YearMonth.parse(row.getString("version_from")),
                row.getLong("ledger_number"),
                row.getLong("reference_version"),
                row.getString("fingerprint"),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                read(row.getString("detail")),
                List.of());
    }

    private String written(RunDetail detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("the detail of a run cannot be written as JSON", bug);
        }
    }

    private RunDetail read(String detail) {
        try {
            return json.readValue(detail, RunDetail.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the stored detail of a run cannot be read", damaged);
        }
    }
}
