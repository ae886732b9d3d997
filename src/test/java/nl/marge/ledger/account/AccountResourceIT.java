package nl.marge.ledger.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.marge.platform.Database;
import org.junit.jupiter.api.Test;

/** Accounts over HTTP, on a real database. */
@QuarkusTest
class AccountResourceIT {

    private static final String COMPANIES = "/api/v1/companies/";
    private static final String COGS =
            "{\"code\":\"7000\",\"name\":\"Cost of goods\",\"type\":\"EXPENSE\",\"statementLine\":\"COGS\"}";

    @Inject
    Database database;

    @Test
    void createsReadsReplacesAndRemovesOneAccount() {
        String accounts = accountsOfNew("ACC-ONE");

        put(accounts + "/7000", COGS)
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("code", equalTo("7000"))
                .body("statementLine", equalTo("COGS"))
                .body("blocked", equalTo(false))
                .body("purpose", nullValue());
        put(accounts + "/7000", COGS).statusCode(200).header("ETag", "\"2\"");
        put(accounts + "/7000", "{\"type\":\"ASSET\",\"blocked\":true}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("name", equalTo("7000"))
                .body("statementLine", nullValue())
                .body("blocked", equalTo(true));
        given().get(accounts + "/7000").then().statusCode(200).header("ETag", "\"3\"");
        given().header("If-None-Match", "\"3\"").get(accounts + "/7000").then().statusCode(304);
        given().delete(accounts + "/7000").then().statusCode(204);
        given().get(accounts + "/7000").then().statusCode(404).body("code", equalTo("unknown"));
        given().delete(accounts + "/7000").then().statusCode(404);
    }

    @Test
    void whatGetShowsCanBePut() {
        String accounts = accountsOfNew("ACC-ROUND");
        put(accounts + "/7000", COGS).statusCode(201);

        String shown = given().get(accounts + "/7000").asString();

        put(accounts + "/7000", shown).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        String accounts = accountsOfNew("ACC-MATCH");
        given().header("If-Match", "\"2\"")
                .contentType(ContentType.JSON)
                .body(COGS)
                .put(accounts + "/7000")
                .then()
                .statusCode(412);
        put(accounts + "/7000", COGS).statusCode(201);

        given().header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("{\"type\":\"ASSET\"}")
                .put(accounts + "/7000")
                .then()
                .statusCode(412)
                .body("violations.code", contains("version_changed"));
        given().header("If-Match", "\"1\"").delete(accounts + "/7000").then().statusCode(412);
        given().header("If-Match", "\"2\"").delete(accounts + "/7000").then().statusCode(204);
    }

    @Test
    void upsertsManyInOneVersionAndCountsThem() {
        String accounts = accountsOfNew("ACC-MANY");
        String body = "[" + COGS + ",{\"code\":\"1300\",\"type\":\"ASSET\"}]";

        put(accounts, body).statusCode(200).body("created", equalTo(2)).body("unchanged", equalTo(0));
        put(accounts, body).body("created", equalTo(0)).body("unchanged", equalTo(2));
        putLines(
                        accounts,
                        "{\"code\":\"1300\",\"type\":\"ASSET\"}\n\n{\"code\":\"1300b\",\"type\":\"LIABILITY\"}\n"
                                + COGS.replace("Cost", "Price"))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));

