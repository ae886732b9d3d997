package nl.marge.allocation.cycle;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.ledger.HttpBooks;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** Allocation cycles over HTTP, and the picture that runs see of all of it. */
@QuarkusTest
class CycleResourceIT {

    private static final String MONTHLY = """
            {"code":"MONTHLY","name":"Monthly","versions":[{"from":"2026-01","rules":[
             {"code":"IT","order":10,"pool":"IT","method":"STEP_DOWN","driver":"USE","keep":["CHANNEL"],
              "receivers":{"pools":["SUPPORT"],"dimensions":{"SEGMENT":["KEY","MKB"]}},"account":null},
             {"code":"SUP","order":20,"pool":"SUPPORT","method":"TIME_DRIVEN","activities":[
              {"code":"ORDER","account":"7000","terms":[{"driver":"USE","minutes":"6.50"}]}]},
             {"code":"RENT","order":30,"pool":"RENT","method":"FIXED","weights":[
              {"receiver":{"SEGMENT":"KEY"},"weight":60},{"receiver":{"SEGMENT":"MKB"},"weight":40}]}]}]}""";

    @Inject
    Companies companies;

    @Inject
    AllocationReferences references;

    @Inject
    Database database;

    @Test
    void createsReadsReplacesAndRemovesOneCycle() {
        String cycles = books() + "/allocation-cycles";

        String tag = put(cycles + "/MONTHLY", MONTHLY).statusCode(201).extract().header("ETag");
        String shown = given().get(cycles + "/MONTHLY")
                .then()
                .header("ETag", tag)
                .body("versions[0].rules.method", contains("STEP_DOWN", "TIME_DRIVEN", "FIXED"))
                .body("versions[0].rules[1].activities[0].terms[0].minutes", equalTo("6.5"))
                .body("versions[0].rules[1].receivers.pools", equalTo(null))
                .body("versions[0].rules[2].weights[0].receiver.SEGMENT", equalTo("KEY"))
                .extract()
                .asString();
        put(cycles + "/MONTHLY", shown).statusCode(200).header("ETag", tag);
        put(cycles + "/MONTHLY", MONTHLY).statusCode(200).header("ETag", tag);
        given().get(cycles).then().body("items.code", contains("MONTHLY"));
        given().header("If-Match", "\"1\"").delete(cycles + "/MONTHLY").then().statusCode(412);
        given().delete(cycles + "/MONTHLY").then().statusCode(204);
        given().get(cycles + "/MONTHLY").then().statusCode(404);
        put(cycles + "/MONTHLY", "{\"code\":\"OTHER\",\"versions\":[{\"from\":\"2026-01\",\"rules\":[{}]}]}")
                .statusCode(422)
                .body("violations[0].code", equalTo("code_invalid"))
                .body("violations[0].pointer", equalTo("/code"))
                .body("violations[-1].pointer", equalTo("/versions/0/rules/0/pool"));
        put(cycles + "/MONTHLY", "{\"versions\":[{\"from\":\"2026-01\",\"rules\":[{\"colour\":1}]}]}")
                .statusCode(400)
                .body("violations.pointer", contains("/versions/0/rules/0/colour"));
    }

    @Test
    void keepsWhatACycleNames() {
        String books = books();
        put(books + "/allocation-cycles/MONTHLY", MONTHLY).statusCode(201);

        inUse(books + "/cost-pools/IT", "allocation cycle MONTHLY");
        inUse(books + "/drivers/USE", "allocation cycle MONTHLY");
        inUse(books + "/dimensions/SEGMENT/values/OLD", "cost pool RENT");
        put(books + "/cost-pools/RENT", "{\"accounts\":[\"7000\"]}").statusCode(200);
        given().delete(books + "/dimensions/SEGMENT/values/OLD").then().statusCode(204);
        inUse(books + "/accounts/7000", "cost pool IT");
        put(books + "/dimensions/PLANET", "{}").statusCode(201);
        put(books + "/drivers/FAR", "{\"unit\":\"X\",\"receivers\":[\"PLANET\"]}")
                .statusCode(201);
        inUse(books + "/dimensions/PLANET", "driver FAR");
        put(books + "/cost-pools/SUPPORT", "{\"accounts\":[\"7000\"],\"unit\":\"HOUR\"}")
                .statusCode(409)
                .body("violations.pointer", contains("/unit"));
        put(books + "/drivers/USE", "{\"unit\":\"PIECE\",\"receivers\":[\"CUSTOMER\"]}")
                .statusCode(409)
                .body("violations.pointer", contains("/receivers"));
    }

