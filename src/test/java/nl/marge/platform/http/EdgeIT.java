package nl.marge.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import nl.marge.kernel.Refusal;
import nl.marge.platform.json.JsonBody;
import org.junit.jupiter.api.Test;

/** The edge over the wire, by a resource of tests only: every "no" and every accident is a problem. */
@QuarkusTest
class EdgeIT {

    private static final String PROBE = "/api/v1/probe";

    @TestHTTPResource("/")
    URI service;

    @Test
    void answersUnknownPathsWithProblem() {
        for (String path : List.of("/nowhere", "/api/v1/nowhere", PROBE + "/a/b", "/api/v2", "/q/nowhere")) {
            problem(given().accept("text/html").get(path).then(), 404, "unknown")
                    .body("instance", equalTo(path))
                    .body("type", equalTo("/problems/unknown"))
                    .body("violations", hasSize(0));
        }
    }

    @Test
    void answersStrangePathsWithProblem() throws IOException {
        List<String> strange = List.of(
                PROBE + "/%ff", PROBE + "?limit=%ff", PROBE + "/%00", "/../../etc/passwd", "/%2e%2e/x", PROBE + "?&&x");
        for (String path : strange) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 40"), path + ": " + answer);
            assertTrue(answer.contains("Content-Type: application/problem+json"), path + ": " + answer);
        }
    }

    /** What is no URI never reaches us: the server below answers it, without a body. */
    @Test
    void refusesRequestLineThatIsNoUri() throws IOException {
        for (String path : List.of(PROBE + "/%zz", PROBE + "?limit=%", "/{}")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 400 "), path + ": " + answer);
        }
    }

    @Test
    void tellsWhatEachKindOfProblemMeans() {
        for (ProblemKind kind : ProblemKind.values()) {
            given().get(kind.type())
                    .then()
                    .statusCode(200)
                    .body("type", equalTo(kind.type()))
                    .body("status", equalTo(kind.status()))
                    .body("title", equalTo(kind.title()))
                    .body("meaning", equalTo(kind.meaning()));
        }
        problem(given().get("/problems/nonsense").then(), 404, "unknown");
    }

    @Test
    void tellsTheMethodsThatPathTakes() {
        problem(given().delete(PROBE).then(), 405, "method_not_allowed").header("Allow", "GET, HEAD, OPTIONS, PUT");
        problem(given().post(PROBE + "/x").then(), 405, "method_not_allowed")
                .header("Allow", "DELETE, OPTIONS, PUT")
                .body("detail", equalTo("/api/v1/probe/x does not take POST. It takes DELETE, OPTIONS, PUT."));
    }

    @Test
    void refusesMediaTypesItDoesNotTakeOrGive() {
        problem(json("{}").contentType("text/plain").put(PROBE + "/x").then(), 415, "media_type_not_supported");
        problem(json("{}").contentType("text/csv").put(PROBE).then(), 415, "media_type_not_supported");
        problem(json("{}").header("Content-Encoding", "br").put(PROBE + "/x").then(), 415, "media_type_not_supported");
        problem(given().accept("image/png").get(PROBE).then(), 406, "not_acceptable");
        problem(given().accept("image/png").get(PROBE + "/table").then(), 406, "not_acceptable");
    }

    @Test
    void refusesEmptyBody() {
        problem(given().contentType(ContentType.JSON).put(PROBE + "/x").then(), 400, "invalid_request")
                .body("violations.code", contains("json_unreadable"))
                .body("violations[0].pointer", equalTo(""))
                .body("detail", equalTo("The body is empty. Send a JSON document."));
        problem(given().put(PROBE + "/x").then(), 400, "invalid_request");
    }

    @Test
    void refusesAllFaultsOfShapeAtOnce() {
        problem(json("{\"nome\":1,\"name\":2,\"name\":3}").put(PROBE + "/x").then(), 400, "invalid_request")
                .body("violations.code", contains("member_repeated", "member_unknown", "type_wrong"))
                .body("violations.pointer", contains("/name", "/nome", "/name"))
                .body("violationsTotal", equalTo(3))
                .body("truncated", equalTo(false));
        problem(
                        given().contentType("application/x-ndjson")
                                .body("{\"name\":\"a\"}\n\n{\"name\":1}".getBytes(StandardCharsets.UTF_8))
                                .put(PROBE)
                                .then(),
                        400,
                        "invalid_request")
                .body("violations[0].line", equalTo(3))
                .body("violations[0].pointer", equalTo("/name"));
    }

    @Test
    void refusesWhatIsNotUtf8AndWhatIsNestedTooDeep() {
        byte[] latin1 = "{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        problem(
                        given().contentType(ContentType.JSON)
                                .body(latin1)
                                .put(PROBE + "/x")
                                .then(),
                        400,
                        "invalid_request")
                .body("violations.code", contains("encoding_invalid"));
        problem(json("{\"name\":\"\\ud800\"}").put(PROBE + "/x").then(), 400, "invalid_request")
                .body("violations.code", contains("encoding_invalid"));
    }

    @Test
    void refusesHundredThousandBrackets() throws Exception {
        HttpResponse<String> answer = put("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"json_unreadable\""), answer.body());
    }

    @Test
    void refusesBodyThatIsTooLarge() throws Exception {
        byte[] largest =
                ("{\"name\":\"" + "x".repeat(JsonBody.BYTES_LIMIT - 11) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] tooLarge = Arrays.copyOf(largest, JsonBody.BYTES_LIMIT + 1);
        byte[] farTooLarge = new byte[8 * JsonBody.BYTES_LIMIT];

        assertEquals(200, put(largest).statusCode());
        for (byte[] body : List.of(tooLarge, farTooLarge)) {
            HttpResponse<String> answer = put(body);
            assertEquals(413, answer.statusCode());
            assertTrue(answer.body().contains("\"code\":\"too_large\""), answer.body());
        }
    }

    @Test
    void refusesUnknownAndIllFormedParameters() {
        problem(given().get(PROBE + "?limit=0&cursor=%3F&form=x&limt=1").then(), 400, "invalid_request")
                .body(
                        "violations.code",
                        contains("parameter_unknown", "parameter_unknown", "parameter_invalid", "parameter_invalid"))
                .body("violations.parameter", contains("form", "limt", "limit", "cursor"));
    }

    @Test
    void walksThroughPages() {
        String next = given().get(PROBE + "?limit=2")
                .then()
                .statusCode(200)
                .body("items", contains("a", "b"))
                .extract()
                .path("next");
        given().queryParam("cursor", next)
                .get(PROBE)
                .then()
                .statusCode(200)
                .body("items", contains("c"))
                .body("next", equalTo(null));
    }

    @Test
    void givesEachRefusalItsStatus() {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            ProblemKind kind = ProblemKind.of(reason);
            problem(given().delete(PROBE + "/" + reason).then(), kind.status(), kind.code())
                    .body("detail", equalTo("Refused as " + reason + "."));
        }
        given().delete(PROBE + "/BUSY").then().header("Retry-After", "1");
    }

    @Test
    void showsNoInternalsOfAccident() {
        problem(given().get(PROBE + "/failure").then(), 500, "internal")
                .body("instance", startsWith("urn:uuid:"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void asksToComeAgainWhenTheDatabaseIsBusy() {
        for (String state : List.of("08000", "40001", "pool")) {
            problem(given().get(PROBE + "/failure/" + state).then(), 503, "busy")
                    .header("Retry-After", "1")
                    .body("detail", not(containsString("secret")));
        }
        problem(given().get(PROBE + "/failure/42000").then(), 500, "internal");
    }

    @Test
    void comparesVersions() {
        json("{}")
                .header("If-Match", "\"5\"")
                .put(PROBE + "/x")
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"");
        json("{}").header("If-Match", "W/\"5\"").put(PROBE + "/x").then().statusCode(200);
        problem(json("{}").header("If-Match", "\"4\"").put(PROBE + "/x").then(), 412, "precondition_failed");
        problem(json("{}").header("If-Match", "\"x\"").put(PROBE + "/x").then(), 412, "precondition_failed");
        problem(json("{}").header("If-Match", "*").put(PROBE + "/x").then(), 400, "invalid_request");
    }

    @Test
    void givesTablesAsJsonOrCsv() {
        given().get(PROBE + "/table").then().contentType("application/json");
        given().accept("text/html,*/*;q=0.8").get(PROBE + "/table").then().contentType("application/json");
        String byAccept = given().accept("text/csv")
                .get(PROBE + "/table")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .extract()
                .asString();
        String dutch = given().accept("application/json")
                .get(PROBE + "/table?format=csv&bom=true&decimal=comma&separator=semicolon")
                .then()
                .header("Content-Type", "text/csv;charset=UTF-8")
                .extract()
                .asString();

        assertEquals("name,value\r\n'=1+1,-12.50\r\n", byAccept);
        assertEquals("\uFEFFname;value\r\n'=1+1;-12,50\r\n", dutch);
        problem(given().get(PROBE + "/table?format=xml&decimal=dot").then(), 400, "invalid_request")
                .body("violations.parameter", contains("format", "decimal"));
    }

    @Test
    void saysThatNothingChanged() {
        String tag = given().get(PROBE + "/table").then().extract().header("ETag");

        given().header("If-None-Match", "\"x\", W/" + tag)
                .get(PROBE + "/table")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        given().header("If-None-Match", tag)
                .get(PROBE + "/table?format=csv")
                .then()
                .statusCode(200);
    }

    @Test
    void readsGzipBodiesWhileTheyStream() throws Exception {
        byte[] line = "{\"name\":\"Jansen\"}\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        byte[] member = gzip(line);
        int members = 2_000;
        BodyPublisher body = BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(Collections.enumeration(IntStream.range(0, members)
                        .<InputStream>mapToObj(i -> new ByteArrayInputStream(member))
                        .toList())));

        HttpResponse<String> answer = sendStream(body, "gzip");

        assertEquals(
                Map.of("lines", 2_000_000, "wrong", 0),
                JsonPath.from(answer.body()).getMap(""));
        json(null)
                .header("Content-Encoding", "gzip")
                .body(gzip("{\"name\":\"a\"}".getBytes()))
                .put(PROBE + "/x")
                .then()
                .statusCode(200)
                .body("name", equalTo("a"));
    }

    @Test
    void refusesGzipBodyThatIsCutOffOrIsNone() throws Exception {
        byte[] whole = gzip("{\"name\":\"Jansen\"}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(whole, whole.length - 9);

        for (byte[] wrong : List.of(cut, Arrays.copyOf(whole, 5), new byte[0], "{}".getBytes())) {
            HttpResponse<String> answer = sendStream(BodyPublishers.ofByteArray(wrong), "gzip");

            assertEquals(400, answer.statusCode());
            assertTrue(answer.body().contains("The body breaks off or is damaged"), answer.body());
        }
    }

    @Test
    void refusesBodyWhoseClientLeftInTheMiddle() throws Exception {
        ProbeResource.BROKEN_OFF.clear();

        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PROBE + "/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                            + "Content-Length: 100000\r\n\r\n{\"name\":\"Jansen\"}\n{\"na")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertEquals("line 1", ProbeResource.BROKEN_OFF.poll(60, TimeUnit.SECONDS));
        }

        String refusal = ProbeResource.BROKEN_OFF.poll(60, TimeUnit.SECONDS);
        assertEquals("The body breaks off or is damaged after 22 bytes. Send it again.", refusal);
    }

    @Test
    void redirectsHomeAndTellsWhatRuns() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(307)
                .header("Location", containsString("/q/swagger-ui"));
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().get("/api/v1")
                .then()
                .statusCode(200)
                .body("name", equalTo("marge"))
                .body("schemaVersion", not(equalTo("unknown")))
                .body("java", equalTo(System.getProperty("java.version")));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    private HttpResponse<String> sendStream(BodyPublisher body, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(PROBE + "/stream"))
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", encoding)
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> put(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(PROBE + "/x"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static RequestSpecification json(String body) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        return body == null ? request : request.body(body);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .header("Content-Type", "application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }
}
