package nl.marge.platform.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a kind of problem means. */
@Schema(name = "ProblemKind")
record ProblemKindBody(
        @Schema(description = "The URI that problems of this kind name as type.")
        String type,

        @Schema(description = "The kind as programs compare it.")
        String code,

        @Schema(description = "The HTTP status it comes with.")
        int status,

        @Schema(description = "The kind in words that never change.")
        String title,

        @Schema(description = "When it happens, and what that says of the request.")
        String meaning) {

    static final String EXAMPLE = """
            {"type":"/problems/entry_refused","code":"entry_refused","status":422,"title":"The content is refused",
             "meaning":"Readable, but its content is refused. All violations at once."}""";

    static ProblemKindBody of(ProblemKind kind) {
        return new ProblemKindBody(kind.type(), kind.code(), kind.status(), kind.title(), kind.meaning());
    }
}
