package nl.marge.profitability;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/spec-profitability.md tells to type. */
@QuarkusTest
class SpecCommandsIT {

    private static final Pattern COMMAND = Pattern.compile("curl \"\\$B(/[^\"]+)\"");

    @Test
    void everyCommandOfTheSpecIsAnswered() throws IOException {
        given().post("/api/v1/demo");
        Matcher command = COMMAND.matcher(Files.readString(Path.of("docs/spec-profitability.md")));
        List<String> paths = new ArrayList<>();
        while (command.find()) {
            paths.add(command.group(1));
            assertEquals(
                    200, given().get("/api/v1/companies" + command.group(1)).statusCode(), command.group(1));
        }

        assertEquals(5, paths.size());
    }
}
