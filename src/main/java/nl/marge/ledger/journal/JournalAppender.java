package nl.marge.ledger.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.entry.EntryId;
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
              posting_date, currency, description, reverses_batch_id, reverses_ordinal, reason, line_count,
              lines_through)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_LINE = """
            insert into ledger_line (
              batch_id, entry_ordinal, line_number, account_id, dimension_set_id, amount, quantity, membership_date,
              line_id, text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            return insertLines(entries, firstOrdinal);
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
        insert.setString(11, company.currency());
        bindText(insert, 12, entry.description());
        if (original.isPresent()) {
            insert.setLong(13, original.get().batchId());
            insert.setInt(14, original.get().ordinal());
        } else {
            insert.setNull(13, Types.BIGINT);
            insert.setNull(14, Types.INTEGER);
        }
        bindText(insert, 15, entry.reverses().flatMap(WeighedEntry.Reverses::reason));
        insert.setInt(16, entry.lines().size());
        insert.setLong(17, linesThrough);
    }

    private int insertLines(List<WeighedEntry> entries, int firstOrdinal) throws SQLException {
        int lines = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
            int ordinal = firstOrdinal;
            for (WeighedEntry entry : entries) {
                int number = 0;
                for (WeighedLine line : entry.lines()) {
                    insert.setLong(1, batchId);
                    insert.setInt(2, ordinal);
                    insert.setInt(3, ++number);
                    bindLine(insert, line, entry.postingDate());
                    insert.addBatch();
                }
                lines += number;
                ordinal++;
            }
            insert.executeBatch();
        }
        return lines;
    }

    private void bindLine(PreparedStatement insert, WeighedLine line, LocalDate postingDate) throws SQLException {
        insert.setInt(4, line.accountId());
        insert.setInt(5, sets.idOf(line.dimensions()));
        insert.setBigDecimal(6, Money.decimal(line.amount(), company.decimals()));
        if (line.quantity().isPresent()) {
            insert.setBigDecimal(7, Money.decimal(line.quantity().getAsLong(), Quantities.DECIMALS));
        } else {
            insert.setNull(7, Types.DECIMAL);
        }
        if (line.membershipDate().equals(postingDate)) {
            insert.setNull(8, Types.DATE);
        } else {
            insert.setObject(8, line.membershipDate());
        }
        bindText(insert, 9, line.lineId());
        bindText(insert, 10, line.text());
    }

    private static void bindText(PreparedStatement insert, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            insert.setString(index, text.get());
        } else {
            insert.setNull(index, Types.VARCHAR);
        }
    }
}
