package nl.marge.ledger.batch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches over HTTP: JSON and NDJSON, whole and broken off. */
@QuarkusTest
class JournalBatchResourceIT {

    private static final String NDJSON = "application/x-ndjson";

    @TestHTTPResource
    URI service;

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
    }

    @Test
    void postsAJsonBatch() {
        String body = "{\"entries\":[" + HttpBooks.sale("A", "1.00") + "," + HttpBooks.sale("B", "2.00") + "]}";

        given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries() + "/batch")
                .then()
                .statusCode(200)
                .body("posted", equalTo(2))
                .body("firstNumber", equalTo(1))
                .body("lastNumber", equalTo(2))
                .body("problems", hasSize(0));
    }

    @Test
    void tellsTheProblemsOfAJsonBatchWithPointersWithinTheEntry() {
        String body = "{\"entries\":[" + HttpBooks.sale("A", "1.00")
                + ",{\"externalId\":\"B\",\"postingDate\":\"2026-03-31\",\"lines\":[{\"account\":8000}]}]}";

        given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries() + "/batch?atomic=false")
                .then()
                .statusCode(207)
                .body("posted", equalTo(1))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].line", nullValue())
                .body("problems[0].violations.code", contains("type_wrong"))
                .body("problems[0].violations.pointer", contains("/lines/0/account"));
        given().contentType(ContentType.JSON)
                .body("{\"entries\":[],\"more\":1}")
                .post(books.entries() + "/batch")
                .then()
                .statusCode(400)
                .body("violations.code", contains("member_unknown"));
    }

    @Test
    void refusesABatchThatEndsInTheMiddleOfALine() {
        String body = lines(20_000);
        String cut = body.substring(0, body.length() - 40);

        ndjson(cut, "")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("batch_refused"))
                .body("posted", equalTo(0))
                .body("problems[0].line", equalTo(20_000))
                .body("problems[0].index", equalTo(19_999))
                .body("problems[0].violations.code", contains("json_unreadable"));
        assertNothingPosted();
        ndjson(cut, "?atomic=false")
                .statusCode(207)
                .body("posted", equalTo(19_999))
                .body("rejected", equalTo(1));
        ndjson(body, "?atomic=false").statusCode(200).body("posted", equalTo(1)).body("unchanged", equalTo(19_999));
    }

    @Test
    void postsNothingOfAnAtomicBatchWhoseConnectionBreaks() throws IOException {
        byte[] body = lines(5_000).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + books.entries() + "/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            out.flush();
        }

        ndjson(new String(body, StandardCharsets.UTF_8), "")
                .statusCode(200)
                .body("posted", equalTo(5_000))
                .body("firstNumber", equalTo(1));
    }

    @Test
    void tellsALineThatIsNotUtf8AsOneRejectedEntry() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write((HttpBooks.revenue("A", "1.00") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}', '\n'});
        body.write(HttpBooks.revenue("B", "1.00").getBytes(StandardCharsets.UTF_8));

        given().contentType(NDJSON)
                .body(body.toByteArray())
                .post(books.entries() + "/batch?atomic=false")
                .then()
                .statusCode(207)
                .body("posted", equalTo(2))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].line", equalTo(3))
                .body("problems[0].violations.code", contains("encoding_invalid"));
    }

    @Test
    void takesGzipAndTellsProblemsAsCsv() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write((HttpBooks.revenue("A", "1.00") + "\n" + HttpBooks.revenue("B", "1.005"))
                    .getBytes(StandardCharsets.UTF_8));
        }

        given().contentType(NDJSON)
                .header("Content-Encoding", "gzip")
                .accept("text/csv")
                .body(zipped.toByteArray())
                .post(books.entries() + "/batch?atomic=false")
                .then()
                .statusCode(207)
                .contentType(containsString("text/csv"))
                .body(containsString(
                        "index,line,external_id,code,pointer,message\r\n1,2,B,amount_scale,/lines/0/amount"));
    }

    @Test
    void keepsTheAnswerToAKeyedAtomicBatch() {
        String body = lines(10);
        String first = keyed(body, "")
                .statusCode(200)
                .header("Idempotency-Hit", nullValue())
                .extract()
                .asString();
        String again = keyed(body, "")
                .statusCode(200)
                .header("Idempotency-Hit", equalTo("true"))
                .extract()
                .asString();

        assertEquals(first, again);
        keyed(lines(11), "").statusCode(409).body("violations.code", contains("idempotency_key_reused"));
        keyed(body, "?atomic=false").statusCode(422);
    }

    @Test
    void tellsInADryRunWhatWouldHappen() {
        String body = HttpBooks.revenue("A", "1.00") + "\n" + HttpBooks.revenue("A", "1") + "\n"
                + HttpBooks.revenue("A", "2") + "\n" + HttpBooks.revenue("B", "2");

        ndjson(body, "?atomic=false&dryRun=true")
                .statusCode(207)
                .body("posted", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("problems[0].violations.code", contains("external_id_reused"));
        ndjson(body, "?dryRun=true").statusCode(422).body("posted", equalTo(0));
        assertNothingPosted();
    }

    @Test
    void tellsAtOnceWhichEntriesAreWrongAndWhichIdsAreTaken() {
        ndjson(HttpBooks.revenue("A", "1.00"), "").statusCode(200);
        String body = HttpBooks.revenue("A", "2.00") + "\n" + HttpBooks.revenue("B", "1.00") + "\n"
                + HttpBooks.revenue("B", "2.00") + "\n"
                + HttpBooks.revenue("C", "1.00").replace("8000", "4711") + "\n"
                + HttpBooks.revenue("A", "3.00").replace("8000", "4711");

        for (String query : List.of("", "?dryRun=true")) {
            ndjson(body, query)
                    .statusCode(422)
                    .body("code", equalTo("batch_refused"))
                    .body("posted", equalTo(0))
                    .body("rejected", equalTo(4))
                    .body("problems.index", contains(0, 2, 3, 4))
                    .body("problems[0].violations.code", contains("external_id_reused"))
                    .body("problems[1].violations.code", contains("external_id_reused"))
                    .body("problems[2].violations.code", contains("account_unknown"))
                    .body("problems[3].violations.code", contains("account_unknown", "external_id_reused"));
        }
    }

    @Test
    void tellsTakenIdsOfALongBatchToo() {
        ndjson(HttpBooks.revenue("E15000", "2.00"), "").statusCode(200);

        ndjson(lines(21_000).replaceFirst("\"8000\"", "\"4711\""), "")
                .statusCode(422)
                .body("rejected", equalTo(2))
                .body("problems.index", contains(0, 15_000))
                .body("problems[1].violations.code", contains("external_id_reused"));
    }

    @Test
    void refusesABatchOfNothing() {
        for (String query : List.of("", "?atomic=false", "?dryRun=true")) {
            ndjson("\n\r\n", query)
                    .statusCode(422)
                    .body("violations.code", contains("value_missing"))
                    .body("violations[0].message", containsString("The batch has no entries"));
            ndjson("", query).statusCode(400).body("violations.code", contains("json_unreadable"));
            json("{\"entries\":[]}", query)
                    .statusCode(422)
                    .body("violations.pointer", contains("/entries"))
                    .body("violations[0].message", containsString("The batch has no entries"));
            json("{}", query).statusCode(400).body("violations[0].message", containsString("no member entries"));
            json("{\"entries\":null}", query).statusCode(400);
            json("", query).statusCode(400);
        }
    }

    private ValidatableResponse json(String body, String query) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(books.entries() + "/batch" + query)
                .then();
    }

    private void assertNothingPosted() {
        given().get(books.entries() + "?limit=1").then().statusCode(200).body("items", hasSize(0));
    }

    private static String lines(int entries) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < entries; i++) {
            body.append(HttpBooks.revenue("E" + i, "1.00")).append('\n');
        }
        return body.toString();
    }

    private ValidatableResponse ndjson(String body, String query) {
        return given().contentType(NDJSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch" + query)
                .then();
    }

    private ValidatableResponse keyed(String body, String query) {
        return given().contentType(NDJSON)
                .header("Idempotency-Key", "batch-1")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch" + query)
                .then();
    }
}
