package nl.marge.ledger.source;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources over HTTP, on a real database. */
@QuarkusTest
class SourceResourceIT {

    private String sources;

    @BeforeEach
    void openBooks() {
        sources = HttpBooks.open().path() + "/sources";
    }

    @Test
    void createsShowsReplacesListsAndForgetsSources() {
        given().get(sources + "/ERP").then().statusCode(404);

        String tag = put(sources + "/ERP", "{\"mode\":\"QUARANTINE\",\"lateLines\":\"REDIRECT\"}")
                .statusCode(201)
                .body("code", equalTo("ERP"))
                .body("mode", equalTo("QUARANTINE"))
                .body("lateLines", equalTo("REDIRECT"))
                .extract()
                .header("ETag");
        String shown = given().get(sources + "/ERP").asString();
        put(sources + "/ERP", shown).statusCode(200).header("ETag", tag);
        put(sources + "/ERP", "{}").statusCode(200).body("mode", equalTo("REJECT"));
        put(sources, "[{\"code\":\"ERP\"},{\"code\":\"API\",\"mode\":\"ACCEPT_AS_UNASSIGNED\"}]")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1));
        given().get(sources).then().body("items.code", contains("API", "ERP"));

        given().header("If-Match", tag).delete(sources + "/ERP").then().statusCode(412);
        given().delete(sources + "/ERP").then().statusCode(204);
        given().delete(sources + "/API").then().statusCode(204);
        given().get(sources).then().body("items", empty());
    }

    @Test
    void tellsEverythingThatIsWrong() {
        put(
                        sources,
                        "[{\"code\":\"A B\"},{\"code\":\"ERP\",\"mode\":\"LOSE\"},{\"code\":\"ERP\",\"lateLines\":\"KEEP\"}]")
                .statusCode(422)
                .body("violations.code", contains("code_invalid", "code_repeated", "value_invalid", "value_invalid"))
                .body("violations.pointer", contains("/0/code", "/2/code", "/1/mode", "/2/lateLines"));
        put(sources + "/ERP", "{\"code\":\"API\"}").statusCode(422).body("violations.pointer", contains("/code"));
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
