package nl.marge.platform.http.keyed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Sha256;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;
import nl.marge.platform.json.JsonBody;

/**
 * Requests with an {@code Idempotency-Key}: a repeat with the same body gets the same answer and does nothing; the
 * answer is written in the transaction of what it answers.
 */
@ApplicationScoped
public class KeyedRequests {

    public static final String HEADER = "Idempotency-Key";
    public static final String HIT = "Idempotency-Hit";
    private static final int KEY_LIMIT = 200;

    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    KeyedRequests(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /**
     * Checks the form of a key.
     *
     * @throws Refusal INVALID_REQUEST when it is not 1 to 200 visible ASCII characters
     */
    public static void checkForm(String key) {
        if (key.isEmpty()
                || key.length() > KEY_LIMIT
                || key.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw Refusal.of(
                    Refusal.Reason.INVALID_REQUEST,
                    Violation.parameter(
                            HEADER,
                            ViolationCode.PARAMETER_INVALID,
                            "Header Idempotency-Key is not 1 to 200 visible ASCII characters. Send a UUID, for"
                                    + " example."));
        }
    }

    /** The key in its scope: company, method and path. */
    public static IdempotencyKeys.Key key(int companyId, String path, String key, byte[] bodyHash) {
        ByteArrayOutputStream scope = new ByteArrayOutputStream();
        scope.writeBytes("POST ".getBytes(StandardCharsets.UTF_8));
        scope.writeBytes(path.getBytes(StandardCharsets.UTF_8));
        scope.writeBytes((" " + key).getBytes(StandardCharsets.UTF_8));
        return new IdempotencyKeys.Key(companyId, Sha256.of(scope.toByteArray()), bodyHash);
    }

    /** Runs a request to the path of {@code uri}: under the key its header says, or without one. */
    public Response run(int companyId, String header, UriInfo uri, InputStream body, Request request)
            throws IOException {
        if (header == null) {
            return request.run(body, Optional.empty());
        }
        checkForm(header);
        byte[] bytes = body.readNBytes(JsonBody.BYTES_LIMIT + 1);
        IdempotencyKeys.Key key = key(companyId, uri.getPath(), header, Sha256.of(bytes));
        return run(key, header, owned -> request.run(new ByteArrayInputStream(bytes), Optional.of(owned)));
    }

    /** Runs a keyed request, or gives the answer it got before. */
    public Response run(IdempotencyKeys.Key key, String shownKey, Function<IdempotencyKeys.Key, Response> request) {
        if (!keys.begin(key)) {
            throw conflict(inUse(shownKey));
        }
        try {
            Optional<IdempotencyKeys.Kept> kept = keys.find(key);
            return kept.isPresent() ? repeated(key, shownKey, kept.get()) : request.apply(key);
        } catch (RepeatedRequest elsewhere) {
            return repeated(key, shownKey, elsewhere.kept());
        } finally {
            keys.end(key);
        }
    }

    /** An answer as it goes out and as it is kept. */
    public IdempotencyKeys.Answer answer(int status, String location, Object body) {
        try {
            return new IdempotencyKeys.Answer(status, location, json.writeValueAsBytes(body));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("an answer cannot be written as JSON: " + body, bug);
        }
    }

    private static Response repeated(IdempotencyKeys.Key key, String shownKey, IdempotencyKeys.Kept kept) {
        if (!Arrays.equals(kept.bodyHash(), key.bodyHash())) {
            throw conflict(reused(shownKey));
        }
        IdempotencyKeys.Answer answer = kept.answer();
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .header(HIT, "true")
                .entity(answer.body());
        if (!answer.location().isEmpty()) {
            response.header("Location", answer.location());
        }
        return response.build();
    }

    private static Violation reused(String key) {
        return new Violation(
                ViolationCode.IDEMPOTENCY_KEY_REUSED,
                new Place.Parameter(HEADER),
                "Idempotency-Key \"" + Texts.excerpt(key) + "\" was used with another body. Use a new key for a new"
                        + " request; nothing was done.");
    }

    private static Violation inUse(String key) {
        return new Violation(
                ViolationCode.IDEMPOTENCY_KEY_IN_USE,
                new Place.Parameter(HEADER),
                "The first request with Idempotency-Key \"" + Texts.excerpt(key)
                        + "\" is still running. Ask again in a moment.");
    }

    private static Refusal conflict(Violation violation) {
        return Refusal.of(Refusal.Reason.CONFLICT, violation);
    }

    /** What is done with a body, and under which key. */
    public interface Request {
        Response run(InputStream body, Optional<IdempotencyKeys.Key> key);
    }
}
