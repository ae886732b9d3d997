package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A job that was waited for. */
public record FinishedJob(JsonPath job) {

    private static final Set<String> UNFINISHED = Set.of("QUEUED", "RUNNING");
    private static final long PAUSE_NANOS = 20_000_000;
    private static final int LOOKS_LIMIT = 3_000;

    /** Waits for the job at {@code location} to be finished. */
    public static FinishedJob of(String location) {
        for (int look = 0; look < LOOKS_LIMIT; look++) {
            JsonPath job =
                    given().get(location).then().statusCode(200).extract().jsonPath();
            if (!UNFINISHED.contains(job.getString("state"))) {
                return new FinishedJob(job);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("job " + location + " is not finished after " + LOOKS_LIMIT + " looks");
    }

    /** Makes sure that it succeeded; else its problem is told. */
    public FinishedJob mustHaveSucceeded() {
        assertEquals("SUCCEEDED", job.getString("state"), () -> job.prettify());
        return this;
    }
}
