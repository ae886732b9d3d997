package nl.marge.platform.http.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.marge.platform.http.ProblemKind;
import nl.marge.platform.http.Problems;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The error answers that operations share, each once with an example, and which operation has which. */
final class StandardAnswers {

    private static final String WITHOUT = "x-without";
    private static final String NOT_MODIFIED = "NotModified";
    private static final String REPORT_TOO_LARGE = "ReportTooLarge";
    private static final String INSTANCE = "/api/v1/companies/ACME/accounts/7000";

    private StandardAnswers() {}

    /** Adds each answer to the components, by the name of its kind. */
    static void define(Components components) {
        for (ProblemKind kind : ProblemKind.values()) {
            components.addResponse(name(kind), answer(kind));
        }
        components.addResponse(
                REPORT_TOO_LARGE,
                answer(
                        "The report would have more values than are answered in one piece.",
                        ProblemSchemas.reportTooLarge("/api/v1/companies/ACME/profit-and-loss")));
        components.addResponse(
                NOT_MODIFIED,
                OASFactory.createAPIResponse()
                        .description("The caller has this answer already, by one of the tags in If-None-Match."));
    }

    /** Adds to an operation the answers it has and does not declare itself. */
    static void addTo(String path, HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        List<String> without = without(operation);
        for (ProblemKind kind : of(path, method, operation)) {
            String status = Integer.toString(kind.status());
            if (!isDeclared(responses.getAPIResponse(status)) && !without.contains(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name(kind)));
            }
        }
        if (StandardParameters.takes(operation, StandardParameters.IF_NONE_MATCH)) {
            responses.addAPIResponse("304", OASFactory.createAPIResponse().ref(NOT_MODIFIED));
        }
        sort(operation);
    }

    /** Where a body may be unreadable the framework itself puts a 400 that says nothing. */
    private static boolean isDeclared(APIResponse answer) {
        return answer != null && (answer.getRef() != null || answer.getContent() != null);
    }

    private static List<ProblemKind> of(String path, HttpMethod method, Operation operation) {
        List<ProblemKind> kinds = new ArrayList<>(List.of(
                ProblemKind.INVALID_REQUEST, ProblemKind.NOT_ACCEPTABLE, ProblemKind.INTERNAL, ProblemKind.BUSY));
        boolean writes = method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.DELETE;
        if (path.contains("{")) {
            kinds.add(ProblemKind.UNKNOWN);
            addIf(writes, ProblemKind.CONFLICT, kinds);
        }
        addIf(StandardParameters.takes(operation, StandardParameters.IF_MATCH), ProblemKind.PRECONDITION_FAILED, kinds);
        if (operation.getRequestBody() != null) {
            kinds.addAll(
                    List.of(ProblemKind.TOO_LARGE, ProblemKind.MEDIA_TYPE_NOT_SUPPORTED, ProblemKind.ENTRY_REFUSED));
        }
        return kinds;
    }

    private static void addIf(boolean applies, ProblemKind kind, List<ProblemKind> kinds) {
        if (applies) {
            kinds.add(kind);
        }
    }

    private static List<String> without(Operation operation) {
        Object listed = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(WITHOUT);
        if (listed == null) {
            return List.of();
        }
        operation.removeExtension(WITHOUT);
        return Arrays.asList(listed.toString().split(","));
    }

    private static void sort(Operation operation) {
        APIResponses sorted = OASFactory.createAPIResponses();
        operation.getResponses().getAPIResponses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(answer -> sorted.addAPIResponse(answer.getKey(), answer.getValue()));
        operation.setResponses(sorted);
    }

    private static APIResponse answer(ProblemKind kind) {
        APIResponse answer = answer(kind.meaning(), ProblemSchemas.example(kind, INSTANCE));
        if (kind == ProblemKind.BUSY) {
            answer.addHeader(
                    "Retry-After",
                    OASFactory.createHeader().description("Seconds to wait.").schema(ProblemSchemas.wholeNumber()));
        }
        return answer;
    }

    private static APIResponse answer(String description, Map<String, Object> example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(ProblemSchemas.PROBLEM))
                                        .example(example)));
    }

    /** {@code EntryRefused} for {@code ENTRY_REFUSED}. */
    private static String name(ProblemKind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.code().split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
