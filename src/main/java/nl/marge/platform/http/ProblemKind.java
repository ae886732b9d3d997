package nl.marge.platform.http;

import java.util.Locale;
import nl.marge.kernel.Refusal.Reason;

/** The classes of problems an answer can be, each with its HTTP status and its title, which never change. */
public enum ProblemKind {
    INVALID_REQUEST(400, "The request is not readable"),
    UNKNOWN(404, "There is no such resource"),
    METHOD_NOT_ALLOWED(405, "The resource does not take this method"),
    NOT_ACCEPTABLE(406, "The answer has no such form"),
    CONFLICT(409, "In conflict with what is stored"),
    PRECONDITION_FAILED(412, "The resource was changed meanwhile"),
    TOO_LARGE(413, "More than is taken in one piece"),
    MEDIA_TYPE_NOT_SUPPORTED(415, "The body has a form that is not taken"),
    ENTRY_REFUSED(422, "The content is refused"),
    BATCH_REFUSED(422, "The batch is refused"),
    INTERNAL(500, "Something went wrong in the service"),
    BUSY(503, "Not now");

    /** Where the kinds are named as URIs. */
    private static final String TYPES = "/problems/";

    private final int status;
    private final String title;
    private final String code = name().toLowerCase(Locale.ROOT);

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
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

    /** The code as the contract writes it: {@code entry_refused}. */
    public String code() {
        return code;
    }

    /** The URI that names this kind. */
    public String type() {
        return TYPES + code;
    }
}
