package nl.marge.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyClient;
import nl.marge.company.CompanyCounters;
import nl.marge.company.ReferenceChanges;
import nl.marge.dimension.DerivedValues.Shown;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** The picture in memory beside what the database holds, also as another replica sees it. */
@QuarkusTest
class DimensionReferencesIT {

    private static final String SEGMENTS = "/dimensions/CUSTOMER/memberships/SEGMENT";

    private final Companies companies;
    private final DimensionReferences references;
    private final DimensionReferences replica;
    private final Database database;
    private final CompanyCounters counters;
    private final ReferenceChanges changes;
    private final DimensionLoader loader;
    private final DimensionHistory history;

    DimensionReferencesIT(
            Companies companies,
            DimensionReferences references,
            Database database,
            CompanyCounters counters,
            ReferenceChanges changes,
            DimensionLoader loader,
            DimensionHistory history) {
        this.companies = companies;
        this.references = references;
        this.database = database;
        this.counters = counters;
        this.changes = changes;
        this.loader = loader;
        this.history = history;
        this.replica = newReplica();
    }

    @Test
    void holdsTheSamePictureReadStepByStepAsReadAtOnce() {
        CompanyClient client = CompanyClient.ofNew("REF-STEPS");
        Company company = companies.require(client.code());
        putAndRead(client, company, "/dimensions", "[{\"code\":\"CUSTOMER\"},{\"code\":\"SEGMENT\"},{\"code\":\"X\"}]");
        putAndRead(
                client,
                company,
                "/dimensions/CUSTOMER/values",
                "[{\"code\":\"P\"},{\"code\":\"C1\",\"parent\":\"P\"},{\"code\":\"D\"}]");
        putAndRead(client, company, "/dimensions/SEGMENT/values", "[{\"code\":\"KEY\"},{\"code\":\"MKB\"}]");
        putAndRead(
                client,
                company,
                SEGMENTS,
                "[{\"value\":\"C1\",\"memberOf\":\"KEY\",\"from\":\"2025-01-01\"},"
                        + "{\"value\":\"C1\",\"memberOf\":\"MKB\",\"from\":\"2026-04-01\"},"
                        + "{\"value\":\"D\",\"memberOf\":\"MKB\"}]");
        putAndRead(
                client,
                company,
                "/dimensions/CUSTOMER/values/C1",
                "{\"validFrom\":\"2026-01-01\",\"purpose\":\"ACQUISITION\",\"attributes\":{\"a\":\"b\"}}");
        client.delete(SEGMENTS + "?value=C1&from=2026-04-01").statusCode(204);
        client.delete(SEGMENTS + "?value=D").statusCode(204);
        client.delete("/dimensions/CUSTOMER/values/D").statusCode(204);
        client.delete("/dimensions/X").statusCode(204);

        DimensionReference steps = references.current(company);
        DimensionReference once = newReplica().current(company);

        assertEquals(steps.dimensions(), once.dimensions());
        assertEquals(steps.valuesInOrder(1), once.valuesInOrder(1));
        assertEquals(steps.valuesInOrder(2), once.valuesInOrder(2));
        int c1 = once.value(1, "C1").orElseThrow().id();
        assertEquals(steps.memberships(2, c1), once.memberships(2, c1));
        assertEquals(1, once.memberships(2, c1).size());
        assertTrue(once.isLeaf(once.value(1, "P").orElseThrow().id()));
        assertEquals(segment("KEY"), derived(once, c1));
        assertEquals(segment("KEY"), derived(steps, c1));
    }

    @Test
    void seesAtOnceWhatAnotherReplicaChanged() {
        CompanyClient client = CompanyClient.ofNew("REF-REPLICA");
        Company company = companies.require(client.code());
        client.put("/dimensions/CUSTOMER", "{}").statusCode(201);
        assertFalse(replica.current(company).requireDimension("CUSTOMER").blocked());

        client.put("/dimensions/CUSTOMER", "{\"blocked\":true}").statusCode(200);

        assertTrue(replica.current(company).requireDimension("CUSTOMER").blocked());
    }

    @Test
    void keepsThePictureWhenOnlyOtherPartsChanged() {
        CompanyClient client = CompanyClient.ofNew("REF-SAME");
        Company company = companies.require(client.code());
        client.put("/dimensions/CUSTOMER", "{}").statusCode(201);
        DimensionReference before = replica.current(company);

        client.put("", "{\"name\":\"Another name\",\"currency\":\"EUR\"}").statusCode(200);

        assertSame(before, replica.current(company));
    }

    @Test
    void showsAnOlderMomentToWhomReadsAnOlderMoment() {
        CompanyClient client = CompanyClient.ofNew("REF-MOMENT");
        Company company = companies.require(client.code());
        client.put("/dimensions/CUSTOMER", "{}").statusCode(201);

        DimensionReference then = database.readAtOneMoment(handle -> {
            counters.read(handle, company.id());
            client.put("/dimensions/SEGMENT", "{}").statusCode(201);
            references.current(company);
            return references.at(handle, company.id());
        });

        assertTrue(then.dimension("SEGMENT").isEmpty());
        assertTrue(references.current(company).dimension("SEGMENT").isPresent());
    }

    private void putAndRead(CompanyClient client, Company company, String path, String json) {
        client.put(path, json).statusCode(200);
        references.current(company);
    }

    private DimensionReferences newReplica() {
        return new DimensionReferences(database, counters, changes, loader, history);
    }

    private static Map<String, Shown> derived(DimensionReference picture, int customer) {
        return new DerivedValues(picture).show(DimensionSet.of(new int[] {0, customer}), (int)
                LocalDate.of(2026, 6, 1).toEpochDay());
    }

    private static Map<String, Shown> segment(String value) {
        return Map.of("SEGMENT", new Shown(value, "CUSTOMER", Optional.of(LocalDate.of(2025, 1, 1))));
    }
}
