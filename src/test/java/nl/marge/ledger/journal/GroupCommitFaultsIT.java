package nl.marge.ledger.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.CompanyDetails;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.Provenances;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.platform.Database;
import nl.marge.platform.idempotency.IdempotencyKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The unit of work can be repeated whole: whatever fails at whichever step, an entry is posted exactly once and the
 * numbers have no gap. The faults are those seen on a cluster: a conflict at any statement, the same hidden in a bulk,
 * a connection lost before a step, and the answer to a commit that did happen.
 */
@QuarkusTest
class GroupCommitFaultsIT {

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    @Inject
    DataSource real;

    @Inject
    Database database;

    @Inject
    Companies companies;

    private Company company;
    private int entries;

    @BeforeEach
    void openBooks() {
        String code = "FAULTS" + COMPANIES.incrementAndGet();
        company = companies
                .put(code, new CompanyDetails("Acme", "EUR", 1, "UTC"), OptionalLong.empty())
                .resource();
    }

    @Test
    void repeatsAfterAConflictAtAnyStep() {
        failAtEveryStep(false, () -> new SQLTransactionRollbackException("deadlock", "40001", 1213));
    }

    @Test
    void repeatsAfterAConflictThatABulkHides() {
        failAtEveryStep(
                false,
                () -> new BatchUpdateException(
                        "bulk", null, 0, new int[0], new SQLTransactionRollbackException("deadlock", "40001", 1213)));
    }

    @Test
    void repeatsAfterALostConnection() {
        failAtEveryStep(false, () -> new SQLNonTransientConnectionException("gone", "08006"));
    }

    @Test
    void findsOutWhetherACommitWithoutAnswerHappened() {
        failAtEveryStep(true, () -> new SQLNonTransientConnectionException("gone", "08006"));
    }

    private void failAtEveryStep(boolean afterwards, Supplier<SQLException> fault) {
        boolean thrown = true;
        int steps = 0;
        for (int step = 1; thrown; step++) {
            FaultyDataSource faulty = new FaultyDataSource(real, step, afterwards, fault.get());
            List<UnitResult> results = groupCommit(faulty).commit(company, List.of(unit("E" + step)));
            thrown = faulty.isThrown();
            steps = step;
            entries++;

            assertTrue(
                    results.get(0) instanceof UnitResult.Done done
                            && (done.outcomes().get(0) instanceof Outcome.Posted
                                    || done.outcomes().get(0) instanceof Outcome.Unchanged),
                    "step " + step + ": " + results);
            assertEquals(LongStream.rangeClosed(1, entries).boxed().toList(), numbers(), "step " + step);
        }
        assertTrue(steps > 8, "only " + steps + " steps were reached: the faults are not injected");
    }

    private GroupCommit groupCommit(FaultyDataSource faulty) {
        Database failing = new Database(faulty.dataSource());
        CompanyCounters counters = new CompanyCounters(failing, Clock.systemUTC());
        return new GroupCommit(
                failing,
                new SharedParts(new DimensionSets(failing), new Provenances(failing)),
                new JournalStore(),
                new Publisher(counters),
                new UsedAccounts(),
                new IdempotencyKeys(failing, Clock.systemUTC()),
                counters,
                new BatchIds(Clock.systemUTC()));
    }

    private PostingUnit unit(String externalId) {
        long version = new CompanyCounters(database, Clock.systemUTC())
                .watermark(company.id())
                .referenceVersion();
        DimensionSet set = DimensionSet.of(new int[] {0, entries + 1});
        WeighedLine line = new WeighedLine(
                1,
                set,
                new Provenance(Map.of(1, Provenance.Origin.HEADER)),
                100,
                OptionalLong.empty(),
                OptionalLong.of(1_000_000),
                LocalDate.EPOCH,
                Optional.empty(),
                Optional.of("text"));
        WeighedEntry entry = new WeighedEntry(
                new EntryIdentity("API", externalId, new byte[32]),
                EntryKind.COST,
                "ACTUAL",
                LocalDate.parse("2026-03-31"),
                Optional.empty(),
                "EUR",
                Optional.empty(),
                Optional.empty(),
                1,
                List.of(line));
        return new PostingUnit(company.id(), version, List.of(entry), true, Optional.empty());
    }

    private List<Long> numbers() {
        return database.read(handle -> handle.createQuery("""
                        select b.first_number + e.ordinal
                        from posting_batch b
                        join journal_entry e on e.batch_id = b.batch_id
                        where b.company_id = :company
                        order by 1
                        """)
                .bind("company", company.id())
                .mapTo(Long.class)
                .list());
    }
}
