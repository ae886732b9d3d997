package nl.marge.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;

/** Problems as answers: {@code application/problem+json}, with the headers their status asks for. */
public final class Problems {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a request that came at the wrong moment may come again. */
    private static final int RETRY_AFTER_SECONDS = 1;

    private static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);

    private Problems() {}

    /** The answer to a refused request. */
    public static Response answer(Refusal refusal, UriInfo uri) {
        Problem problem = Problem.of(refusal, instance(uri));
        ResponseBuilder answer = build(problem.head(), problem);
        boolean running = refusal.violations().stream()
                .anyMatch(violation -> violation.code() == ViolationCode.IDEMPOTENCY_KEY_IN_USE);
        if (running || refusal.reason() == Refusal.Reason.BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    /** An answer whose body has this head and members of its own. */
    public static Response answer(ProblemHead head, Object body) {
        return build(head, body).build();
    }

    /** What {@code instance} says of a problem that is no accident: the path of the request. */
    public static String instance(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    /** The answer for a problem that needs no list; headers can be added. */
    static ResponseBuilder build(ProblemKind kind, String detail, String instance) {
        Problem problem = Problem.of(kind, detail, instance);
        return build(problem.head(), problem);
    }

    private static ResponseBuilder build(ProblemHead head, Object body) {
        return Response.status(head.status()).type(TYPE).entity(body);
    }
}
