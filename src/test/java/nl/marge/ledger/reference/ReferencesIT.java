package nl.marge.ledger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyDetails;
import nl.marge.company.ReferenceChanges;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.StatementText;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** The pictures of reference data follow what is committed. */
@QuarkusTest
class ReferencesIT {

    @Inject
    Companies companies;

    @Inject
    ReferenceChanges changes;

    @Inject
    References references;

    @Inject
    Database database;

    @Test
    void newCompanyHasTheStandardStatementAndNoAccounts() {
        Company company = company("REF-NEW");

        Reference reference = references.current(company);

        assertEquals(Statement.standard(), reference.statement());
        assertEquals(List.of(), reference.accounts());
        assertEquals(1, reference.version());
    }

    @Test
    void showsAChangeAtOnceAndSharesWhatDidNotMove() {
        Company company = company("REF-MOVE");
        Reference before = references.current(company);

        insertAccount(company, 1, "8000");

        Reference after = references.current(company);
        assertFalse(before.account("8000").isPresent());
        assertEquals("8000", after.account(1).code());
        assertEquals(Optional.of("GROSS_REVENUE"), after.account("8000").get().statementLine());
        assertEquals(before.version() + 1, after.version());
        assertSame(before.statement(), after.statement());
        assertSame(after, references.current(company));
    }

    @Test
    void readsTheLastStatementSaid() {
        Company company = company("REF-STATEMENT");
        Statement said = new Statement(
                List.of(
                        new StatementLine.Amount("SALES", "Sales", StatementLine.Nature.REVENUE),
                        new StatementLine.Subtotal("RESULT", "Result", List.of("SALES"), List.of())),
                0);
        insertStatement(company, Statement.standard());

        insertStatement(company, said);

        assertEquals(said.lines(), references.current(company).statement().lines());
        assertEquals(3, references.current(company).statement().version());
    }

    @Test
    void showsTheCompanyAsItIsNow() {
        Company company = company("REF-COMPANY");
        references.current(company);

        companies.put("REF-COMPANY", new CompanyDetails("Renamed", "EUR", 1, "UTC"), OptionalLong.empty());

        assertEquals("Renamed", references.current(company).company().name());
    }

    @Test
    void underAChangeShowsWhatIsCommittedBeforeIt() {
        Company company = company("REF-UNDER");
        references.current(company);

        Reference under = changes.change(company.id(), change -> {
            assertEquals(change.version() - 1, references.under(change, company).version());
            change.touch(References.ACCOUNTS);
            return references.under(change, company);
        });

        assertNotSame(under, references.current(company));
        assertEquals(under.version() + 1, references.current(company).version());
    }

    @Test
    void manyReadersAndOneWriterNeverSeeAnOlderVersionThanCommitted() throws Exception {
        Company company = company("REF-MANY");
        ExecutorService readers = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> seen = new ArrayList<>();
        try {
            for (int id = 1; id <= 20; id++) {
                String code = "A" + id;
                insertAccount(company, id, code);
                for (int i = 0; i < 4; i++) {
                    seen.add(readers.submit(
                            () -> references.current(company).account(code).isPresent()));
                }
            }
            for (Future<Boolean> found : seen) {
                assertTrue(found.get());
            }
        } finally {
            readers.shutdown();
        }
    }

    private Company company(String code) {
        return companies
                .put(code, new CompanyDetails(code, "EUR", 1, "Europe/Amsterdam"), OptionalLong.empty())
                .resource();
    }

    private void insertAccount(Company company, int id, String code) {
        changes.change(company.id(), change -> {
            change.touch(References.ACCOUNTS);
            return database.read(handle -> handle.execute(
                    "insert into account (company_id, id, code, name, type, statement_line, blocked, version)"
                            + " values (?, ?, ?, 'Sales', 'REVENUE', 'GROSS_REVENUE', false, ?)",
                    company.id(),
                    id,
                    code,
                    change.version()));
        });
    }

    private void insertStatement(Company company, Statement statement) {
        changes.change(company.id(), change -> {
            change.touch(References.STATEMENT);
            return database.read(handle -> handle.execute(
                    "insert into statement (company_id, version, definition) values (?, ?, ?)",
                    company.id(),
                    change.version(),
                    StatementText.of(statement)));
        });
    }
}
