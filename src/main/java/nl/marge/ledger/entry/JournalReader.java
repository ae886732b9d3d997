package nl.marge.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.EntryKind;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads published entries back as they were laid down. */
@ApplicationScoped
public class JournalReader {

    private static final String ENTRY = """
            select e.batch_id, e.ordinal, e.source, e.external_id, e.content_hash, e.kind, e.scenario, e.posting_date,
              e.original_date, e.currency, e.description, e.reverses_batch_id, e.reverses_ordinal, e.reason,
              e.sent_line_count, b.first_number, b.recorded_at
            from posting_batch b
            join journal_entry e on e.batch_id = b.batch_id
            """;

    private static final String LINE = """
            account_id, dimension_set_id, provenance_id, amount, currency_amount, quantity, membership_date, line_id,
              text
            """;

    private final Database database;
    private final DimensionSets dimensionSets;
    private final Provenances provenances;

    JournalReader(Database database, DimensionSets dimensionSets, Provenances provenances) {
        this.database = database;
        this.dimensionSets = dimensionSets;
        this.provenances = provenances;
    }

    /** The entry of that id, if the company has it and it is published. */
    public Optional<ReadBack> entry(Company company, EntryId id) {
        return database.read(handle -> handle.createQuery(ENTRY + """
                        where b.batch_id = :batchId
                          and b.company_id = :companyId
                          and e.ordinal = :ordinal
                        """)
                .bind("batchId", id.batchId())
                .bind("companyId", company.id())
                .bind("ordinal", id.ordinal())
                .map((row, context) -> head(row))
                .findOne()
                .map(head -> withLines(handle, company, head)));
    }

    /** The entry of that source and externalId. */
    public Optional<ReadBack> entry(Company company, String source, String externalId) {
        EntryIdentity wanted = new EntryIdentity(source, externalId, new byte[0]);
        return database.read(handle -> handle.createQuery(ENTRY + """
                        where e.company_id = :companyId
                          and e.external_key = :key
                          and e.source = :source
                          and e.external_id = :externalId
                        """)
                .bind("companyId", company.id())
                .bind("key", wanted.externalKey())
                .bind("source", source)
                .bind("externalId", externalId)
                .map((row, context) -> head(row))
                .findOne()
                .map(head -> withLines(handle, company, head)));
    }

    /**
     * At most {@code limit} entries with posting dates in the range, numbered after {@code afterNumber}, by number;
     * with {@code leftOut} only those of which something was left out.
     */
    public List<ReadBack> entries(Company company, DateRange range, boolean leftOut, long afterNumber, int limit) {
        return database.read(handle -> handle
                .createQuery(ENTRY + """
                        where e.company_id = :companyId
                          and e.posting_date between :first and :last
                          and b.first_number + e.ordinal > :afterNumber
                          and (not :leftOut or exists (
                            select 1
                            from left_out_value v
                            where v.batch_id = e.batch_id
                              and v.entry_ordinal = e.ordinal))
                        order by b.first_number, e.ordinal
                        limit :limit
                        """)
                .bind("companyId", company.id())
                .bind("first", range.first())
                .bind("last", range.last())
                .bind("leftOut", leftOut)
                .bind("afterNumber", afterNumber)
                .bind("limit", limit)
                .map((row, context) -> head(row))
                .list()
                .stream()
                .map(head -> withLines(handle, company, head))
                .toList());
    }

    /** The entries of a part of one batch, by ordinal, as they are stored. */
    public List<WeighedEntry> part(Company company, long batchId, int firstOrdinal, int lastOrdinal) {
        return database.read(handle -> {
            Map<Integer, WeighedEntry> heads = new TreeMap<>();
            bindPart(handle.createQuery(ENTRY + """
                            where b.batch_id = :batchId
                              and e.ordinal between :first and :last
                            """), batchId, firstOrdinal, lastOrdinal)
                    .map((row, context) -> head(row))
                    .forEach(read -> heads.put(read.stored().id().ordinal(), read.entry()));
            Map<Integer, List<WeighedLine>> lines = new HashMap<>();
            KnownSets sets = dimensionSets.known(company.id());
            bindPart(handle.createQuery("select entry_ordinal, " + LINE + """
                            from ledger_line
                            where batch_id = :batchId
                              and entry_ordinal between :first and :last
                            order by entry_ordinal, line_number
                            """), batchId, firstOrdinal, lastOrdinal)
                    .map((row, context) -> {
                        int ordinal = row.getInt("entry_ordinal");
                        WeighedEntry head = heads.get(ordinal);
                        return head != null
                                && lines.computeIfAbsent(ordinal, key -> new ArrayList<>())
                                        .add(line(company, sets, head, row));
                    })
                    .list();
            if (heads.values().stream().anyMatch(head -> PackedLines.holds(head.kind()))) {
                KnownSets all = dimensionSets.refresh(company.id());
                PackedEntries.read(
                        handle,
                        List.of(batchId),
                        firstOrdinal,
                        lastOrdinal,
                        (batch, ordinal, packed) -> lines.put(ordinal, weighed(company, all, packed)));
            }
            return heads.entrySet().stream()
                    .map(head -> head.getValue().withLines(lines.getOrDefault(head.getKey(), List.of())))
                    .toList();
        });
    }

