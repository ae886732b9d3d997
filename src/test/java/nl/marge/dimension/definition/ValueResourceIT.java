package nl.marge.dimension.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyClient;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionSets;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** Dimension values over HTTP. */
@QuarkusTest
class ValueResourceIT {

    private static final String VALUES = "/dimensions/CUSTOMER/values";

    private final Companies companies;
    private final DimensionReferences references;
    private final DimensionSets sets;
    private final Database database;

    ValueResourceIT(Companies companies, DimensionReferences references, DimensionSets sets, Database database) {
        this.companies = companies;
        this.references = references;
        this.sets = sets;
        this.database = database;
    }

    @Test
    void createsShowsReplacesAndRemovesValue() {
        CompanyClient company = companyWithCustomers("VAL-ONE");
        String full = "{\"code\":\"C1\",\"name\":\"Jansen & Zn €\",\"parent\":null,\"validFrom\":\"2025-01-01\","
                + "\"validTo\":\"2026-12-31\",\"blocked\":true,\"purpose\":\"ACQUISITION\","
                + "\"attributes\":{\"country\":\"NL\",\"size\":\"12\"}}";

        company.put(VALUES + "/C1", full).statusCode(201).header("ETag", "\"3\"");
        String shown = company.get(VALUES + "/C1")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .extract()
                .asString();
        assertEquals(full, shown);
        company.put(VALUES + "/C1", shown).statusCode(200).header("ETag", "\"3\"");
        company.put(VALUES + "/C1", "{}")
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("name", equalTo("C1"))
                .body("validFrom", nullValue())
                .body("blocked", equalTo(false))
                .body("purpose", nullValue())
                .body("attributes.size()", equalTo(0));
        company.putIfMatch(VALUES + "/C1", "\"3\"", full).statusCode(412);
        company.putIfMatch(VALUES + "/C1", "\"4\"", full).statusCode(200).header("ETag", "\"5\"");
        company.delete(VALUES + "/C1").statusCode(204);
        company.get(VALUES + "/C1").statusCode(404);
        company.put(VALUES + "/C1", "{}").statusCode(201).header("ETag", "\"7\"");
    }

    @Test
    void keepsTwoCasesOfOneCodeApart() {
        CompanyClient company = companyWithCustomers("VAL-CASE");

        company.put(VALUES, "[{\"code\":\"c1\",\"name\":\"lower\"},{\"code\":\"C1\",\"name\":\"upper\"}]")
                .statusCode(200)
                .body("created", equalTo(2));

        company.get(VALUES + "/c1").body("name", equalTo("lower"));
        company.get(VALUES + "/C1").body("name", equalTo("upper"));
        company.get(VALUES).body("items.code", contains("C1", "c1"));
    }

