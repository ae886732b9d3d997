package nl.marge.platform.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The contract is written from the code and reviewed as a diff: the document that the build of this very test wrote is
 * compared with the committed one; {@code -Dcontract.accept=true} takes over the new one.
 */
@QuarkusTest
class ContractIT {

    private static final Path WRITTEN = Path.of("target/openapi/openapi.yaml");
    private static final Path WRITTEN_JSON = Path.of("target/openapi/openapi.json");
    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");

    @Test
    void isTheCommittedOne() throws IOException {
        if (Boolean.getBoolean("contract.accept")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.copy(WRITTEN, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
        }

        assertEquals(
                Files.readString(COMMITTED),
                Files.readString(WRITTEN),
                "the contract changed; run this test with -Dcontract.accept=true and review the diff");
    }

    @Test
    void describesEveryOperation() throws IOException {
        Map<String, JsonNode> operations = operations();

        List<String> faults = new ArrayList<>();
        operations.forEach((name, operation) -> {
            for (String member : List.of("operationId", "summary", "tags")) {
                if (operation.path(member).isMissingNode()) {
                    faults.add(name + " has no " + member);
                }
            }
            addAnswersWithoutExample(name, operation, faults);
            addContentWithoutExample(name + " body", operation.path("requestBody"), faults);
        });

        assertEquals(List.of(), faults);
        assertEquals(true, operations.containsKey("get /api/v1"));
    }

    private static void addAnswersWithoutExample(String name, JsonNode operation, List<String> faults) {
        operation.path("responses").properties().forEach(answer -> {
            if (!answer.getValue().has("$ref")) {
                addContentWithoutExample(name + " " + answer.getKey(), answer.getValue(), faults);
            }
        });
    }

    private static void addContentWithoutExample(String name, JsonNode described, List<String> faults) {
        described.path("content").properties().forEach(content -> {
            JsonNode media = content.getValue();
            if (!media.has("example") && !media.has("examples")) {
                faults.add(name + " " + content.getKey() + " has no example");
            }
        });
    }

    private static Map<String, JsonNode> operations() throws IOException {
        JsonNode contract = new ObjectMapper().readTree(WRITTEN_JSON.toFile());
        Map<String, JsonNode> operations = new TreeMap<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (List.of("get", "put", "post", "delete").contains(operation.getKey())) {
                        operations.put(operation.getKey() + " " + path.getKey(), operation.getValue());
                    }
                }));
        return operations;
    }
}
