package nl.marge.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import nl.marge.kernel.Upsert.Outcome;

/** The answers of resources that have a version: their ETag, and what was done to them. */
public final class ResourceAnswers {

    private ResourceAnswers() {}

    /** The answer of a PUT: 201 when the resource is new, 200 otherwise, with the resource as it is now. */
    public static Response put(Outcome outcome, long version, Object body) {
        return Response.status(outcome == Outcome.CREATED ? Status.CREATED : Status.OK)
                .header(HttpHeaders.ETAG, ETags.ofVersion(version))
                .entity(body)
                .build();
    }

    /** The answer of a GET: the resource, or 304 when the caller has this version of it. */
    public static Response get(HttpHeaders headers, long version, Object body) {
        String tag = ETags.ofVersion(version);
        Response.ResponseBuilder answer = ETags.isKnown(headers, tag) ? Response.notModified() : Response.ok(body);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }
}
