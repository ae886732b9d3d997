package nl.marge.dimension.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyClient;
import nl.marge.company.CompanyCounters;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** The values that only allocation runs post on, and how nobody else can. */
@QuarkusTest
class ReservedValuesIT {

    private static final String SEGMENTS = "/dimensions/SEGMENT/values";
    private static final String UNUSED = "~UNUSED_CAPACITY";

    private final Values values;
    private final Companies companies;
    private final CompanyCounters counters;
    private final DimensionReferences references;
    private final DimensionSets sets;
    private final Database database;

    ReservedValuesIT(
            Values values,
            Companies companies,
            CompanyCounters counters,
            DimensionReferences references,
            DimensionSets sets,
            Database database) {
        this.values = values;
        this.companies = companies;
        this.counters = counters;
        this.references = references;
        this.sets = sets;
        this.database = database;
    }

    @Test
    void createsWhatIsMissingAndTheSameAgainChangesNothing() {
        Company company = company("RES-CREATE");
        long before = version(company);

        assertTrue(values.ensureReserved(company, List.of(2)));
        assertEquals(before + 1, version(company));
        assertTrue(values.ensureReserved(company, List.of(1, 2, 1)));
        assertEquals(before + 2, version(company));
        assertFalse(values.ensureReserved(company, List.of(1, 2)));
        assertFalse(values.ensureReserved(company, List.of()));
        assertEquals(before + 2, version(company));

        DimensionReference picture = references.current(company);
        for (int dimension = 1; dimension <= 2; dimension++) {
            DimensionValue unused =
                    picture.reserved(dimension, Reserved.UNUSED_CAPACITY).orElseThrow();
            DimensionValue over =
                    picture.reserved(dimension, Reserved.OVER_DRIVEN).orElseThrow();
            assertEquals("Unused capacity", unused.name());
            assertEquals("Over-driven capacity", over.name());
            assertTrue(picture.isLeaf(unused.id()));
        }
        assertThrows(IllegalArgumentException.class, () -> values.ensureReserved(company, List.of(3)));
    }

    @Test
    void isReadFromTheDatabaseAndKnownInThePast() {
        Company company = company("RES-PAST");
        long before = version(company);
        values.ensureReserved(company, List.of(2));
        long with = version(company);
        CompanyClient.of("RES-PAST").put("/dimensions/REGION", "{}").statusCode(201);

        DimensionReference then = database.readAtOneMoment(handle -> references.past(handle, company.id(), with));
        DimensionReference earlier = database.readAtOneMoment(handle -> references.past(handle, company.id(), before));

        assertTrue(then.reserved(2, Reserved.OVER_DRIVEN).isPresent());
        assertTrue(earlier.reserved(2, Reserved.OVER_DRIVEN).isEmpty());
    }

    @Test
    void isSeenByNobodyWhoKeepsUpValues() {
        Company company = company("RES-UPKEEP");
        CompanyClient client = CompanyClient.of("RES-UPKEEP");
        values.ensureReserved(company, List.of(1, 2));
        long version = version(company);

        client.get(SEGMENTS).statusCode(200).body("items.code", contains("KEY"));
        client.get(SEGMENTS + "/" + UNUSED).statusCode(404);
        client.put(SEGMENTS + "/" + UNUSED, "{}").statusCode(422).body("violations.code", contains("code_invalid"));
        client.put(SEGMENTS, "[{\"code\":\"" + UNUSED + "\"}]").statusCode(422);
        client.put(SEGMENTS, "[{\"code\":\"WEB\",\"parent\":\"" + UNUSED + "\"}]")
                .statusCode(422)
                .body("violations.code", contains("dimension_value_unknown"));
        client.delete(SEGMENTS + "/" + UNUSED).statusCode(404);
        assertEquals(version, version(company));
    }

