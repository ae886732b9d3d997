package nl.marge.allocation.pool;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Cost pools and their capacities over HTTP. */
@QuarkusTest
class PoolResourceIT {

    private static final String SUPPORT = """
            {"code":"SUPPORT","name":"Support","accounts":["7000","47*"],"filter":"CHANNEL:WEB","unit":"MINUTE"}""";

    @Test
    void createsReadsReplacesAndRemovesOnePool() {
        String pools = HttpBooks.open().path() + "/cost-pools";

        String tag = put(pools + "/SUPPORT", SUPPORT).statusCode(201).extract().header("ETag");
        put(pools + "/SUPPORT", SUPPORT).statusCode(200).header("ETag", tag);
        String shown = given().get(pools + "/SUPPORT")
                .then()
                .header("ETag", tag)
                .body("accounts", contains("7000", "47*"))
                .body("filter", equalTo("CHANNEL:WEB"))
                .body("unit", equalTo("MINUTE"))
                .extract()
                .asString();
        put(pools + "/SUPPORT", shown).statusCode(200).header("ETag", tag);
        put(pools, "[" + SUPPORT + ",{\"code\":\"IT\",\"accounts\":[\"45*\"]}]")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1));
        given().get(pools).then().body("items.code", contains("IT", "SUPPORT")).body("items[0].unit", equalTo(null));
        given().header("If-Match", "\"1\"").delete(pools + "/SUPPORT").then().statusCode(412);
        given().delete(pools + "/SUPPORT").then().statusCode(204);
        given().get(pools + "/SUPPORT").then().statusCode(404);
        given().delete(pools + "/SUPPORT").then().statusCode(404);
        put(pools + "/SUPPORT", SUPPORT).statusCode(201);
    }

    @Test
    void refusesPoolsThatAreWrong() {
        String pools = HttpBooks.open().path() + "/cost-pools";

        put(pools + "/A", "{\"code\":\"B\",\"accounts\":[\"1300\"],\"filter\":\"CHANNEL\"}")
                .statusCode(422)
                .body("violations.code", contains("code_invalid", "value_invalid", "account_type_not_allowed"))
                .body("violations.pointer", contains("/code", "/filter", "/accounts/0"));
        put(pools, "[{\"code\":\"A\",\"accounts\":[\"7000\"]},{\"code\":\"A\",\"accounts\":[\"7000\"]}]")
                .statusCode(422)
                .body("violations.code", contains("code_repeated"))
                .body("violations.pointer", contains("/1/code"));
        put(pools + "/A", "{\"accounts\":[\"7000\"],\"color\":\"red\"}").statusCode(400);
        given().get(pools).then().body("items.size()", equalTo(0));
    }

    @Test
    void keepsCapacitiesByPeriod() {
        String pools = HttpBooks.open().path() + "/cost-pools";
        put(pools + "/SUPPORT", SUPPORT).statusCode(201);
        String capacities = pools + "/SUPPORT/capacities";

        put(
                        capacities,
                        "[{\"period\":\"2026-03\",\"practical\":100800.50},{\"period\":\"2026-01\",\"practical\":\"9\"}]")
                .statusCode(200)
                .body("created", equalTo(2));
        String version = given().get(pools + "/SUPPORT").header("ETag");
        put(
                        capacities,
                        "[{\"period\":\"2026-03\",\"practical\":\"100800.5\"},{\"period\":\"2026-01\",\"practical\":8}]")
                .statusCode(200)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        given().get(capacities)
                .then()
                .body("items.period", contains("2026-01", "2026-03"))
                .body("items.practical", contains("8", "100800.5"))
                .body("next", equalTo(null));
        put(pools + "/SUPPORT", SUPPORT.replace("MINUTE", "HOUR"))
                .statusCode(409)
                .body("violations.code", contains("in_use"));
        given().delete(capacities + "?period=2026-03").then().statusCode(204);
        given().delete(capacities + "?period=2026-03").then().statusCode(404);
        given().delete(capacities + "?period=March").then().statusCode(400);
        given().get(capacities).then().body("items.period", contains("2026-01"));
        given().get(pools + "/SUPPORT").then().header("ETag", version);
        given().get(pools + "/NOBODY/capacities").then().statusCode(404);
    }

    @Test
    void refusesCapacityOfAPoolWithoutUnitAndForgetsThatOfAPoolThatIsGone() {
        String pools = HttpBooks.open().path() + "/cost-pools";
        put(pools + "/IT", "{\"accounts\":[\"7000\"]}").statusCode(201);
        put(pools + "/IT/capacities", "[{\"period\":\"2026-03\",\"practical\":\"1\"}]")
                .statusCode(422)
                .body("violations.code", contains("unit_missing"))
                .body("violations[0].message", containsString("The capacity of cost pool IT has no unit"));
        put(pools + "/SUPPORT", SUPPORT).statusCode(201);
        put(pools + "/SUPPORT/capacities", "[{\"period\":\"2026-03\",\"practical\":\"1\"}]")
                .statusCode(200);

        given().delete(pools + "/SUPPORT").then().statusCode(204);
        put(pools + "/SUPPORT", SUPPORT).statusCode(201);

        given().get(pools + "/SUPPORT/capacities").then().body("items.size()", equalTo(0));
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
