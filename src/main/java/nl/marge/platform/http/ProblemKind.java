package nl.marge.platform.http;

import java.util.Locale;
import nl.marge.kernel.Refusal.Reason;

/** The classes of problems an answer can be, each with its HTTP status and its title, which never change. */
public enum ProblemKind {
    INVALID_REQUEST(
            400,
            "The request is not readable",
            "Not JSON, not UTF-8, an unknown or repeated member or query parameter, a wrong type, an"
                    + " unknown code in the query. All violations at once."),
    UNKNOWN(404, "There is no such resource", "There is no such company or resource."),
    METHOD_NOT_ALLOWED(
            405,
            "The resource does not take this method",
            "The path is known, but not with this method; Allow names those it takes."),
    NOT_ACCEPTABLE(406, "The answer has no such form", "There is no answer of the form that Accept asks for."),
    CONFLICT(409, "In conflict with what is stored", "In conflict with what is stored; nothing was changed."),
    PRECONDITION_FAILED(
            412, "The resource was changed meanwhile", "The resource has another version than If-Match says."),
    TOO_LARGE(
            413,
            "More than is taken in one piece",
            "More than 10 MB of JSON, or more items than are taken in one piece."),
    MEDIA_TYPE_NOT_SUPPORTED(
            415, "The body has a form that is not taken", "The Content-Type or Content-Encoding is not taken here."),
    ENTRY_REFUSED(422, "The content is refused", "Readable, but its content is refused. All violations at once."),
    BATCH_REFUSED(
            422, "The batch is refused", "At least one entry of an atomic batch is refused, so nothing was posted."),
    INTERNAL(
            500,
            "Something went wrong in the service",
            "An unexpected error; the log has the reason under its instance."),
    BUSY(503, "Not now", "Not now; Retry-After says when to come again.");

    /** Where the kinds are named as URIs, and told there. */
    static final String TYPES = "/problems/";

    private final int status;
    private final String title;
    private final String meaning;
    private final String code = name().toLowerCase(Locale.ROOT);

    ProblemKind(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** The kind that a refusal is over HTTP. */
    public static ProblemKind of(Reason reason) {
        return switch (reason) {
            case INVALID_REQUEST -> INVALID_REQUEST;
            case ENTRY_REFUSED -> ENTRY_REFUSED;
            case UNKNOWN -> UNKNOWN;
            case CONFLICT -> CONFLICT;
            case PRECONDITION_FAILED -> PRECONDITION_FAILED;
            case TOO_LARGE -> TOO_LARGE;
            case BUSY -> BUSY;
        };
    }

    /** The kind of a status that the framework gives: the one that has it, else that of its hundred. */
    static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** When it happens, and what that says of the request. */
    public String meaning() {
        return meaning;
    }

    /** The code as the contract writes it: {@code entry_refused}. */
    public String code() {
        return code;
    }

    /** The URI that names this kind, and at which the service tells what it means. */
    public String type() {
        return TYPES + code;
    }
}
