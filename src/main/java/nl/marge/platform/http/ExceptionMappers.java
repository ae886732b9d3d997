package nl.marge.platform.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import nl.marge.kernel.Refusal;
import nl.marge.platform.Retries;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a "no" or an accident becomes an answer; every error that leaves the service is a problem. */
final class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private static final String DATABASE_BUSY =
            "The database cannot be reached or has too much to do. Send the request again a little later; it is safe to"
                    + " repeat.";

    private final AllowedMethods allowedMethods;

    ExceptionMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    public Response refused(Refusal refusal, UriInfo uri) {
        return Problems.answer(refusal, uri);
    }

    /** The framework also finds nothing where a path is known but not with this method. */
    @ServerExceptionMapper
    public Response notFound(NotFoundException exception, UriInfo uri, Request request) {
        String path = Problems.instance(uri);
        Set<String> allowed = allowedMethods.of(path);
        if (!allowed.isEmpty() && !allowed.contains(request.getMethod())) {
            return notAllowed(path, request, allowed);
        }
        String detail = "There is nothing at " + path + ". The paths are described at /q/openapi.";
        return Problems.build(ProblemKind.UNKNOWN, detail, path).build();
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException exception, UriInfo uri, Request request) {
        String path = Problems.instance(uri);
        return notAllowed(path, request, allowedMethods.of(path));
    }

    private static Response notAllowed(String path, Request request, Set<String> allowed) {
        String detail =
                path + " does not take " + request.getMethod() + ". It takes " + String.join(", ", allowed) + ".";
        return Problems.build(ProblemKind.METHOD_NOT_ALLOWED, detail, path)
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .build();
    }

    @ServerExceptionMapper
    public Response notAcceptable(NotAcceptableException exception, UriInfo uri, HttpHeaders headers) {
        String detail = "There is no answer of the form Accept asks for (" + headers.getHeaderString(HttpHeaders.ACCEPT)
                + "). Ask for application/json, or for what the contract names at this path.";
        return Problems.build(ProblemKind.NOT_ACCEPTABLE, detail, Problems.instance(uri))
                .build();
    }

    @ServerExceptionMapper
    public Response notSupported(NotSupportedException exception, UriInfo uri, HttpHeaders headers) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        String detail = "A body of Content-Type " + type + (encoding == null ? "" : ", Content-Encoding " + encoding)
                + " is not taken here. Send application/json, or what the contract names at this path, plain or as"
                + " gzip.";
        return Problems.build(ProblemKind.MEDIA_TYPE_NOT_SUPPORTED, detail, Problems.instance(uri))
                .build();
    }

    /** Without a mapper of exactly this class the framework answers with an empty 400. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException exception, UriInfo uri) {
        return unreadable(uri);
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException exception, UriInfo uri, Request request) {
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        return status < 500 ? unreadable(uri) : unexpected(exception, uri, request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable exception, UriInfo uri, Request request) {
        if (Retries.isPassing(exception)) {
            LOG.warnf("event=database_busy path=%s cause=%s", Problems.instance(uri), exception.getMessage());
            return Problems.answer(new Refusal(Refusal.Reason.BUSY, DATABASE_BUSY), uri);
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(
                exception,
                "event=internal_error instance=%s method=%s path=%s",
                instance,
                request.getMethod(),
                Problems.instance(uri));
        String detail = "The service could not do this, and the fault is not in the request. Its log has the reason"
                + " under this instance.";
        return Problems.build(ProblemKind.INTERNAL, detail, instance).build();
    }

    private static Response unreadable(UriInfo uri) {
        String detail = "The request could not be understood. The contract at /q/openapi says what is taken.";
        return Problems.build(ProblemKind.INVALID_REQUEST, detail, Problems.instance(uri))
                .build();
    }
}
