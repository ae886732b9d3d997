package nl.marge.ledger.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.company.CompanyCounters;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.quarantine.Step.Kind;
import nl.marge.ledger.quarantine.Step.Said;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of entries set aside and of what was done with them. */
@ApplicationScoped
class QuarantineStore {

    /** Characters of an externalId that the row shows; its content has all of it. */
    private static final int SHOWN_LIMIT = 250;

    /** Rows in one look-up. */
    private static final int CHUNK = 500;

    /**
     * The published entry of the same name, if any: its sender posted what is held here otherwise. Index:
     * journal_entry_external, by the key that EntryIdentity computes in the same way.
     */
    private static final String JOIN_JOURNAL = """
            left join (
              journal_entry j
              join posting_batch b on b.batch_id = j.batch_id
            ) on j.company_id = e.company_id
              and j.external_key = cast(cast(conv(
                substr(sha2(concat(char_length(e.source), ':', e.source, e.external_id), 256), 1, 16), 16, 10)
                as unsigned) as signed)
              and j.source = e.source
              and j.external_id = e.external_id
            """;

    /** Whether anything was ever set aside. */
    boolean hasAny(Handle handle, int companyId) {
        return handle.createQuery("select 1 from quarantined_entry where company_id = :companyId limit 1")
                .bind("companyId", companyId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /**
     * Inserts those that are not there, under ids from {@code firstId} on. Of two who set the same entry aside at once
     * the second waits for the first, and its row is passed over; so is one whose id is taken.
     */
    void insert(Handle handle, int companyId, List<NewEntry> entries, long firstId) {
        long id = firstId;
        PreparedBatch insert = handle.prepareBatch("""
                insert ignore into quarantined_entry (company_id, id, source, external_id, fingerprint)
                values (?, ?, ?, ?, ?)
                """);
        for (NewEntry entry : entries) {
            String externalId = entry.externalId();
            insert.add(
                    companyId,
                    id++,
                    entry.source(),
                    externalId.substring(0, Math.min(SHOWN_LIMIT, externalId.length())),
                    entry.fingerprint());
        }
        insert.execute();
    }

    /** Where entries of these fingerprints are kept; one without a step was inserted by this very transaction. */
    Map<ByteBuffer, Found> find(Handle handle, int companyId, List<byte[]> fingerprints) {
        Map<ByteBuffer, Found> found = new HashMap<>();
        for (int first = 0; first < fingerprints.size(); first += CHUNK) {
            handle.createQuery("""
                            select e.id, e.fingerprint, s.kind, s.posted_batch_id, s.posted_ordinal,
                              j.batch_id, j.ordinal
                            from quarantined_entry e
                            """ + JOIN_JOURNAL + """
                            left join quarantine_step s on s.company_id = e.company_id
                              and s.entry_id = e.id
                              and s.step = (
                                select max(l.step)
                                from quarantine_step l
                                where l.company_id = e.company_id
                                  and l.entry_id = e.id)
                            where e.company_id = :companyId
                              and e.fingerprint in (<fingerprints>)
                            order by e.id
                            """)
                    .bind("companyId", companyId)
                    .bindList("fingerprints", fingerprints.subList(first, Math.min(first + CHUNK, fingerprints.size())))
                    .map((row, context) -> found.put(ByteBuffer.wrap(row.getBytes("fingerprint")), found(row)))
                    .list();
        }
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        Optional<Kind> last = Optional.ofNullable(row.getString("kind")).map(Kind::valueOf);
        QuarantineState state = last.orElse(Kind.HELD).state();
        Optional<EntryId> other = entryId(row, "batch_id", "ordinal");
        boolean superseded = state == QuarantineState.HELD && other.isPresent();
        Kept kept = superseded
                ? new Kept(row.getLong("id"), QuarantineState.SUPERSEDED, other)
                : new Kept(row.getLong("id"), state, posted(row));
        return new Found(kept, last.isEmpty(), other.isPresent());
    }

    /** At most {@code limit} entries in {@code state} after the id {@code after}, of one source or all, by id. */
    List<HeldEntry> list(Handle handle, int companyId, Wanted wanted) {
        Map<Long, Row> rows = new HashMap<>();
        Set<Long> ids = new TreeSet<>();
        handle.createQuery("""
                        select e.id, e.source, e.external_id, j.batch_id, j.ordinal, b.recorded_at
                        from quarantined_entry e
                        """ + JOIN_JOURNAL + """
                        join quarantine_step s on s.company_id = e.company_id and s.entry_id = e.id
                        where e.company_id = :companyId
                          and e.id > :after
                          and (:source = '' or e.source = :source)
                          and s.kind in (<kinds>)
                          and (:isSettled or (j.batch_id is not null) = :superseded)
                          and s.step = (
                            select max(l.step)
                            from quarantine_step l
                            where l.company_id = e.company_id
                              and l.entry_id = e.id)
                        order by e.id
                        limit :limit
                        """)
                .bind("companyId", companyId)
                .bind("after", wanted.after())
                .bind("source", wanted.source().orElse(""))
                .bindList("kinds", wanted.kinds())
                .bind("isSettled", wanted.isSettledHere())
                .bind("superseded", wanted.state() == QuarantineState.SUPERSEDED)
                .bind("limit", wanted.limit())
                .map((row, context) -> row(row))
                .forEach(row -> {
                    ids.add(row.id());
                    rows.put(row.id(), row);
                });
        Map<Long, List<Step>> steps = steps(handle, companyId, ids);
        return ids.stream().map(id -> entry(rows.get(id), steps.get(id))).toList();
    }

    /** One entry. */
    Optional<HeldEntry> entry(Handle handle, int companyId, long id) {
        return handle.createQuery("""
                        select e.id, e.source, e.external_id, j.batch_id, j.ordinal, b.recorded_at
                        from quarantined_entry e
                        """ + JOIN_JOURNAL + """
                        where e.company_id = :companyId
                          and e.id = :id
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne()
                .map(row -> entry(row, steps(handle, companyId, Set.of(id)).get(id)));
    }

    private static Map<Long, List<Step>> steps(Handle handle, int companyId, Set<Long> ids) {
        Map<Long, List<Step>> steps = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            select entry_id, step, kind, recorded_at, recorded_by, reason, content, violations,
                              posted_batch_id, posted_ordinal
                            from quarantine_step
                            where company_id = :companyId
                              and entry_id in (<ids>)
                            order by entry_id, step
                            """)
                    .bind("companyId", companyId)
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(row.getLong("entry_id"), step(row)))
                    .forEach(row -> steps.computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                            .add(row.getValue()));
        }
        return steps;
    }

