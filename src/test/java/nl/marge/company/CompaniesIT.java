package nl.marge.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.OptionalLong;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompaniesIT {

    private static final CompanyDetails ACME = new CompanyDetails("Acme BV", "EUR", 1, "Europe/Amsterdam");

    private final Companies companies;
    private final CompanyCounters counters;

    CompaniesIT(Companies companies, CompanyCounters counters) {
        this.companies = companies;
        this.counters = counters;
    }

    @Test
    void createsThenReplacesThenLeavesAlone() {
        Upsert<Company> created = companies.put("COMPANIES-1", ACME, OptionalLong.empty());
        CompanyDetails renamed = new CompanyDetails("Acme Holding BV", "JPY", 7, "UTC");
        Upsert<Company> updated = companies.put("COMPANIES-1", renamed, OptionalLong.of(1));
        Upsert<Company> unchanged = companies.put("COMPANIES-1", renamed, OptionalLong.of(2));

        assertEquals(Outcome.CREATED, created.outcome());
        assertEquals(1, created.resource().version());
        assertEquals(Outcome.UPDATED, updated.outcome());
        assertEquals(2, updated.resource().version());
        assertEquals(Outcome.UNCHANGED, unchanged.outcome());
        assertEquals(updated.resource(), companies.require("COMPANIES-1"));
        assertEquals(new Watermark(0, 2), counters.watermark(created.resource().id()));
    }

    @Test
    void refusesUnknownCompany() {
        Refusal refusal = assertThrows(Refusal.class, () -> companies.require("NOBODY"));

        assertEquals(Reason.UNKNOWN, refusal.reason());
        assertTrue(refusal.getMessage().startsWith("There is no company \"NOBODY\"."), refusal.getMessage());
    }
}
