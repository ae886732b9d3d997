package nl.marge.ledger.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.company.CompanyCounters;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.quarantine.Step.Kind;
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
                            select e.id, e.fingerprint, s.kind, s.posted_batch_id, s.posted_ordinal
                            from quarantined_entry e
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
        return new Found(new Kept(row.getLong("id"), last.orElse(Kind.HELD).state(), posted(row)), last.isEmpty());
    }

    /** At most {@code limit} entries in {@code state} after the id {@code after}, of one source or all, by id. */
    List<HeldEntry> list(Handle handle, int companyId, Wanted wanted) {
        Map<Long, Row> rows = new HashMap<>();
        Set<Long> ids = new TreeSet<>();
        handle.createQuery("""
                        select e.id, e.source, e.external_id
                        from quarantined_entry e
                        join quarantine_step s on s.company_id = e.company_id and s.entry_id = e.id
                        where e.company_id = :companyId
                          and e.id > :after
                          and (:source = '' or e.source = :source)
                          and s.kind in (<kinds>)
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
                .bind("limit", wanted.limit())
                .map((row, context) -> row(row))
                .forEach(row -> {
                    ids.add(row.id());
                    rows.put(row.id(), row);
                });
        Map<Long, List<StepRow>> steps = steps(handle, companyId, ids);
        return ids.stream().map(id -> entry(rows.get(id), steps.get(id))).toList();
    }

    /** One entry. */
    Optional<HeldEntry> entry(Handle handle, int companyId, long id) {
        return handle.createQuery("""
                        select id, source, external_id
                        from quarantined_entry
                        where company_id = :companyId
                          and id = :id
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne()
                .map(row -> entry(row, steps(handle, companyId, Set.of(id)).get(id)));
    }

    private static Map<Long, List<StepRow>> steps(Handle handle, int companyId, Set<Long> ids) {
        Map<Long, List<StepRow>> steps = new HashMap<>();
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
                    .map((row, context) -> step(row))
                    .forEach(row -> steps.computeIfAbsent(row.entryId(), id -> new ArrayList<>())
                            .add(row));
        }
        return steps;
    }

    /** Appends a step; false when somebody else did another one meanwhile. */
    boolean append(Handle handle, int companyId, long entryId, StepRow row) {
        Step step = row.step();
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
                        .bind("content", row.content())
                        .bind("violations", row.violations())
                        .bind("batchId", step.posted().map(EntryId::batchId))
                        .bind("ordinal", step.posted().map(EntryId::ordinal))
                        .execute()
                > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), row.getString("source"), row.getString("external_id"));
    }

    private static StepRow step(ResultSet row) throws SQLException {
        Step step = new Step(
                row.getInt("step"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getString("recorded_by")),
                Optional.ofNullable(row.getString("reason")),
                posted(row));
        return new StepRow(
                row.getLong("entry_id"),
                step,
                Optional.ofNullable(row.getString("content")),
                Optional.ofNullable(row.getString("violations")));
    }

    private static Optional<EntryId> posted(ResultSet row) throws SQLException {
        long batchId = row.getLong("posted_batch_id");
        return batchId == 0 ? Optional.empty() : Optional.of(new EntryId(batchId, row.getInt("posted_ordinal")));
    }

    /** The entry says what its last content says. */
    private static HeldEntry entry(Row row, List<StepRow> steps) {
        StepRow saying = steps.stream()
                .filter(step -> step.content().isPresent())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Step last = steps.get(steps.size() - 1).step();
        return new HeldEntry(
                new Kept(row.id(), last.kind().state(), last.posted()),
                row.source(),
                row.externalId(),
                EntryText.read(saying.content().orElseThrow()),
                EntryText.readViolations(saying.violations().orElseThrow()),
                steps.stream().map(StepRow::step).toList());
    }

    /** An entry to insert. */
    record NewEntry(String source, String externalId, byte[] fingerprint) {}

    /** Where an entry is kept, and whether it has only just come. */
    record Found(Kept kept, boolean isNew) {}

    /** Which entries a list shows. */
    record Wanted(List<Kind> kinds, Optional<String> source, long after, int limit) {}

    /** A step as stored, with what the entry says since and what was wrong with that. */
    record StepRow(long entryId, Step step, Optional<String> content, Optional<String> violations) {}

    private record Row(long id, String source, String externalId) {}
}
