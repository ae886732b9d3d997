package nl.marge.platform.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What all problems have (RFC 9457). An answer with members of its own, such as a refused batch, unwraps this head
 * beside them ({@code @JsonUnwrapped}) and goes out by {@link Problems#answer(ProblemHead, Object)}.
 *
 * @param instance what happened: the path of the request, or for an unexpected error the id under which the log has it
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code"})
public record ProblemHead(String type, String title, int status, String detail, String instance, String code) {
    public ProblemHead {
        requireNonNull(type, "type");
        requireNonNull(title, "title");
        requireNonNull(detail, "detail");
        requireNonNull(instance, "instance");
        requireNonNull(code, "code");
    }

    /** The head of a problem of this kind. */
    public static ProblemHead of(ProblemKind kind, String detail, String instance) {
        return new ProblemHead(kind.type(), kind.title(), kind.status(), detail, instance, kind.code());
    }
}
