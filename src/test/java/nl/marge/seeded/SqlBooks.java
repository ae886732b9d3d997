package nl.marge.seeded;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.company.Company;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.ledger.Account;
import nl.marge.platform.Database;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Lays seeded books down in the database by plain SQL, past all doors: reference data at version 1, entries in batches
 * of odd sizes whose ids have no order. For tests of what reads the ledger.
 */
@ApplicationScoped
public class SqlBooks {

    private static final LocalDateTime RECORDED_AT = LocalDateTime.of(2026, 11, 1, 12, 0);

    private final Database database;

    SqlBooks(Database database) {
        this.database = database;
    }

    /** Makes the company with its reference data, without entries. */
    public void open(SeededBooks books) {
        database.inTransaction(handle -> {
            insertCompany(handle, books.company());
            insertAccounts(handle, books);
            insertDimensions(handle, books);
            insertMemberships(handle, books);
            insertSets(handle, books);
            insertChanges(handle, books);
            return true;
        });
    }

    /** Publishes the entries with numbers {@code first} to {@code last} in batches of random sizes up to a limit. */
    public void publish(SeededBooks books, int first, int last, int sizeLimit) {
        Random random = books.random();
        for (int number = first; number <= last; ) {
            int end = Math.min(last, number + random.nextInt(sizeLimit));
            publishBatch(books, number, end, random.nextLong(1, Long.MAX_VALUE));
            number = end + 1;
        }
    }

    /** Writes the lines of a batch without publishing it, as a crash leaves them. */
    public void leaveUnpublished(SeededBooks books, int first, int last) {
        long batchId = books.random().nextLong(1, Long.MAX_VALUE);
        database.inTransaction(handle -> insertEntries(handle, books, first, last, batchId));
    }

