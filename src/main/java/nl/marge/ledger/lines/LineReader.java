package nl.marge.ledger.lines;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import nl.marge.company.Company;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.PackedEntries;
import nl.marge.ledger.entry.PackedLines;
import nl.marge.ledger.entry.Provenances;
import nl.marge.ledger.tail.PublishedBatch;
import nl.marge.platform.Database;

/** The SQL of {@link LedgerLines}: by primary key, so nothing is sorted in the database. */
@ApplicationScoped
class LineReader {

    private final Database database;
    private final Provenances provenances;

    LineReader(Database database, Provenances provenances) {
        this.database = database;
        this.provenances = provenances;
    }

    /** The headers in these batches that match, in no order; they are whole, or one part of one batch. */
    List<EntryHeader> headers(LinesQuery query, List<PublishedBatch> group) {
        Map<Long, PublishedBatch> byId = new HashMap<>();
        group.forEach(batch -> byId.put(batch.batchId(), batch));
        boolean single = group.size() == 1;
        Optional<String> scenario = query.selection().map(LineSelection::scenario);
        List<EntryHeader> headers = database.read(handle -> handle.createQuery("""
                        select batch_id, ordinal, source, external_id, kind, scenario, posting_date, currency,
                          line_count
                        from journal_entry
                        where batch_id in (<batches>)
                          and ordinal between :first and :last
                          and posting_date between :firstDate and :lastDate
                          and scenario = coalesce(:scenario, scenario)
                        """)
                .bindList("batches", List.copyOf(byId.keySet()))
                .bind("first", single ? group.get(0).firstOrdinal() : 0)
                .bind("last", single ? group.get(0).lastOrdinal() : Integer.MAX_VALUE)
                .bind("firstDate", query.first())
                .bind("lastDate", query.last())
                .bind("scenario", scenario.orElse(null))
                .map((row, context) -> header(byId.get(row.getLong("batch_id")), row))
                .list());
        return new ArrayList<>(headers.stream()
                .filter(header -> query.selection()
                        .filter(asked -> !asked.kinds().contains(header.kind()))
                        .isEmpty())
                .toList());
    }

    /** The lines of these entries, in the order of the entries and then of the lines, on the accounts asked for. */
    List<PublishedLine> lines(Company company, LinesQuery query, List<EntryHeader> run) {
        Map<List<Object>, List<PublishedLine>> byEntry = new HashMap<>();
        Map<List<Object>, EntryHeader> headers = new HashMap<>();
        run.forEach(header -> headers.put(List.of(header.batchId(), header.ordinal()), header));
        IntSummaryStatistics ordinals =
                run.stream().mapToInt(EntryHeader::ordinal).summaryStatistics();
        Set<Integer> accounts = query.accounts().orElse(Set.of(0));
        database.read(handle -> handle.createQuery("""
                        select
                          l.batch_id, l.entry_ordinal, l.line_number, l.account_id, l.dimension_set_id,
                          l.provenance_id, l.amount, l.currency_amount, l.quantity, l.membership_date, l.line_id, l.text
                        from journal_entry e
                        straight_join ledger_line l on l.batch_id = e.batch_id and l.entry_ordinal = e.ordinal
                        where e.batch_id in (<batches>)
                          and e.ordinal between :first and :last
                          and e.posting_date between :firstDate and :lastDate
                          and (:allAccounts or l.account_id in (<accounts>))
                        """)
                .bindList(
                        "batches",
                        run.stream().map(EntryHeader::batchId).distinct().toList())
                .bind("first", ordinals.getMin())
                .bind("last", ordinals.getMax())
                .bind("firstDate", query.first())
                .bind("lastDate", query.last())
                .bind("allAccounts", query.accounts().isEmpty())
                .bindList("accounts", List.copyOf(accounts))
                .scanResultSet((rows, context) -> readLines(rows.get(), company, headers, byEntry)));
        if (run.stream().anyMatch(header -> PackedLines.holds(header.kind()))) {
            readPacked(company, query, headers, byEntry);
        }
        List<PublishedLine> lines = new ArrayList<>();
        for (EntryHeader header : run) {
            List<PublishedLine> of = byEntry.getOrDefault(List.of(header.batchId(), header.ordinal()), List.of());
            of.stream()
                    .sorted(java.util.Comparator.comparing(PublishedLine::lineNumber))
                    .forEach(lines::add);
        }
        return lines;
    }