    @Test
    void isNamedInNoSetting() {
        Company company = company("RES-SETTING");
        CompanyClient client = CompanyClient.of("RES-SETTING");
        values.ensureReserved(company, List.of(1, 2));
        client.put("/accounts/4600", "{\"name\":\"Support\",\"type\":\"EXPENSE\",\"statementLine\":\"BACK_OFFICE\"}")
                .statusCode(201);

        String memberships = "/dimensions/CUSTOMER/memberships/SEGMENT";
        client.put(memberships, "[{\"value\":\"C1\",\"memberOf\":\"" + UNUSED + "\"}]")
                .statusCode(422);
        client.put(memberships, "[{\"value\":\"" + UNUSED + "\",\"memberOf\":\"KEY\"}]")
                .statusCode(422);
        for (String demand : List.of("\"demand\":\"FIXED\",\"value\":\"%s\"", "\"allowed\":[\"%s\"]")) {
            String policy = "{\"accounts\":[\"4600\"],\"dimension\":\"SEGMENT\"," + demand + "}";
            client.put("/dimension-policies/P1", policy.formatted(UNUSED)).statusCode(422);
        }
        given(client, UNUSED).statusCode(422).body("violations.code", contains("dimension_value_unknown"));
        given(client, "KEY").statusCode(201);
    }

    @Test
    void isNamedByWhoeverReads() {
        Company company = company("RES-READ");
        CompanyClient client = CompanyClient.of("RES-READ");
        String report = "/profit-and-loss?from=2026-01&to=2026-03&by=SEGMENT&filter=SEGMENT:" + UNUSED;

        client.get(report).statusCode(400).body("violations[0].message", containsString("\"" + UNUSED + "\""));
        values.ensureReserved(company, List.of(2));
        client.get(report).statusCode(200).body("total.drill", containsString("filter=SEGMENT:" + UNUSED));
        client.get("/ledger-lines?from=2026-01&to=2026-03&filter=SEGMENT:" + UNUSED)
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void goesWithItsDimensionUnlessARunHasPostedOnIt() {
        Company company = company("RES-REMOVE");
        CompanyClient client = CompanyClient.of("RES-REMOVE");
        values.ensureReserved(company, List.of(1, 2));
        client.delete("/dimensions/SEGMENT").statusCode(409);
        client.delete(SEGMENTS + "/KEY").statusCode(204);
        client.delete("/dimensions/CUSTOMER/values/C1").statusCode(204);
        int over = references
                .current(company)
                .reserved(1, Reserved.OVER_DRIVEN)
                .orElseThrow()
                .id();
        sets.store(company.id(), List.of(DimensionSet.of(new int[] {0, over})));

        client.delete("/dimensions/SEGMENT").statusCode(204);
        client.delete("/dimensions/CUSTOMER")
                .statusCode(409)
                .body("violations[0].message", containsString("an allocation run left over"));

        assertTrue(references.current(company).dimension("SEGMENT").isEmpty());
        client.put("/dimensions/SEGMENT", "{}").statusCode(201);
        client.get(SEGMENTS).statusCode(200).body("items.size()", equalTo(0));
        assertTrue(references
                .current(company)
                .reserved(3, Reserved.UNUSED_CAPACITY)
                .isEmpty());
    }

    /** A company with CUSTOMER C1 (dimension 1) and SEGMENT KEY (dimension 2). */
    private Company company(String code) {
        CompanyClient client = CompanyClient.ofNew(code);
        client.put("/dimensions", "[{\"code\":\"CUSTOMER\"},{\"code\":\"SEGMENT\"}]")
                .statusCode(200);
        client.put("/dimensions/CUSTOMER/values", "[{\"code\":\"C1\"}]").statusCode(200);
        client.put(SEGMENTS, "[{\"code\":\"KEY\"}]").statusCode(200);
        return companies.require(code);
    }

    private long version(Company company) {
        return counters.watermark(company.id()).referenceVersion();
    }

    private static io.restassured.response.ValidatableResponse given(CompanyClient client, String segment) {
        return io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"externalId\":\"E-" + segment
                        + "\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\",\"lines\":["
                        + "{\"account\":\"4600\",\"amount\":\"1.00\",\"dimensions\":{\"SEGMENT\":\"" + segment
                        + "\"}}]}")
                .post("/api/v1/companies/" + client.code() + "/journal-entries")
                .then();
    }
}
