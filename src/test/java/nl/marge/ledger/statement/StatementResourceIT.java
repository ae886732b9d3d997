package nl.marge.ledger.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statement over HTTP, on a real database. */
@QuarkusTest
class StatementResourceIT {

    private static final String COMPANIES = "/api/v1/companies/";
    private static final String SMALL = """
            {"lines":[{"code":"SALES","kind":"AMOUNT","nature":"REVENUE"},
                      {"code":"COSTS","kind":"AMOUNT","nature":"COST"},
                      {"code":"RESULT","kind":"SUBTOTAL","plus":["SALES"],"minus":["COSTS"]}]}""";

    @Test
    void newCompanyHasTheStandardStatement() {
        String statement = statementOfNew("STM-NEW");

        given().get(statement)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("lines.size()", equalTo(20))
                .body(
                        "lines[0]",
                        equalTo(Map.of(
                                "code",
                                "GROSS_REVENUE",
                                "name",
                                "Gross revenue",
                                "kind",
                                "AMOUNT",
                                "nature",
                                "REVENUE")))
                .body("lines[2].minus", contains("DEDUCTIONS"))
                .body("lines[19].code", equalTo("NET_PROFIT"));
    }

    @Test
    void whatGetShowsCanBePut() {
        String statement = statementOfNew("STM-ROUND");

        String shown = given().get(statement).asString();

        put(statement, shown).statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void replacesTheStatementOnceAndForAll() {
        String statement = statementOfNew("STM-PUT");

        put(statement, SMALL)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("lines.name", contains("SALES", "COSTS", "RESULT"))
                .body("lines[0].plus", nullValue());
        put(statement, SMALL).statusCode(200).header("ETag", "\"2\"");
        given().header("If-None-Match", "\"2\"").get(statement).then().statusCode(304);
        given().header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(SMALL.replace("COSTS", "COST"))
                .put(statement)
                .then()
                .statusCode(412);
        put(statement, SMALL.replace("COSTS", "COST")).header("ETag", "\"3\"");
        put(COMPANIES + "STM-PUT/accounts/7000", "{\"type\":\"EXPENSE\",\"statementLine\":\"COST\"}")
                .statusCode(201);
        put(COMPANIES + "STM-PUT/accounts/7001", "{\"type\":\"EXPENSE\",\"statementLine\":\"COGS\"}")
                .statusCode(422)
                .body("violations.code", contains("statement_line_unknown"));
    }

    @Test
    void keepsLinesThatAccountsMapTo() {
        String statement = statementOfNew("STM-USED");
        put(COMPANIES + "STM-USED/accounts/7000", "{\"type\":\"EXPENSE\",\"statementLine\":\"COGS\"}")
                .statusCode(201);

        put(statement, SMALL)
                .statusCode(409)
                .body("violations.code", contains("in_use"))
                .body(
                        "violations[0].message",
                        equalTo("Statement line COGS has 1 accounts, such as 7000, so it must"
                                + " stay an AMOUNT line. Keep it, or map those accounts to another line first."));

        given().get(statement).then().header("ETag", "\"0\"");
    }

    @Test
    void refusesAStatementThatDoesNotTieToTheLedger() {
        String statement = statementOfNew("STM-TIE");

        put(statement, SMALL.replace("\"minus\"", "\"minuses\""))
                .statusCode(400)
                .body("violations.code", contains("member_unknown"));
        put(statement, SMALL.replace(",\"minus\":[\"COSTS\"]", ""))
                .statusCode(422)
                .body("violations.code", contains("statement_incomplete"))
                .body("violations.pointer", hasItem("/lines/2"));
    }

    private static String statementOfNew(String company) {
        put(COMPANIES + company, "{\"name\":\"Acme\",\"currency\":\"EUR\"}").statusCode(201);
        return COMPANIES + company + "/statement";
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
