package nl.marge.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.OptionalLong;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** What of companies is not to be seen over HTTP alone: lines that fix them, and another replica. */
@QuarkusTest
class CompaniesIT {

    private static final CompanyDetails ACME = new CompanyDetails("Acme BV", "EUR", 1, "Europe/Amsterdam");

    private final Companies companies;
    private final CompanyRows rows;
    private final CompanyCounters counters;
    private final ReferenceChanges changes;
    private final Database database;

    CompaniesIT(
            Companies companies,
            CompanyRows rows,
            CompanyCounters counters,
            ReferenceChanges changes,
            Database database) {
        this.companies = companies;
        this.rows = rows;
        this.counters = counters;
        this.changes = changes;
        this.database = database;
    }

    @Test
    void logsEachVersionWithThePartThatChanged() {
        Company created = companies.put("CO-LOG", ACME, OptionalLong.empty()).resource();
        companies.put("CO-LOG", new CompanyDetails("Acme Holding BV", "EUR", 1, "UTC"), OptionalLong.empty());

        assertEquals(new Watermark(0, 2), counters.watermark(created.id()));
        assertEquals(
                List.of(Companies.PART), database.read(handle -> changes.partsChangedAfter(handle, created.id(), 1)));
    }

    @Test
    void fixesCurrencyAndFiscalYearOnceLinesExistButNotTheName() {
        Company company = companies.put("CO-FIXED", ACME, OptionalLong.empty()).resource();
        publishOneEntry(company);

        Refusal currency = refusal("CO-FIXED", new CompanyDetails("Acme BV", "USD", 1, "Europe/Amsterdam"));
        Refusal year = refusal("CO-FIXED", new CompanyDetails("Acme BV", "EUR", 7, "Europe/Amsterdam"));
        CompanyDetails renamed = new CompanyDetails("Acme Holding BV", "EUR", 1, "UTC");

        assertEquals(Reason.CONFLICT, currency.reason());
        assertEquals(
                ViolationCode.FIXED_ONCE_POSTED, currency.violations().get(0).code());
        assertEquals(
                "Company CO-FIXED has ledger lines, so its currency EUR is fixed. Keep it, or open another company.",
                currency.getMessage());
        assertEquals(
                "Company CO-FIXED has ledger lines, so its fiscal year starting in month 1 is fixed. Keep it, or open"
                        + " another company.",
                year.getMessage());
        assertEquals(
                Outcome.UPDATED,
                companies.put("CO-FIXED", renamed, OptionalLong.empty()).outcome());
    }

    @Test
    void seesWhatAnotherReplicaChanged() {
        Companies replica = new Companies(database, rows, null, counters, changes, null);
        companies.put("CO-REPLICA", ACME, OptionalLong.empty());
        assertEquals("Acme BV", replica.require("CO-REPLICA").name());

        companies.put("CO-REPLICA", new CompanyDetails("New BV", "EUR", 1, "UTC"), OptionalLong.empty());

        assertEquals("New BV", replica.require("CO-REPLICA").name());
    }

    private Refusal refusal(String code, CompanyDetails details) {
        return assertThrows(Refusal.class, () -> companies.put(code, details, OptionalLong.empty()));
    }

    private void publishOneEntry(Company company) {
        database.inTransaction(handle -> {
            var locked = counters.lock(handle, company.id());
            counters.publish(handle, locked.after(1, 2, counters.recordingInstant(locked), ""));
            return locked;
        });
    }
}