        given().get(accounts)
                .then()
                .body("items.code", contains("1300", "1300b", "7000"))
                .body("next", nullValue());
        given().get(accounts + "/1300b").then().header("ETag", "\"3\"");
        given().get(accounts + "/1300").then().header("ETag", "\"2\"");
    }

    @Test
    void refusesManyWholeAndTellsEverythingThatIsWrong() {
        String accounts = accountsOfNew("ACC-REFUSE");

        put(
                        accounts,
                        "[" + COGS + ",{\"code\":\"8000\",\"type\":\"REVENUE\"},{\"code\":\"x y\",\"type\":\"ASSET\","
                                + "\"statementLine\":\"COGS\"},{\"type\":\"PROFIT\",\"code\":\"7000\"}]")
                .statusCode(422)
                .body(
                        "violations.code",
                        contains(
                                "code_invalid",
                                "code_repeated",
                                "value_invalid",
                                "statement_line_required",
                                "statement_line_forbidden"))
                .body(
                        "violations.pointer",
                        contains("/2/code", "/3/code", "/3/type", "/1/statementLine", "/2/statementLine"));
        given().get(accounts).then().body("items", equalTo(List.of()));
        putLines(accounts, COGS + "\n{\"code\":\"8000\",\"type\":\"REVENUE\"}")
                .statusCode(422)
                .body("violations.line", contains(2))
                .body("violations.pointer", contains("/statementLine"));
    }

    @Test
    void refusesShapesThatTheContractDoesNotKnow() {
        String accounts = accountsOfNew("ACC-SHAPE");

        put(accounts + "/7000", "{\"type\":1,\"nome\":\"x\",\"blocked\":\"no\"}")
                .statusCode(400)
                .body("violations.code", contains("member_unknown", "type_wrong", "type_wrong"));
        put(accounts + "/7000", "{\"code\":\"7001\",\"type\":\"ASSET\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/code"));
        given().get(accounts + "?limit=0&sort=name").then().statusCode(400).body("violations.size()", equalTo(2));
        put(COMPANIES + "ACC-NONE/accounts/7000", "not json").statusCode(404);
    }

    @Test
    void pagesThroughAccountsByCode() {
        String accounts = accountsOfNew("ACC-PAGES");
        put(
                        accounts,
                        "[{\"code\":\"b\",\"type\":\"ASSET\"},{\"code\":\"B\",\"type\":\"ASSET\"},"
                                + "{\"code\":\"a\",\"type\":\"ASSET\"}]")
                .statusCode(200);

        String next = given().get(accounts + "?limit=2")
                .then()
                .body("items.code", contains("B", "a"))
                .extract()
                .path("next");

        given().queryParam("cursor", next)
                .get(accounts)
                .then()
                .body("items.code", contains("b"))
                .body("next", nullValue());
    }

    @Test
    void accountWithLinesKeepsItsSideAndStays() {
        String accounts = accountsOfNew("ACC-USED");
        put(accounts, "[" + COGS + ",{\"code\":\"1300\",\"type\":\"ASSET\"}]").statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"1\",\"postingDate\":\"2026-01-31\",\"lines\":["
                        + "{\"account\":\"1300\",\"amount\":\"-1\"},{\"account\":\"7000\",\"amount\":\"1\"}]}")
                .post(COMPANIES + "ACC-USED/journal-entries")
                .then()
                .statusCode(201);

        given().delete(accounts + "/7000").then().statusCode(409).body("violations.code", contains("in_use"));
        put(accounts + "/7000", "{\"type\":\"ASSET\"}")
                .statusCode(409)
                .body("violations.code", contains("fixed_once_posted"));
        put(accounts + "/7000", "{\"type\":\"REVENUE\",\"statementLine\":\"GROSS_REVENUE\"}")
                .statusCode(200);
        put(accounts + "/7000", COGS.replace("}", ",\"blocked\":true}")).statusCode(200);
    }

    @Test
    void codeOfARemovedAccountGetsAnIdOfItsOwn() {
        String accounts = accountsOfNew("ACC-AGAIN");
        put(accounts + "/7000", COGS).statusCode(201);
        given().delete(accounts + "/7000").then().statusCode(204);

        put(accounts + "/7000", COGS).statusCode(201).header("ETag", "\"4\"");

        assertEquals(List.of("1 2 COGS false", "1 3 COGS true", "2 4 COGS false"), history("ACC-AGAIN"));
    }

    private List<String> history(String company) {
        return database.read(handle -> handle.createQuery("""
                        select h.account_id, h.version, h.statement_line, h.removed
                        from account_history h
                        join company c on c.id = h.company_id
                        where c.code = :company
                        order by h.version, h.account_id
                        """)
                .bind("company", company)
                .map((row, context) -> row.getInt("account_id") + " " + row.getLong("version") + " "
                        + row.getString("statement_line") + " " + row.getBoolean("removed"))
                .list());
    }

    private static String accountsOfNew(String company) {
        put(COMPANIES + company, "{\"name\":\"Acme\",\"currency\":\"EUR\"}").statusCode(201);
        return COMPANIES + company + "/accounts";
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }

    private static ValidatableResponse putLines(String path, String body) {
        return given().contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put(path)
                .then();
    }
}