    private void publishBatch(SeededBooks books, int first, int last, long batchId) {
        long through = books.entries().subList(0, last).stream()
                .mapToLong(entry -> entry.lines().size())
                .sum();
        database.inTransaction(handle -> {
            insertEntries(handle, books, first, last, batchId);
            handle.execute(
                    """
                    insert into posting_batch
                      (batch_id, company_id, first_number, entry_count, lines_through, recorded_at)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    batchId,
                    books.company().id(),
                    first,
                    last - first + 1,
                    through,
                    RECORDED_AT.plusSeconds(first));
            return handle.execute(
                    "update company_counter set last_number = ?, lines_through = ? where company_id = ?",
                    last,
                    through,
                    books.company().id());
        });
    }

    private static void insertCompany(Handle handle, Company company) {
        handle.execute(
                """
                insert into company (id, code, name, currency, fiscal_year_start_month, time_zone, version)
                values (?, ?, ?, ?, ?, ?, 1)
                """,
                company.id(),
                company.code(),
                company.name(),
                company.currency(),
                company.calendar().startMonth(),
                company.timeZone().getId());
        handle.execute("""
                insert into company_counter
                  (company_id, last_number, lines_through, reference_version, recorded_at, last_account_id,
                   last_dimension_id, last_value_id)
                values (?, 0, 0, 1, ?, 10000, 1000, 1000000)
                """, company.id(), RECORDED_AT);
    }

    private static void insertAccounts(Handle handle, SeededBooks books) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into account (company_id, id, code, name, type, statement_line, blocked, purpose, version)
                values (?, ?, ?, ?, ?, ?, false, null, 1)
                """);
        for (Account account : books.accounts()) {
            batch.add(
                    books.company().id(),
                    account.id(),
                    account.code(),
                    account.name(),
                    account.type().name(),
                    account.statementLine().orElse(null));
        }
        batch.execute();
    }

    private static void insertDimensions(Handle handle, SeededBooks books) {
        for (Dimension dimension : books.dimensions().dimensions()) {
            handle.execute(
                    "insert into dimension (company_id, id, code, name, blocked, version) values (?, ?, ?, ?, false, 1)",
                    books.company().id(),
                    dimension.id(),
                    dimension.code(),
                    dimension.name());
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into dimension_value
                  (company_id, id, dimension_id, code, name, parent_id, blocked, attributes, version)
                values (?, ?, ?, ?, ?, nullif(?, 0), false, '{}', 1)
                """);
        for (DimensionValue value : books.dimensions().values()) {
            batch.add(
                    books.company().id(),
                    value.id(),
                    value.dimensionId(),
                    value.code(),
                    value.name(),
                    value.parentId());
        }
        batch.execute();
    }

    private static void insertMemberships(Handle handle, SeededBooks books) {
        for (SeededDimensions.Membership row : books.dimensions().memberships()) {
            LocalDate from =
                    row.from() == Integer.MIN_VALUE ? LocalDate.of(1899, 12, 31) : LocalDate.ofEpochDay(row.from());
            handle.execute("""
                    insert into membership
                      (company_id, value_id, target_dimension_id, from_date, version, source_dimension_id,
                       member_of_id, removed)
                    values (?, ?, ?, ?, 1, ?, nullif(?, 0), false)
                    """, books.company().id(), row.value(), row.target(), from, row.source(), row.memberOf());
        }
    }

    private static void insertSets(Handle handle, SeededBooks books) {
        List<DimensionSet> sets = books.dimensions().sets();
        for (int id = 1; id <= sets.size(); id++) {
            handle.execute(
                    "insert into dimension_set (company_id, id, hash, content) values (?, ?, unhex(sha2(?, 256)), ?)",
                    books.company().id(),
                    id,
                    sets.get(id - 1).content(),
                    sets.get(id - 1).content());
        }
        handle.execute(
                "insert into dimension_set_counter (company_id, last_id) values (?, ?)",
                books.company().id(),
                sets.size());
    }

    private static void insertChanges(Handle handle, SeededBooks books) {
        Set<String> parts = new TreeSet<>(Set.of("COMPANY", "ACCOUNTS", "STATEMENT", "DIMENSIONS"));
        books.dimensions().dimensions().forEach(dimension -> {
            parts.add("VALUES:" + dimension.id());
            parts.add("MEMBERSHIPS:" + dimension.id());
        });
        for (String part : parts) {
            handle.execute(
                    "insert into reference_change (company_id, version, part, recorded_at) values (?, 1, ?, ?)",
                    books.company().id(),
                    part,
                    RECORDED_AT);
        }
    }

    private static boolean insertEntries(Handle handle, SeededBooks books, int first, int last, long batchId) {
        PreparedBatch headers = handle.prepareBatch("""
                insert into journal_entry
                  (batch_id, ordinal, company_id, source, external_id, external_key, content_hash, kind, scenario,
                   posting_date, currency, description, line_count, lines_through)
                values (?, ?, ?, 'SEED', ?, ?, unhex(sha2(?, 256)), ?, ?, ?, ?, ?, ?, ?)
                """);
        PreparedBatch lines = handle.prepareBatch("""
                insert into ledger_line
                  (batch_id, entry_ordinal, line_number, account_id, dimension_set_id, amount, quantity,
                   membership_date, line_id, text)
                values (?, ?, ?, ?, ?, ?, ?, ?, null, ?)
                """);
        long through = 0;
        for (int number = first; number <= last; number++) {
            Entry entry = books.entries().get(number - 1);
            through += entry.lines().size();
            String externalId = "E-" + number;
            headers.add(
                    batchId,
                    number - first,
                    books.company().id(),
                    externalId,
                    (long) number,
                    externalId,
                    entry.kind().name(),
                    entry.scenario(),
                    entry.date(),
                    books.company().currency(),
                    number % 3 == 0 ? null : "Entry, \"" + number + "\"",
                    entry.lines().size(),
                    through);
            addLines(lines, books, entry, batchId, number - first);
        }
        headers.execute();
        lines.execute();
        return true;
    }

    private static void addLines(PreparedBatch batch, SeededBooks books, Entry entry, long batchId, int ordinal) {
        List<Object[]> rows = new ArrayList<>();
        for (Line line : entry.lines()) {
            boolean own = line.membershipDay() != entry.date().toEpochDay();
            rows.add(new Object[] {
                batchId,
                ordinal,
                rows.size() + 1,
                line.account(),
                line.set(),
                Money.decimal(line.amount(), books.company().decimals()),
                line.quantity().isPresent() ? Money.decimal(line.quantity().getAsLong(), 6) : null,
                own ? LocalDate.ofEpochDay(line.membershipDay()) : null,
                line.amount() % 2 == 0 ? null : "=text " + line.amount()
            });
        }
        rows.forEach(batch::add);
    }
}
