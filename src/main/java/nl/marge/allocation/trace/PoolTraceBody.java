package nl.marge.allocation.trace;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the cost of a pool went. */
@Schema(
        name = "AllocationPoolTrace",
        description = "The amounts of all receivers of all pages sum to in - residual; unused and over-driven capacity"
                + " are receivers, and so are other pools.")
@JsonPropertyOrder({"run", "pool", "rule", "in", "residual", "sources", "group", "receivers", "next"})
record PoolTraceBody(
        String run,
        String pool,
        String rule,
        String in,
        String residual,
        List<TraceBody.Source> sources,

        @Schema(
                description = "What passed from it to the others of its reciprocal group, which are solved together: no"
                        + " receivers, and no part of in - residual.")
        List<TraceBody.Passed> group,

        List<Portion> receivers,

        @Schema(description = "The cursor of the next page; null on the last.")
        Optional<String> next) {

    static final String EXAMPLE = """
            {"run":"1882749130563911","pool":"SUPPORT","rule":"SUP","in":"105840.00","residual":"0.00",
             "sources":[{"account":"4500","amount":"105840.00",
                         "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-03&to=2026-03"}],
             "group":[],
             "receivers":[{"receiver":"SEGMENT:KEY","amount":"38461.50"}],"next":null}""";

    /** What one receiver got of the pool. */
    @Schema(name = "AllocationPoolPortion")
    record Portion(String receiver, String amount) {}
}
