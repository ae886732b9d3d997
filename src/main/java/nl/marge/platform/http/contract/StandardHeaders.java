package nl.marge.platform.http.contract;

import static nl.marge.platform.http.contract.StandardParameters.oneOf;
import static nl.marge.platform.http.contract.StandardParameters.text;

import java.util.List;
import nl.marge.platform.http.keyed.KeyedRequests;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The headers that answers share, each once. Two follow from what an operation takes; the others a method names:
 * {@code headers = @Header(name = "X-Marge-Watermark", ref = "watermark")}.
 */
final class StandardHeaders {

    private static final String ENTITY_TAG = "etag";
    private static final String IDEMPOTENCY_HIT = "idempotencyHit";

    private StandardHeaders() {}

    static void define(Components components) {
        components
                .addHeader(
                        ENTITY_TAG,
                        header(
                                "The tag of this answer, for If-None-Match; of a resource its version, for If-Match"
                                        + " too.",
                                text(),
                                "\"5\""))
                .addHeader(
                        IDEMPOTENCY_HIT,
                        header(
                                "Says true when this request was done before under its Idempotency-Key, and this is"
                                        + " the answer it got then; absent otherwise.",
                                oneOf("true"),
                                "true"))
                .addHeader(
                        "location",
                        header("Where the entry stands.", text(), "/api/v1/companies/ACME/journal-entries/1-3f"))
                .addHeader(
                        "watermark",
                        header(
                                "What the answer knows: the number of the last entry, a point and the version of the"
                                        + " reference data.",
                                text(),
                                "1017.42"))
                .addHeader(
                        "difference",
                        header(
                                "By how much the report differs from the ledger, as reconciliation.difference says.",
                                text(),
                                "0.00"));
    }

    /** Adds to the answers of success what follows from the parameters that the operation takes. */
    static void addTo(Operation operation) {
        if (StandardParameters.takes(operation, StandardParameters.IDEMPOTENCY_KEY)) {
            addToWhole(operation, KeyedRequests.HIT, IDEMPOTENCY_HIT);
        }
        if (StandardParameters.takes(operation, StandardParameters.IF_NONE_MATCH)
                || StandardParameters.takes(operation, StandardParameters.IF_MATCH)) {
            addToWhole(operation, "ETag", ENTITY_TAG);
        }
    }

    /** Not to 207, a batch in parts, which takes no key. */
    private static void addToWhole(Operation operation, String name, String shared) {
        for (String status : List.of("200", "201")) {
            APIResponse answer = operation.getResponses().getAPIResponse(status);
            if (answer != null) {
                answer.addHeader(name, OASFactory.createHeader().ref(shared));
            }
        }
    }

    private static Header header(String description, Schema schema, String example) {
        return OASFactory.createHeader().description(description).schema(schema).example(example);
    }
}
