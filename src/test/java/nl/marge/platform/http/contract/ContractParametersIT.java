package nl.marge.platform.http.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.marge.demo.FinishedJob;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/**
 * The contract names exactly the query parameters that the service takes. What it takes it tells itself: every
 * operation is asked with a parameter that none has, and its refusal lists those it knows.
 */
@QuarkusTest
class ContractParametersIT {

    private static final Path CONTRACT = Path.of("target/openapi/openapi.json");
    private static final String STRANGE = "no-operation-has-this";
    private static final Pattern KNOWN = Pattern.compile("Known are: (.*)\\.$");

    private final JsonNode contract = contract();

    @Test
    void namesTheQueryParametersThatEachOperationTakes() {
        Map<String, String> sample = sample();

        List<String> faults = new ArrayList<>();
        operations((name, operation) -> {
            List<String> described = queryParameters(operation);
            List<String> taken = new ArrayList<>(taken(name, path(name, operation, sample)));
            if (!described.equals(taken.stream().sorted().toList())) {
                faults.add(name + " takes " + taken + ", the contract says " + described);
            }
        });

        assertEquals(List.of(), faults);
    }

    @Test
    void describesEachParameterInWordsOfItsOwn() {
        List<String> faults = new ArrayList<>();
        operations((name, operation) -> {
            Set<String> descriptions = new HashSet<>();
            for (JsonNode parameter : operation.path("parameters")) {
                String description = resolved(parameter).path("description").asText();
                if (description.isBlank() || !descriptions.add(description)) {
                    faults.add(name + " " + resolved(parameter).path("name") + ": \"" + description + "\"");
                }
                if (parameter.has("$ref") && parameter.size() > 1) {
                    faults.add(name + " says more of the shared " + parameter.path("$ref"));
                }
            }
        });

        assertEquals(List.of(), faults);
    }

    @Test
    void namesTheHeadersThatAnswersSpeakOf() {
        List<String> faults = new ArrayList<>();
        operations((name, operation) -> {
            boolean notModified = operation.path("responses").has("304");
            if (notModified != takesHeader(operation, "If-None-Match")) {
                faults.add(name + " has 304 or If-None-Match without the other");
            }
            boolean writesVersion = operation.path("responses").has("412");
            if (writesVersion != takesHeader(operation, "If-Match")) {
                faults.add(name + " has 412 or If-Match without the other");
            }
        });

        assertEquals(List.of(), faults);
    }

    /** A value for parameters of paths, such that every path leads to something; others are as their example says. */
    private static Map<String, String> sample() {
        HttpBooks books = HttpBooks.open();
        String entry = given().contentType(ContentType.JSON)
                .body(HttpBooks.sale("SAMPLE-1", "100.00"))
                .post(books.entries())
                .path("id");
        books.put("/cost-pools/SUPPORT", "{\"accounts\":[\"7000\"],\"unit\":\"MINUTE\"}");
        books.put(
                "/what-ifs/DEARER",
                "{\"name\":\"x\",\"from\":\"2026-01\",\"to\":\"2026-12\",\"by\":\"SEGMENT\",\"levers\":[{\"lever\":\"PRICE\","
                        + "\"filter\":\"SEGMENT:KEY\",\"changePercent\":\"1\"}]}");
        books.put("/segmentations/TENTHS", "{\"of\":\"CUSTOMER\",\"into\":\"SEGMENT\",\"method\":\"DECILES\"}");
        books.put("/drivers/ORDER_LINES", "{\"unit\":\"LINE\",\"receivers\":[\"SEGMENT\"]}");
        return Map.ofEntries(
                Map.entry("company", books.path().substring(books.path().lastIndexOf('/') + 1)),
                Map.entry("account", "1300"),
                Map.entry("dimension", "CUSTOMER"),
                Map.entry("target", "SEGMENT"),
                Map.entry("value", "C1"),
                Map.entry("id", entry),
                Map.entry("pool", "SUPPORT"),
                Map.entry("driver", "ORDER_LINES"),
                Map.entry("period", "2026-03"),
                Map.entry("problem", "entry_refused"),
                Map.entry("run", run(books)),
                Map.entry("whatIf", "DEARER"),
                Map.entry("segmentation", "TENTHS"));
    }

    /** A preview of a cycle, so that traces have something to trace. */
    private static String run(HttpBooks books) {
        books.put(
                "/drivers/ORDER_LINES/quantities",
                "[{\"period\":\"2026-03\",\"receiver\":{\"SEGMENT\":\"KEY\"},\"quantity\":\"1\"}]");
        books.put(
                "/allocation-cycles/MONTHLY",
                "{\"versions\":[{\"from\":\"2026-01\",\"rules\":[{\"code\":\"R\",\"order\":1,\"pool\":\"SUPPORT\","
                        + "\"method\":\"DIRECT\",\"driver\":\"ORDER_LINES\"}]}]}");
        String job = given().contentType(ContentType.JSON)
                .body("{\"cycle\":\"MONTHLY\",\"period\":\"2026-03\",\"dryRun\":true}")
                .post(books.path() + "/allocation-runs")
                .header("Location");
        return FinishedJob.of(job).mustHaveSucceeded().job().getString("result.run");
    }

    private String path(String name, JsonNode operation, Map<String, String> sample) {
        String path = name.substring(name.indexOf(' ') + 1);
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(reference);
            String parameterName = parameter.path("name").asText();
            String example = parameter.path("example").asText("X1");
            path = path.replace("{" + parameterName + "}", sample.getOrDefault(parameterName, example));
        }
        return path;
    }

    private static List<String> taken(String name, String path) {
        String method = name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT);
        Response refused = given().contentType(ContentType.JSON)
                .queryParam(STRANGE, "1")
                .urlEncodingEnabled(false)
                .request(method, path);
        List<String> messages = refused.statusCode() == 400
                ? refused.jsonPath().getList("violations.findAll{it.parameter=='" + STRANGE + "'}.message")
                : List.of();
        if (messages.isEmpty()) {
            throw new AssertionError(name + " did not refuse a parameter it cannot know: " + refused.statusLine()
                    + " Give its path a sample or an example, or let it read its query.");
        }
        Matcher known = KNOWN.matcher(messages.get(0));
        return known.find() ? List.of(known.group(1).split(", ")) : List.of();
    }

    private List<String> queryParameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (resolved(parameter).path("in").asText().equals("query")) {
                names.add(resolved(parameter).path("name").asText());
            }
        }
        return names.stream().sorted().toList();
    }

    private boolean takesHeader(JsonNode operation, String header) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (resolved(parameter).path("name").asText().equals(header)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode parameter) {
        return Optional.ofNullable(parameter.get("$ref"))
                .map(reference -> contract.at(reference.asText().substring(1)))
                .orElse(parameter);
    }

    private interface Described {
        void as(String name, JsonNode operation);
    }

    private void operations(Described described) {
        contract.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> described.as(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper().readTree(CONTRACT.toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException("the build wrote no contract to " + CONTRACT, unreadable);
        }
    }
}
