package nl.marge.platform.http.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.http.ProblemKind;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas of a problem and of a violation, and an example of each kind of problem. */
final class ProblemSchemas {

    static final String PROBLEM = "Problem";
    static final String VIOLATION = "Violation";

    private ProblemSchemas() {}

    static void define(Components components) {
        components.addSchema(PROBLEM, problem());
        components.addSchema(VIOLATION, violation());
    }

    static Schema wholeNumber() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }

    static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    /** A problem of this kind as it would be answered. */
    static Map<String, Object> example(ProblemKind kind, String instance) {
        return example(kind, instance, violationExample(kind));
    }

    /** The problem that a report of too many values is. */
    static Map<String, Object> reportTooLarge(String instance) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("code", ViolationCode.REPORT_TOO_LARGE.code());
        violation.put("parameter", "by");
        violation.put(
                "message",
                "The report has 5700019 values: 300001 rows with the total, 19 lines, 1 columns. A report has at most"
                        + " 5000000. Ask for fewer columns, set a limit, or filter.");
        return example(ProblemKind.ENTRY_REFUSED, instance, violation);
    }

    private static Map<String, Object> example(ProblemKind kind, String instance, Map<String, Object> violation) {
        List<Map<String, Object>> violations = violation.isEmpty() ? List.of() : List.of(violation);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", kind.type());
        example.put("title", kind.title());
        example.put("status", kind.status());
        example.put("detail", violation.isEmpty() ? detail(kind) : violation.get("message"));
        example.put(
                "instance", kind == ProblemKind.INTERNAL ? "urn:uuid:2f1c0a52-7f0e-4a4f-9f0c-3d2b8c1e5a77" : instance);
        example.put("code", kind.code());
        example.put("violations", violations);
        example.put("violationsTotal", violations.size());
        example.put("truncated", false);
        return example;
    }

    private static String detail(ProblemKind kind) {
        return switch (kind) {
            case UNKNOWN -> "There is no company ACME.";
            case TOO_LARGE ->
                "The body has more than 10485760 bytes. Send it in parts, or as NDJSON where that is taken.";
            case NOT_ACCEPTABLE -> "There is no answer of the form Accept asks for (image/png).";
            case MEDIA_TYPE_NOT_SUPPORTED -> "A body of Content-Type text/plain is not taken here.";
            case INTERNAL -> "The service could not do this, and the fault is not in the request.";
            case BUSY -> "Reports wait until the ledger is read: 1200000 of 3000000 lines.";
            default -> kind.title() + ".";
        };
    }

    private static Map<String, Object> violationExample(ProblemKind kind) {
        return switch (kind) {
            case INVALID_REQUEST ->
                violation(
                        ViolationCode.MEMBER_UNKNOWN,
                        "/nome",
                        "Member \"nome\" is not known here. Known are: name, type.");
            case ENTRY_REFUSED ->
                violation(ViolationCode.VALUE_INVALID, "/name", "The name is empty. Give 1 to 200 characters.");
            case CONFLICT -> violation(ViolationCode.IN_USE, "", "Account 7000 has lines. Block it instead.");
            case PRECONDITION_FAILED ->
                violation(ViolationCode.VERSION_CHANGED, "", "Account 7000 has version 6, not 5. Read it again.");
            default -> Map.of();
        };
    }

    private static Map<String, Object> violation(ViolationCode code, String pointer, String message) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("code", code.code());
        violation.put("pointer", pointer);
        violation.put("message", message);
        return violation;
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("The body of every error, whatever Accept says (RFC 9457).")
                .addProperty("type", text("The kind of problem as a URI."))
                .addProperty("title", text("The kind of problem in words that never change."))
                .addProperty("status", wholeNumber().description("The HTTP status."))
                .addProperty("detail", text("What is wrong in this case, and what to do."))
                .addProperty(
                        "instance",
                        text("The path of the request, or for an unexpected error the id under which the log has it."))
                .addProperty("code", text("The kind of problem as programs compare it."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(VIOLATION))
                                .description("All that is wrong, in order of precedence; at most 1,000 are listed."))
                .addProperty("violationsTotal", wholeNumber().description("How many there are, listed or not."))
                .addProperty(
                        "truncated",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("Whether there are more than are listed."))
                .required(List.of("type", "title", "status", "detail", "instance", "code"));
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("One thing that is wrong, with its place: a pointer, or a query parameter.")
                .addProperty(
                        "code", text("What kind of violation, in lower_snake.").addExample("member_unknown"))
                .addProperty(
                        "line",
                        wholeNumber().description("The physical line, from 1, where the body is NDJSON or a file."))
                .addProperty("pointer", text("Where in the body, or in its line (RFC 6901); empty for all of it."))
                .addProperty("parameter", text("The query parameter."))
                .addProperty("message", text("Thing, value and remedy in a sentence or two."))
                .required(List.of("code", "message"));
    }
}
