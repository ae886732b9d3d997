package nl.marge.allocation.run;

import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The requests of docs/spec-allocation.md as somebody would copy them. */
@QuarkusTest
class DocumentedRequestsIT {

    private static final Pattern REQUEST = Pattern.compile("`(PUT|POST) (\\S+)`\n```json\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void leadFromAPoolToARun() throws IOException {
        AllocatedBooks books = AllocatedBooks.open();
        List<MatchResult> requests = REQUEST.matcher(Files.readString(Path.of("docs/spec-allocation.md")))
                .results()
                .toList();

        assertEquals(7, requests.size());
        for (MatchResult request : requests) {
            String below = "/" + request.group(2);
            if (request.group(1).equals("PUT")) {
                books.tryPut(below, request.group(3)).statusCode(lessThan(300));
            } else {
                ValidatableResponse accepted = books.post(below, request.group(3));
                assertEquals("PREVIEW", AllocatedBooks.waited(accepted).getString("result.outcome"));
            }
        }
    }
}
