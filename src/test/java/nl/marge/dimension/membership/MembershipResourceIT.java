package nl.marge.dimension.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.company.Companies;
import nl.marge.company.CompanyClient;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** Memberships over HTTP. */
@QuarkusTest
class MembershipResourceIT {

    private static final String SEGMENTS = "/dimensions/CUSTOMER/memberships/SEGMENT";

    private final Companies companies;
    private final Database database;

    MembershipResourceIT(Companies companies, Database database) {
        this.companies = companies;
        this.database = database;
    }

    @Test
    void saysReplacesEndsAndListsMemberships() {
        CompanyClient company = companyWithSegments("MEM-ONE");

        company.put(
                        SEGMENTS,
                        "[{\"value\":\"C2\",\"memberOf\":\"MKB\",\"from\":null},"
                                + "{\"value\":\"C1\",\"memberOf\":\"MKB\",\"from\":\"2026-04-01\"},"
                                + "{\"value\":\"C1\",\"memberOf\":\"KEY\",\"from\":\"2025-01-01\"}]")
                .statusCode(200)
                .body("created", equalTo(3))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0));
        String lines = "{\"value\":\"C2\",\"memberOf\":\"KEY\"}\n{\"value\":\"C1\",\"from\":\"2026-07-01\"}\n"
                + "{\"value\":\"C1\",\"memberOf\":\"MKB\",\"from\":\"2026-04-01\"}";
        company.put(SEGMENTS, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));

        assertEquals(
                "{\"items\":[{\"value\":\"C1\",\"memberOf\":\"KEY\",\"from\":\"2025-01-01\"},"
                        + "{\"value\":\"C1\",\"memberOf\":\"MKB\",\"from\":\"2026-04-01\"},"
                        + "{\"value\":\"C1\",\"memberOf\":null,\"from\":\"2026-07-01\"},"
                        + "{\"value\":\"C2\",\"memberOf\":\"KEY\",\"from\":null}],\"next\":null}",
                company.get(SEGMENTS).statusCode(200).extract().asString());
        company.get(SEGMENTS + "?value=C2").body("items.memberOf", contains("KEY"));
        company.get(SEGMENTS + "?value=C9").statusCode(400).body("violations.parameter", contains("value"));
    }

    @Test
    void raisesTheReferenceVersionOnlyWhenSomethingChanges() {
        CompanyClient company = companyWithSegments("MEM-SAME");
        String said = "[{\"value\":\"C1\",\"memberOf\":\"KEY\",\"from\":\"2025-01-01\"}]";
        company.put(SEGMENTS, said).body("created", equalTo(1));

        company.put(SEGMENTS, said).body("unchanged", equalTo(1));
        company.put(SEGMENTS, "[]").statusCode(200).body("unchanged", equalTo(0));

        company.put("/dimensions/CUSTOMER/values/C9", "{}").header("ETag", "\"6\"");
    }

    @Test
    void takesMembershipBackAndKeepsTheRecord() {
        CompanyClient company = companyWithSegments("MEM-BACK");
        company.put(
                        SEGMENTS,
                        "[{\"value\":\"C1\",\"memberOf\":\"KEY\"},"
                                + "{\"value\":\"C1\",\"memberOf\":\"MKB\",\"from\":\"2026-04-01\"}]")
                .statusCode(200);

        company.delete(SEGMENTS + "?value=C1&from=2026-04-01").statusCode(204);
        company.delete(SEGMENTS + "?value=C1&from=2026-04-01").statusCode(404);
        company.get(SEGMENTS).body("items.memberOf", contains("KEY")).body("items.from", contains(nullValue()));
        company.delete(SEGMENTS + "?value=C1").statusCode(204);
        company.get(SEGMENTS).body("items.size()", equalTo(0));

        int companyId = companies.require(company.code()).id();
        List<String> log = database.read(handle -> handle.createQuery("""
                        select concat_ws(' ', version, from_date, coalesce(member_of_id, '-'), removed)
                        from membership
                        where company_id = :companyId
                        order by version, from_date
                        """)
                .bind("companyId", companyId)
                .mapTo(String.class)
                .list());
        assertEquals(List.of("5 1899-12-31 3 0", "5 2026-04-01 4 0", "6 2026-04-01 4 1", "7 1899-12-31 3 1"), log);
    }

    @Test
    void asksForTheValueWhoseMembershipIsTakenBack() {
        CompanyClient company = companyWithSegments("MEM-ASK");

        company.delete(SEGMENTS).statusCode(400).body("violations.parameter", contains("value"));
        company.delete(SEGMENTS + "?value=NO&from=yesterday")
                .statusCode(400)
                .body("violations.parameter", contains("from", "value"));
    }

    @Test
    void refusesUnknownValuesParentsTwiceTheSameAndBadDatesAllAtOnce() {
        CompanyClient company = companyWithSegments("MEM-BAD");
        company.put("/dimensions/SEGMENT/values/SUB", "{\"parent\":\"WEB\"}").statusCode(201);

        company.put(
                        SEGMENTS,
                        "[{\"value\":\"C1\",\"memberOf\":\"WEB\"},{\"value\":\"c1\",\"memberOf\":\"KEY\"},"
                                + "{\"value\":\"C2\",\"memberOf\":\"KEY\",\"from\":\"2026-02-30\"},"
                                + "{\"value\":\"C1\",\"memberOf\":\"KEY\"},{\"memberOf\":\"KEY\"}]")
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "code_repeated",
                                "value_missing",
                                "value_invalid",
                                "dimension_value_unknown",
                                "dimension_value_not_leaf"))
                .body("violations.pointer", contains("/3", "/4/value", "/2/from", "/1/value", "/0/memberOf"));
        company.get(SEGMENTS).body("items.size()", equalTo(0));
    }

    @Test
    void refusesCyclesOverDimensionsAndSecondSource() {
        CompanyClient company = companyWithSegments("MEM-CYCLE");
        company.put("/dimensions", "[{\"code\":\"GROUP\"},{\"code\":\"CHANNEL\"}]")
                .statusCode(200);
        company.put("/dimensions/GROUP/values/BIG", "{}").statusCode(201);
        company.put(SEGMENTS, "[{\"value\":\"C1\",\"memberOf\":\"KEY\"}]").statusCode(200);
        company.put("/dimensions/SEGMENT/memberships/GROUP", "[{\"value\":\"KEY\",\"memberOf\":\"BIG\"}]")
                .statusCode(200);

        company.put("/dimensions/GROUP/memberships/CUSTOMER", "[{\"value\":\"BIG\",\"memberOf\":\"C1\"}]")
                .statusCode(422)
                .body("violations.code", contains("membership_cycle"));
        company.put("/dimensions/CHANNEL/memberships/CHANNEL", "[]")
                .statusCode(422)
                .body("violations.code", contains("membership_cycle"));
        company.put("/dimensions/CHANNEL/memberships/SEGMENT", "[]")
                .statusCode(422)
                .body("violations.code", contains("membership_source_taken"));
    }

    @Test
    void keepsValuesThatMembershipsName() {
        CompanyClient company = companyWithSegments("MEM-KEEP");
        company.put(SEGMENTS, "[{\"value\":\"C1\",\"memberOf\":\"KEY\"}]").statusCode(200);

        company.delete("/dimensions/CUSTOMER/values/C1").statusCode(409);
        company.delete("/dimensions/SEGMENT/values/KEY").statusCode(409);
        company.put("/dimensions/SEGMENT/values/SUB", "{\"parent\":\"KEY\"}")
                .statusCode(409)
                .body("violations.code", contains("in_use"));
        company.delete("/dimensions/SEGMENT/values/WEB").statusCode(204);
        company.delete(SEGMENTS + "?value=C1").statusCode(204);
        company.delete("/dimensions/SEGMENT/values/KEY").statusCode(204);
    }

    @Test
    void pagesThroughMembershipsOfOneValueAndOfMany() {
        CompanyClient company = companyWithSegments("MEM-PAGE");
        String said = IntStream.rangeClosed(1, 4)
                .mapToObj(month -> "{\"value\":\"C1\",\"memberOf\":\"" + (month % 2 == 0 ? "KEY" : "MKB")
                        + "\",\"from\":\"2026-0" + month + "-01\"}")
                .collect(Collectors.joining(",", "[{\"value\":\"C2\",\"memberOf\":\"KEY\"},", "]"));
        company.put(SEGMENTS, said).statusCode(200).body("created", equalTo(5));

        String first = company.get(SEGMENTS + "?limit=3")
                .body("items.from", contains("2026-01-01", "2026-02-01", "2026-03-01"))
                .extract()
                .path("next");
        company.get(SEGMENTS + "?limit=3&cursor=" + first)
                .body("items.value", contains("C1", "C2"))
                .body("items.from", contains("2026-04-01", null))
                .body("next", nullValue());
    }

    /** Customers C1, C2 and segments KEY, MKB, WEB; the reference version is 4. */
    private static CompanyClient companyWithSegments(String code) {
        CompanyClient company = CompanyClient.ofNew(code);
        company.put("/dimensions", "[{\"code\":\"CUSTOMER\"},{\"code\":\"SEGMENT\"}]")
                .statusCode(200);
        company.put("/dimensions/CUSTOMER/values", "[{\"code\":\"C1\"},{\"code\":\"C2\"}]")
                .statusCode(200);
        company.put("/dimensions/SEGMENT/values", "[{\"code\":\"KEY\"},{\"code\":\"MKB\"},{\"code\":\"WEB\"}]")
                .statusCode(200);
        return company;
    }
}