    private static Query bindPart(Query query, long batchId, int first, int last) {
        return query.bind("batchId", batchId).bind("first", first).bind("last", last);
    }

    /** The id of the entry that cancels {@code id}, if there is one. Index: journal_entry_reversal. */
    private static Optional<EntryId> reversedBy(Handle handle, EntryId id) {
        return handle.createQuery("""
                        select e.batch_id, e.ordinal
                        from journal_entry e
                        join posting_batch b on b.batch_id = e.batch_id
                        where e.reverses_batch_id = :batchId
                          and e.reverses_ordinal = :ordinal
                        """)
                .bind("batchId", id.batchId())
                .bind("ordinal", id.ordinal())
                .map((row, context) -> new EntryId(row.getLong("batch_id"), row.getInt("ordinal")))
                .findOne();
    }

    private ReadBack withLines(Handle handle, Company company, ReadBack head) {
        EntryId id = head.stored().id();
        KnownSets sets = dimensionSets.known(company.id());
        List<WeighedLine> lines = new ArrayList<>();
        handle.createQuery("select " + LINE + """
                        from ledger_line
                        where batch_id = :batchId
                          and entry_ordinal = :ordinal
                        order by line_number
                        """)
                .bind("batchId", id.batchId())
                .bind("ordinal", id.ordinal())
                .map((row, context) -> line(company, sets, head.entry(), row))
                .forEach(lines::add);
        if (PackedLines.holds(head.entry().kind())) {
            KnownSets all = dimensionSets.refresh(company.id());
            PackedEntries.read(
                    handle,
                    List.of(id.batchId()),
                    id.ordinal(),
                    id.ordinal(),
                    (batch, ordinal, packed) -> lines.addAll(weighed(company, all, packed)));
        }
        WeighedEntry entry = head.entry().withLines(lines).withLeftOut(leftOut(handle, id));
        return new ReadBack(head.stored(), head.recordedAt(), entry, reversedBy(handle, id));
    }

    private static List<Violation> leftOut(Handle handle, EntryId id) {
        return handle.createQuery("""
                        select code, pointer, message
                        from left_out_value
                        where batch_id = :batchId
                          and entry_ordinal = :ordinal
                        order by position
                        """)
                .bind("batchId", id.batchId())
                .bind("ordinal", id.ordinal())
                .map((row, context) -> Violation.at(
                        row.getString("pointer"),
                        ViolationCode.valueOf(row.getString("code")),
                        row.getString("message")))
                .list();
    }

    private static ReadBack head(ResultSet row) throws SQLException {
        EntryId id = new EntryId(row.getLong("batch_id"), row.getInt("ordinal"));
        EntryIdentity identity =
                new EntryIdentity(row.getString("source"), row.getString("external_id"), row.getBytes("content_hash"));
        long reversesBatch = row.getLong("reverses_batch_id");
        Optional<WeighedEntry.Reverses> reverses = reversesBatch == 0
                ? Optional.empty()
                : Optional.of(new WeighedEntry.Reverses(
                        new EntryId(reversesBatch, row.getInt("reverses_ordinal")),
                        Optional.ofNullable(row.getString("reason"))));
        WeighedEntry entry = new WeighedEntry(
                identity,
                EntryKind.valueOf(row.getString("kind")),
                row.getString("scenario"),
                row.getObject("posting_date", LocalDate.class),
                Optional.ofNullable(row.getObject("original_date", LocalDate.class)),
                row.getString("currency"),
                Optional.ofNullable(row.getString("description")),
                reverses,
                row.getInt("sent_line_count"),
                List.of());
        Instant recordedAt = row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        StoredEntry stored = new StoredEntry(id, row.getLong("first_number") + id.ordinal(), identity);
        return new ReadBack(stored, recordedAt, entry, Optional.empty());
    }

    private List<WeighedLine> weighed(Company company, KnownSets sets, PackedLines packed) {
        return packed.weighed(sets, id -> provenances.of(company.id(), id));
    }

    private WeighedLine line(Company company, KnownSets sets, WeighedEntry entry, ResultSet row) throws SQLException {
        int setId = row.getInt("dimension_set_id");
        KnownSets known = setId <= sets.size() ? sets : dimensionSets.refresh(company.id());
        LocalDate membershipDate = row.getObject("membership_date", LocalDate.class);
        return new WeighedLine(
                row.getInt("account_id"),
                known.set(setId),
                provenances.of(company.id(), row.getLong("provenance_id")),
                row.getBigDecimal("amount").movePointRight(company.decimals()).longValueExact(),
                units(row.getBigDecimal("currency_amount"), Money.decimalsOf(entry.currency())),
                units(row.getBigDecimal("quantity"), Quantities.DECIMALS),
                membershipDate == null ? entry.postingDate() : membershipDate,
                Optional.ofNullable(row.getString("line_id")),
                Optional.ofNullable(row.getString("text")));
    }

    private static OptionalLong units(BigDecimal number, int decimals) {
        return number == null
                ? OptionalLong.empty()
                : OptionalLong.of(number.movePointRight(decimals).longValueExact());
    }

    /** A published entry: where it is, when it was recorded, what was laid down, and what cancels it. */
    public record ReadBack(StoredEntry stored, Instant recordedAt, WeighedEntry entry, Optional<EntryId> reversedBy) {}
}