    @Test
    void showsRunsThePictureOfTheirVersion() {
        String books = books();
        Company company = companies.require(books.replaceAll(".*/", ""));
        put(books + "/allocation-cycles/MONTHLY", MONTHLY).statusCode(201);
        put(books + "/cost-pools/SUPPORT/capacities", "[{\"period\":\"2026-02\",\"practical\":\"100\"}]")
                .statusCode(200);
        AllocationSettings then = references.current(company);

        put(books + "/allocation-cycles/MONTHLY", MONTHLY.replace("6.50", "7")).statusCode(200);
        put(books + "/cost-pools/SUPPORT/capacities", "[{\"period\":\"2026-02\",\"practical\":\"200\"}]")
                .statusCode(200);
        put(books + "/dimensions/CHANNEL/values/PHONE", "{}").statusCode(201);

        AllocationSettings now = references.current(company);
        AllocationSettings again = references.asOf(company, then.version());
        assertEquals(then.version() + 3, now.version());
        assertEquals(new BigDecimal("7.000000"), minutes(now));
        assertEquals(new BigDecimal("6.500000"), minutes(again));
        assertEquals(then.cycles(), again.cycles());
        assertEquals(then.pools(), again.pools());
        assertEquals(then.drivers(), again.drivers());
        YearMonth march = YearMonth.parse("2026-03");
        assertEquals(
                new BigDecimal("100.000000"),
                again.capacity("SUPPORT", march).orElseThrow().practical());
        assertEquals(
                new BigDecimal("200.000000"),
                now.capacity("SUPPORT", march).orElseThrow().practical());
        assertEquals(true, now.capacity("SUPPORT", YearMonth.parse("2026-01")).isEmpty());
    }

    @Test
    void freezesAVersionThatARunWasPostedBy() {
        String books = books();
        String monthly = books + "/allocation-cycles/MONTHLY";
        put(monthly, MONTHLY).statusCode(201);
        Company company = companies.require(books.replaceAll(".*/", ""));

        run(company, 1, true);
        put(monthly, MONTHLY.replace("6.50", "7")).statusCode(200);
        run(company, 2, false);
        put(monthly, MONTHLY)
                .statusCode(409)
                .body("violations.code", contains("version_frozen"))
                .body("violations.pointer", contains("/versions/0"))
                .body("violations[0].message", containsString("the version from 2026-01"));
        given().delete(monthly).then().statusCode(409).body("violations.code", contains("in_use"));
        String later = MONTHLY.replace("6.50", "7")
                .replaceAll(
                        "]}$",
                        ",{\"from\":\"2026-05\",\"rules\":["
                                + "{\"code\":\"A\",\"order\":1,\"pool\":\"IT\",\"method\":\"DIRECT\",\"driver\":\"USE\"}]}]}");
        put(books + "/dimensions/SEGMENT/values/KEY", "{\"blocked\":true}").statusCode(200);
        put(monthly, later).statusCode(200);
    }

    /** A run of MONTHLY as it stands in the database. */
    private void run(Company company, int id, boolean preview) {
        database.once(handle -> handle.createUpdate("""
                        insert into allocation_run (
                          company_id, id, attempt, cycle_code, version_from, period, scenario, preview, ledger_number,
                          reference_version, fingerprint, recorded_at, detail)
                        values (
                          :companyId, :id, 1, 'MONTHLY', '2026-01', '2026-03', 'ACTUAL', :preview, 1, 1, '',
                          '2026-04-01', '{}')
                        """)
                .bind("companyId", company.id())
                .bind("id", id)
                .bind("preview", preview)
                .execute());
    }

    private static BigDecimal minutes(AllocationSettings settings) {
        AllocationRule time = settings.cycle("MONTHLY")
                .orElseThrow()
                .in(YearMonth.parse("2026-06"))
                .orElseThrow()
                .rules()
                .get(1);
        return time.activities().get(0).terms().get(0).minutes();
    }

    private static void inUse(String path, String by) {
        given().delete(path)
                .then()
                .statusCode(409)
                .body("violations.code", contains("in_use"))
                .body("violations[0].message", containsString(by));
    }

    private static String books() {
        String books = HttpBooks.open().path();
        put(books + "/dimensions/SEGMENT/values/OLD", "{}").statusCode(201);
        put(books + "/cost-pools", """
                [{"code":"IT","accounts":["7000"]},{"code":"SUPPORT","accounts":["7000"],"unit":"MINUTE"},
                 {"code":"RENT","accounts":["7000"],"filter":"SEGMENT:OLD,KEY"}]""").statusCode(200);
        put(books + "/drivers/USE", "{\"unit\":\"PIECE\",\"receivers\":[\"SEGMENT\"]}")
                .statusCode(201);
        return books;
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
