package nl.marge.ledger.posting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import nl.marge.company.Companies;
import nl.marge.kernel.Sha256;
import nl.marge.ledger.HttpBooks;
import nl.marge.platform.idempotency.IdempotencyKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single entries over HTTP as an ERP system would post them, rightly and wrongly. */
@QuarkusTest
class JournalEntryResourceIT {

    @Inject
    Companies companies;

    @Inject
    IdempotencyKeys keys;

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
    }

    @Test
    void postsAnEntryAndTellsWhatIsDerived() {
        String location = post(HttpBooks.sale("INV-1", "1250.00"))
                .statusCode(201)
                .body("number", equalTo(1))
                .body("outcome", equalTo("POSTED"))
                .body("lines[1].amount", equalTo("-1250.00"))
                .body("lines[1].quantity", equalTo("10"))
                .body("lines[1].dimensions.CHANNEL", equalTo("WEB"))
                .body("lines[1].derived.SEGMENT.value", equalTo("KEY"))
                .body("lines[1].derived.SEGMENT.by", equalTo("CUSTOMER"))
                .extract()
                .header("Location");

        given().get(location)
                .then()
                .statusCode(200)
                .body("externalId", equalTo("INV-1"))
                .body("number", equalTo(1));
        given().queryParam("externalId", "INV-1")
                .get(books.entries())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].number", equalTo(1));
        given().queryParam("externalId", "INV-2").get(books.entries()).then().body("items", hasSize(0));
    }

    @Test
    void answersARepeatWithTheStoredEntryAndAReuseWithAConflict() {
        String id =
                post(HttpBooks.sale("INV-1", "1250")).statusCode(201).extract().path("id");

        post(HttpBooks.sale("INV-1", "1250.00"))
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"))
                .body("id", equalTo(id));
        post(HttpBooks.sale("INV-1", "1250.01"))
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("violations.code", contains("external_id_reused"));
    }

    @Test
    void givesTheSameAnswerToARepeatedKeyAndDoesNothing() {
        String body = HttpBooks.sale("INV-1", "1250.00");
        String first = keyed("k-1", body)
                .statusCode(201)
                .header("Idempotency-Hit", nullValue())
                .extract()
                .asString();

        String second = keyed("k-1", body)
                .statusCode(201)
                .header("Idempotency-Hit", equalTo("true"))
                .header("Location", notNullValue())
                .extract()
                .asString();
        keyed("k-1", HttpBooks.sale("INV-2", "1.00"))
                .statusCode(409)
                .body("violations.code", contains("idempotency_key_reused"));
        keyed("k 2", body).statusCode(400).body("violations.code", contains("parameter_invalid"));

        assertEquals(first, second);
        post(HttpBooks.sale("INV-2", "1.00")).statusCode(201).body("number", equalTo(2));
    }

    @Test
    void doesNotKeepARefusalUnderItsKey() {
        keyed("k-1", HttpBooks.sale("INV-1", "1.005")).statusCode(422);

        keyed("k-1", HttpBooks.sale("INV-1", "1.00")).statusCode(201);
    }

    @Test
    void asksToWaitWhileTheFirstRequestWithAKeyRuns() {
        String body = HttpBooks.sale("INV-1", "1.00");
        int companyId = companies
                .require(books.path().substring(books.path().lastIndexOf('/') + 1))
                .id();
        IdempotencyKeys.Key key = new IdempotencyKeys.Key(
                companyId,
                Sha256.of(("POST " + books.entries() + " k-1").getBytes(StandardCharsets.UTF_8)),
                new byte[32]);
        keys.begin(key);

        keyed("k-1", body)
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("violations.code", contains("idempotency_key_in_use"));
        keys.end(key);
        keyed("k-1", body).statusCode(201);
    }

    @Test
    void tellsInADryRunWhatWouldBeStoredAndStoresNothing() {
        given().queryParam("dryRun", true)
                .contentType(ContentType.JSON)
                .body(HttpBooks.sale("INV-1", "1.00"))
                .post(books.entries())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("POSTED"))
                .body("id", nullValue())
                .body("number", nullValue())
                .body("lines[1].derived.SEGMENT.value", equalTo("KEY"));

        given().queryParam("externalId", "INV-1").get(books.entries()).then().body("items", hasSize(0));
        post(HttpBooks.sale("INV-1", "1.00")).statusCode(201).body("number", equalTo(1));
    }

    @Test
    void reversesOverHttp() {
        String id = post(HttpBooks.sale("INV-1", "1.00")).extract().path("id");
        String reversal = books.entries() + "/" + id + "/reversal";

        String reversalId = given().contentType(ContentType.JSON)
                .body("{\"postingDate\":\"2026-04-01\",\"reason\":\"Wrong customer\"}")
                .post(reversal)
                .then()
                .statusCode(201)
                .body("externalId", equalTo("INV-1/reversal"))
                .body("postingDate", equalTo("2026-04-01"))
                .body("reverses", equalTo(id))
                .body("lines[0].membershipDate", equalTo("2026-03-31"))
                .extract()
                .path("id");
        given().get(books.entries() + "/" + id).then().body("reversedBy", equalTo(reversalId));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(reversal)
                .then()
                .statusCode(409)
                .body("violations.code", contains("already_reversed"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(books.entries() + "/" + reversalId + "/reversal")
                .then()
                .statusCode(409)
                .body("violations.code", contains("reversal_is_final"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(books.entries() + "/nothing-here/reversal")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown"));
    }

    @Test
    void answersAnUnknownCompanyBeforeItReadsTheBody() {
        given().contentType(ContentType.JSON)
                .body("not json")
                .post("/api/v1/companies/NOBODY/journal-entries")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown"));
    }

    @Test
    void listsAThousandViolationsAndCountsTheRest() {
        String line = "{\"account\":\"4711\",\"amount\":\"1\"}";
        String body = "{\"externalId\":\"E\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\",\"lines\":["
                + String.join(",", Collections.nCopies(1001, line)) + "]}";

        post(body)
                .statusCode(422)
                .body("violations", hasSize(1000))
                .body("violationsTotal", equalTo(1001))
                .body("truncated", equalTo(true));
    }

    @Test
    void refusesAnEntryOfTenThousandAndOneLines() {
        String line = "{\"account\":\"8000\",\"amount\":\"1\"}";
        String body = "{\"externalId\":\"E\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\",\"lines\":["
                + String.join(",", Collections.nCopies(10_001, line)) + "]}";

        post(body).statusCode(422).body("violations.code", contains("entry_too_large"));
    }

    @Test
    void refusesToLookUpByAnIllFormedSourceOrExternalId() {
        for (String query : List.of("source=&externalId=INV-1", "source=a%20b&externalId=INV-1", "source=ERP")) {
            given().urlEncodingEnabled(false)
                    .get(books.entries() + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("parameter_invalid"))
                    .body("violations.parameter", contains("source"));
        }

        given().get(books.entries() + "?externalId=&source=ERP")
                .then()
                .statusCode(400)
                .body("violations.code", contains("parameter_invalid"))
                .body("violations.parameter", contains("externalId"));
    }

    @Test
    void neitherChangesNorDeletesEntries() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .patch(books.entries())
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, POST");
        given().delete(books.entries()).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        given().delete(books.entries() + "/1-1").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void refusesWhatIsNotReadable() {
        given().contentType(ContentType.JSON)
                .body("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))
                .post(books.entries())
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("json_unreadable"));
        post("").statusCode(400).body("violations.code", contains("json_unreadable"));
        given().contentType(ContentType.JSON)
                .body(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})
                .post(books.entries())
                .then()
                .statusCode(400)
                .body("violations.code", contains("encoding_invalid"));
        given().contentType("text/plain").body("x").post(books.entries()).then().statusCode(415);
        given().queryParam("dryRun", "yes")
                .queryParam("color", "red")
                .contentType(ContentType.JSON)
                .body(HttpBooks.sale("INV-1", "1.00"))
                .post(books.entries())
                .then()
                .statusCode(400)
                .body("violations.code", contains("parameter_unknown", "parameter_invalid"));
        given().queryParam("externalId", "INV-1").get(books.entries()).then().body("items", hasSize(0));
    }

    private ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries())
                .then();
    }

    private ValidatableResponse keyed(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(books.entries())
                .then();
    }
}