    @Test
    void takesFiftyThousandValuesInOneRequestAndTheSameAgainChangesNothing() {
        CompanyClient company = companyWithCustomers("VAL-50000");
        // Children before their parents: the order of items is irrelevant.
        String array = IntStream.range(0, 50_000)
                .mapToObj(i -> i < 49_500
                        ? "{\"code\":\"C" + i + "\",\"name\":\"Customer " + i + "\",\"parent\":\"P" + (i % 500) + "\"}"
                        : "{\"code\":\"P" + (i - 49_500) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        company.put(VALUES, array)
                .statusCode(200)
                .body("created", equalTo(50_000))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0));
        company.put(VALUES, array)
                .statusCode(200)
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(50_000));

        company.get(VALUES + "/C49499").header("ETag", "\"3\"").body("parent", equalTo("P499"));
        company.put(VALUES + "/C1", "{}")
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("parent", nullValue());
    }

    @Test
    void listsValuesPageByPageInByteOrder() {
        CompanyClient company = companyWithCustomers("VAL-LIST");
        String lines =
                IntStream.range(0, 7).mapToObj(i -> "{\"code\":\"C" + i + "\"}").collect(Collectors.joining("\n"));
        company.put(VALUES, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .statusCode(200);

        String first = company.get(VALUES + "?limit=3")
                .body("items.code", contains("C0", "C1", "C2"))
                .body("next", notNullValue())
                .extract()
                .path("next");
        company.delete(VALUES + "/C3").statusCode(204);
        String second = company.get(VALUES + "?limit=3&cursor=" + first)
                .body("items.code", contains("C4", "C5", "C6"))
                .extract()
                .path("next");

        assertEquals(null, second);
        company.get(VALUES + "?cursor=nonsense").statusCode(400).body("violations.parameter", contains("cursor"));
        company.get(VALUES + "?parent=C1").statusCode(400).body("violations.code", contains("parameter_unknown"));
    }

    @Test
    void refusesCyclesAndStoresNothing() {
        CompanyClient company = companyWithCustomers("VAL-CYCLE");
        company.put(VALUES, "[{\"code\":\"A\"},{\"code\":\"B\",\"parent\":\"A\"}]")
                .statusCode(200);

        company.put(VALUES, "[{\"code\":\"C\",\"parent\":\"B\"},{\"code\":\"A\",\"parent\":\"C\"}]")
                .statusCode(422)
                .body("violations.code", contains("hierarchy_cycle"))
                .body("violations.pointer", contains("/0/parent"))
                .body(
                        "detail",
                        equalTo("Dimension CUSTOMER would have a value above itself: C below B below A below C. Give"
                                + " one of them another parent."));
        company.get(VALUES + "/C").statusCode(404);
        company.get(VALUES + "/A").body("parent", nullValue()).header("ETag", "\"3\"");
    }

    @Test
    void refusesChildrenAndRemovalOfValueWithLines() {
        CompanyClient company = companyWithCustomers("VAL-USED");
        company.put(VALUES, "[{\"code\":\"C1\"},{\"code\":\"C2\"},{\"code\":\"C3\",\"parent\":\"C2\"}]")
                .statusCode(200);
        useInSet(company.code(), "C1");

        company.put(VALUES, "[{\"code\":\"C4\",\"parent\":\"C1\"}]")
                .statusCode(409)
                .body("violations.code", contains("in_use"))
                .body("violations.pointer", contains("/0/parent"));
        company.delete(VALUES + "/C1").statusCode(409).body("violations.code", contains("in_use"));
        company.delete(VALUES + "/C2")
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("Value C2 of dimension CUSTOMER has values below it. Remove those first, or block it"
                                + " instead."));
        company.put(VALUES + "/C1", "{\"blocked\":true}").statusCode(200);
        company.put(VALUES + "/C1", "{\"parent\":\"C2\"}").statusCode(200);
        company.delete(VALUES + "/C3").statusCode(204);
    }

    @Test
    void keepsHistoryOfEachChangeAndOfTheRemoval() {
        CompanyClient company = companyWithCustomers("VAL-HISTORY");
        company.put(VALUES, "[{\"code\":\"P\"},{\"code\":\"C\",\"parent\":\"P\"}]")
                .statusCode(200);
        company.put(VALUES + "/C", "{\"name\":\"New\"}").statusCode(200);
        company.delete(VALUES + "/C").statusCode(204);

        int companyId = companies.require(company.code()).id();
        List<String> history = database.read(handle -> handle.createQuery("""
                        select concat_ws(' ', version, name, coalesce(parent_id, '-'), removed)
                        from dimension_value_history
                        where company_id = :companyId
                          and code = 'C'
                        order by version
                        """)
                .bind("companyId", companyId)
                .mapTo(String.class)
                .list());

        assertEquals(List.of("3 C 1 0", "4 New - 0", "5 New - 1"), history);
    }

    @Test
    void saysWhichLineIsWrong() {
        CompanyClient company = companyWithCustomers("VAL-LINES");
        String lines = "{\"code\":\"C1\"}\n{\"code\":\"C2\",\"parent\":\"NO\"}\n";

        company.put(VALUES, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("violations.code", contains("dimension_value_unknown"))
                .body("violations.line", contains(2))
                .body("violations.pointer", contains("/parent"));
        company.put(VALUES, "application/x-ndjson", "{\"code\":1}\n[]\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations.code", contains("type_wrong", "type_wrong"))
                .body("violations.line", contains(1, 2));
        company.get(VALUES).body("items.size()", equalTo(0));
    }

    @Test
    void letsOneOfManyClientsWinThatChangeTheSameVersion() {
        CompanyClient company = companyWithCustomers("VAL-RACE");
        company.put(VALUES + "/C1", "{}").statusCode(201).header("ETag", "\"3\"");

        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> company.putIfMatch(VALUES + "/C1", "\"3\"", "{\"name\":\"client " + i + "\"}")
                        .extract()
                        .statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(200, 412, 412, 412, 412, 412), answers);
        company.get(VALUES + "/C1").header("ETag", "\"4\"");
    }

    @Test
    void givesEachOfManyClientsItsOwnVersion() {
        CompanyClient company = companyWithCustomers("VAL-PARALLEL");

        List<String> versions = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> company.put(VALUES + "/C" + i, "{}").extract().header("ETag"))
                .sorted()
                .toList();

        assertEquals(List.of("\"3\"", "\"4\"", "\"5\"", "\"6\"", "\"7\"", "\"8\""), versions);
        company.get(VALUES).body("items.code", contains("C0", "C1", "C2", "C3", "C4", "C5"));
    }

    private static CompanyClient companyWithCustomers(String code) {
        CompanyClient company = CompanyClient.ofNew(code);
        company.put("/dimensions/CUSTOMER", "{\"name\":\"Customer\"}").statusCode(201);
        return company;
    }

    /** As a posting does just before its first line with that value. */
    private void useInSet(String companyCode, String valueCode) {
        Company company = companies.require(companyCode);
        int value =
                references.current(company).value(1, valueCode).orElseThrow().id();
        sets.store(company.id(), List.of(DimensionSet.of(new int[] {0, value})));
    }
}