    /** Appends a step; false when somebody else did another one meanwhile. */
    boolean append(Handle handle, int companyId, long entryId, Step step) {
        return handle.createUpdate("""
                                insert ignore into quarantine_step (
                                  company_id, entry_id, step, kind, recorded_at, recorded_by, reason, content,
                                  violations, posted_batch_id, posted_ordinal)
                                values (
                                  :companyId, :entryId, :step, :kind, :recordedAt, :by, :reason, :content,
                                  :violations, :batchId, :ordinal)
                                """)
                        .bind("companyId", companyId)
                        .bind("entryId", entryId)
                        .bind("step", step.number())
                        .bind("kind", step.kind().name())
                        .bind("recordedAt", CompanyCounters.utc(step.recordedAt()))
                        .bind("by", step.by())
                        .bind("reason", step.reason())
                        .bind("content", step.said().map(said -> EntryText.of(said.command())))
                        .bind("violations", step.said().map(said -> EntryText.of(said.violations())))
                        .bind("batchId", step.posted().map(EntryId::batchId))
                        .bind("ordinal", step.posted().map(EntryId::ordinal))
                        .execute()
                > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<EntryId> other = entryId(row, "batch_id", "ordinal");
        Optional<Instant> otherAt = other.isPresent() ? Optional.of(recordedAt(row)) : Optional.empty();
        return new Row(row.getLong("id"), row.getString("source"), row.getString("external_id"), other, otherAt);
    }

    private static Step step(ResultSet row) throws SQLException {
        Optional<String> violations = Optional.ofNullable(row.getString("violations"));
        return new Step(
                row.getInt("step"),
                Kind.valueOf(row.getString("kind")),
                recordedAt(row),
                Optional.ofNullable(row.getString("recorded_by")),
                Optional.ofNullable(row.getString("reason")),
                posted(row),
                Optional.ofNullable(row.getString("content"))
                        .map(content ->
                                new Said(EntryText.read(content), EntryText.readViolations(violations.orElseThrow()))));
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Optional<EntryId> posted(ResultSet row) throws SQLException {
        return entryId(row, "posted_batch_id", "posted_ordinal");
    }

    private static Optional<EntryId> entryId(ResultSet row, String batchColumn, String ordinalColumn)
            throws SQLException {
        long batchId = row.getLong(batchColumn);
        return batchId == 0 ? Optional.empty() : Optional.of(new EntryId(batchId, row.getInt(ordinalColumn)));
    }

    /** What is held no more because of the journal has that as its last step. */
    private static HeldEntry entry(Row row, List<Step> stored) {
        List<Step> steps = new ArrayList<>(stored);
        if (row.other().isPresent() && stored.get(stored.size() - 1).kind().state() == QuarantineState.HELD) {
            steps.add(Step.of(steps.size() + 1, Kind.SUPERSEDED, row.otherAt().orElseThrow(), Optional.empty())
                    .posting(row.other().get()));
        }
        Step last = steps.get(steps.size() - 1);
        return new HeldEntry(
                new Kept(row.id(), last.kind().state(), last.posted()), row.source(), row.externalId(), steps);
    }

    /** An entry to insert. */
    record NewEntry(String source, String externalId, byte[] fingerprint) {}

    /** Where an entry is kept, whether it has only just come, and whether an entry of its name is in the books. */
    record Found(Kept kept, boolean isNew, boolean isNameTaken) {

        /** Whether its sender needs no more than to be told what became of it. */
        boolean isSettled() {
            return kept.state() == QuarantineState.RELEASED
                    || kept.state() == QuarantineState.DISCARDED && !isNameTaken;
        }
    }

    /** Which entries a list shows. */
    record Wanted(QuarantineState state, Optional<String> source, long after, int limit) {

        /** The last stored step of such entries. */
        List<Kind> kinds() {
            QuarantineState stored = isSettledHere() ? state : QuarantineState.HELD;
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.state() == stored)
                    .toList();
        }

        /** Whether the state is one that the steps alone tell. */
        boolean isSettledHere() {
            return state == QuarantineState.RELEASED || state == QuarantineState.DISCARDED;
        }
    }

    private record Row(long id, String source, String externalId, Optional<EntryId> other, Optional<Instant> otherAt) {}
}
