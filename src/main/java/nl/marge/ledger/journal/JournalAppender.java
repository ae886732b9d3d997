package nl.marge.ledger.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Money;
import nl.marge.kernel.Place;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.entry.PackedLines;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.platform.DatabaseFailure;

/**
 * Inserts headers and lines in bulk; the hot path of the service, so plain JDBC with the driver's bulk protocol (one
 * round trip for thousands of rows) instead of named parameters.
 */
final class JournalAppender {

    private static final String INSERT_ENTRY = """
            insert into journal_entry (
              batch_id, ordinal, company_id, source, external_id, external_key, content_hash, kind, scenario,
              posting_date, original_date, currency, description, reverses_batch_id, reverses_ordinal, reason,
              line_count, lines_through, sent_line_count, debit, credit)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_LINE = """
            insert into ledger_line (
              batch_id, entry_ordinal, line_number, account_id, dimension_set_id, provenance_id, amount,
              currency_amount, quantity, membership_date, line_id, text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_PACKED = """
            insert into packed_lines (batch_id, entry_ordinal, content)
            values (?, ?, ?)
            """;

    private static final String INSERT_LEFT_OUT = """
            insert into left_out_value (batch_id, entry_ordinal, position, code, pointer, message)
            values (?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final Company company;
    private final KnownSets sets;
    private final long batchId;

    JournalAppender(Connection connection, Company company, KnownSets sets, long batchId) {
        this.connection = connection;
        this.company = company;
        this.sets = sets;
        this.batchId = batchId;
    }

    /**
     * Inserts {@code entries} as ordinals from {@code firstOrdinal} on; {@code linesBefore} counts the lines of the
     * batch before them. Answers how many lines there are.
     */
    int append(List<WeighedEntry> entries, int firstOrdinal, long linesBefore) {
        try {
            insertEntries(entries, firstOrdinal, linesBefore);
            if (entries.stream().anyMatch(entry -> !entry.leftOut().isEmpty())) {
                insertLeftOut(entries, firstOrdinal);
            }
            insertLines(entries, firstOrdinal);
            if (entries.stream().anyMatch(entry -> PackedLines.holds(entry.kind()))) {
                insertPacked(entries, firstOrdinal);
            }
            return entries.stream().mapToInt(entry -> entry.lines().size()).sum();
        } catch (SQLException failure) {
            throw new DatabaseFailure("appending " + entries.size() + " entries", failure);
        }
    }

    private void insertEntries(List<WeighedEntry> entries, int firstOrdinal, long linesBefore) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRY)) {
            long linesThrough = linesBefore;
            int ordinal = firstOrdinal;
            for (WeighedEntry entry : entries) {
                linesThrough += entry.lines().size();
                bindEntry(insert, entry, ordinal++, linesThrough);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void bindEntry(PreparedStatement insert, WeighedEntry entry, int ordinal, long linesThrough)
            throws SQLException {
        Optional<EntryId> original = entry.reverses().map(WeighedEntry.Reverses::entry);
        insert.setLong(1, batchId);
        insert.setInt(2, ordinal);
        insert.setInt(3, company.id());
        insert.setString(4, entry.identity().source());
        insert.setString(5, entry.identity().externalId());
        insert.setLong(6, entry.identity().externalKey());
        insert.setBytes(7, entry.identity().contentHash());
        insert.setString(8, entry.kind().name());
        insert.setString(9, entry.scenario());
        insert.setObject(10, entry.postingDate());
        bindDate(insert, 11, entry.originalDate());
        insert.setString(12, entry.currency());
        bindText(insert, 13, entry.description());
        if (original.isPresent()) {
            insert.setLong(14, original.get().batchId());
            insert.setInt(15, original.get().ordinal());
        } else {
            insert.setNull(14, Types.BIGINT);
            insert.setNull(15, Types.INTEGER);
        }
        bindText(insert, 16, entry.reverses().flatMap(WeighedEntry.Reverses::reason));
        insert.setInt(17, entry.lines().size());
        insert.setLong(18, linesThrough);
        insert.setInt(19, entry.linesSent());
        BigInteger[] totals = entry.debitAndCredit();
        insert.setBigDecimal(20, new BigDecimal(totals[0], company.decimals()));
        insert.setBigDecimal(21, new BigDecimal(totals[1], company.decimals()));
    }

    private void insertLines(List<WeighedEntry> entries, int firstOrdinal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
            int ordinal = firstOrdinal;
            for (WeighedEntry entry : entries) {
                int number = 0;
                for (WeighedLine line : PackedLines.holds(entry.kind()) ? List.<WeighedLine>of() : entry.lines()) {
                    insert.setLong(1, batchId);
                    insert.setInt(2, ordinal);
                    insert.setInt(3, ++number);
                    bindLine(insert, line, entry);
                    insert.addBatch();
                }
                ordinal++;
            }
            insert.executeBatch();
        }
    }

    private void insertPacked(List<WeighedEntry> entries, int firstOrdinal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_PACKED)) {
            int ordinal = firstOrdinal;
            for (WeighedEntry entry : entries) {
                if (PackedLines.holds(entry.kind())) {
                    insert.setLong(1, batchId);
                    insert.setInt(2, ordinal);
                    insert.setBytes(3, PackedLines.pack(entry, sets));
                    insert.addBatch();
                }
                ordinal++;
            }
            insert.executeBatch();
        }
    }

    private void bindLine(PreparedStatement insert, WeighedLine line, WeighedEntry entry) throws SQLException {
        insert.setInt(4, line.accountId());
        insert.setInt(5, sets.idOf(line.dimensions()));
        insert.setLong(6, line.provenance().isExplicit() ? 0 : line.provenance().id());
        insert.setBigDecimal(7, Money.decimal(line.amount(), company.decimals()));
        bindNumber(insert, 8, line.currencyAmount(), Money.decimalsOf(entry.currency()));
        bindNumber(insert, 9, line.quantity(), Quantities.DECIMALS);
        bindDate(insert, 10, Optional.of(line.membershipDate()).filter(date -> !date.equals(entry.postingDate())));
        bindText(insert, 11, line.lineId());
        bindText(insert, 12, line.text());
    }

    private void insertLeftOut(List<WeighedEntry> entries, int firstOrdinal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LEFT_OUT)) {
            int ordinal = firstOrdinal;
            for (WeighedEntry entry : entries) {
                int kept = Math.min(entry.leftOut().size(), Violations.LISTED_LIMIT);
                for (int i = 0; i < kept; i++) {
                    Violation leftOut = entry.leftOut().get(i);
                    insert.setLong(1, batchId);
                    insert.setInt(2, ordinal);
                    insert.setInt(3, i + 1);
                    insert.setString(4, leftOut.code().name());
                    insert.setString(5, leftOut.place() instanceof Place.Pointer place ? place.pointer() : "");
                    insert.setString(6, leftOut.message());
                    insert.addBatch();
                }
                ordinal++;
            }
            insert.executeBatch();
        }
    }

    private static void bindNumber(PreparedStatement insert, int index, OptionalLong number, int decimals)
            throws SQLException {
        if (number.isPresent()) {
            insert.setBigDecimal(index, Money.decimal(number.getAsLong(), decimals));
        } else {
            insert.setNull(index, Types.DECIMAL);
        }
    }

    private static void bindDate(PreparedStatement insert, int index, Optional<LocalDate> date) throws SQLException {
        if (date.isPresent()) {
            insert.setObject(index, date.get());
        } else {
            insert.setNull(index, Types.DATE);
        }
    }

    private static void bindText(PreparedStatement insert, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            insert.setString(index, text.get());
        } else {
            insert.setNull(index, Types.VARCHAR);
        }
    }
}