    private void readPacked(
            Company company,
            LinesQuery query,
            Map<List<Object>, EntryHeader> headers,
            Map<List<Object>, List<PublishedLine>> byEntry) {
        IntSummaryStatistics ordinals =
                headers.values().stream().mapToInt(EntryHeader::ordinal).summaryStatistics();
        List<Long> batches =
                headers.values().stream().map(EntryHeader::batchId).distinct().toList();
        database.read(handle -> {
            PackedEntries.read(handle, batches, ordinals.getMin(), ordinals.getMax(), (batchId, ordinal, packed) -> {
                List<Object> key = List.of(batchId, ordinal);
                if (headers.containsKey(key)) {
                    byEntry.computeIfAbsent(key, none -> new ArrayList<>())
                            .addAll(lines(packed, company, query, headers.get(key)));
                }
            });
            return true;
        });
    }

    private List<PublishedLine> lines(PackedLines packed, Company company, LinesQuery query, EntryHeader header) {
        List<PublishedLine> lines = new ArrayList<>();
        for (int i = 0; i < packed.count(); i++) {
            if (query.accounts().isEmpty() || query.accounts().get().contains(packed.accountId(i))) {
                lines.add(new PublishedLine(
                        header,
                        i + 1,
                        packed.accountId(i),
                        packed.setId(i),
                        provenances.of(company.id(), packed.provenanceId(i)),
                        packed.amount(i),
                        packed.amount(i),
                        OptionalLong.empty(),
                        LocalDate.ofEpochDay(packed.membershipDay(i)),
                        packed.lineId(i),
                        Optional.empty()));
            }
        }
        return lines;
    }

    private boolean readLines(
            ResultSet rows,
            Company company,
            Map<List<Object>, EntryHeader> headers,
            Map<List<Object>, List<PublishedLine>> byEntry)
            throws SQLException {
        while (rows.next()) {
            List<Object> key = List.of(rows.getLong("batch_id"), rows.getInt("entry_ordinal"));
            EntryHeader header = headers.get(key);
            if (header != null) {
                byEntry.computeIfAbsent(key, none -> new ArrayList<>()).add(line(rows, company, header));
            }
        }
        return true;
    }

    private static EntryHeader header(PublishedBatch batch, ResultSet row) throws SQLException {
        int ordinal = row.getInt("ordinal");
        Instant recordedAt = batch.recordedAt();
        return new EntryHeader(
                batch.numberOf(ordinal),
                batch.batchId(),
                ordinal,
                row.getString("source"),
                row.getString("external_id"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("scenario"),
                row.getObject("posting_date", LocalDate.class),
                row.getString("currency"),
                recordedAt,
                row.getInt("line_count"));
    }

    private PublishedLine line(ResultSet row, Company company, EntryHeader header) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        LocalDate membershipDate = row.getObject("membership_date", LocalDate.class);
        long amount = units(row.getBigDecimal("amount"), company.decimals());
        BigDecimal currencyAmount = row.getBigDecimal("currency_amount");
        return new PublishedLine(
                header,
                row.getInt("line_number"),
                row.getInt("account_id"),
                row.getInt("dimension_set_id"),
                provenances.of(company.id(), row.getLong("provenance_id")),
                amount,
                currencyAmount == null ? amount : units(currencyAmount, Money.decimalsOf(header.currency())),
                quantity == null ? OptionalLong.empty() : OptionalLong.of(units(quantity, Quantities.DECIMALS)),
                membershipDate == null ? header.postingDate() : membershipDate,
                Optional.ofNullable(row.getString("line_id")),
                Optional.ofNullable(row.getString("text")));
    }

    private static long units(BigDecimal number, int decimals) {
        return number.movePointRight(decimals).longValueExact();
    }
}
