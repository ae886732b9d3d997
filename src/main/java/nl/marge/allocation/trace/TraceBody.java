package nl.marge.allocation.trace;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a run brought to receivers, and from where. */
@Schema(name = "AllocationTrace", description = "The amounts of the steps sum to the total.")
@JsonPropertyOrder({"run", "receiver", "receivers", "total", "steps", "group", "explanation"})
record TraceBody(
        String run,

        @Schema(examples = "SEGMENT:WEB") String receiver,

        @Schema(
                description = "How many receivers of the run that is: a segment, if it is one, and the customers that"
                        + " belong to it.")
        int receivers,

        String total,
        List<Step> steps,

        @Schema(
                description = "Of a pool in a reciprocal group: what passed to it from the others. They are solved"
                        + " together, so it is no part of the total.")
        List<Passed> group,

        @Schema(description = "The same in sentences.") List<String> explanation) {

    static final String EXAMPLE = """
            {"run":"1882749130563911","receiver":"SEGMENT:WEB","receivers":1,"total":"17325.00",
             "steps":[{"rule":"SUP","method":"TIME_DRIVEN","pool":"SUPPORT","part":"ORDER","account":"4610",
                       "driver":null,"quantity":"16500",
                       "terms":[{"driver":"ORDERS","quantity":"900","minutes":"6"},
                                {"driver":"ORDER_LINES","quantity":"1350","minutes":"2"}],
                       "partTotal":"81300","share":"0.155893536122","amount":"17325.00",
                       "poolCost":{"own":"105840.00","received":"0.00","through":"105840.000000","capacity":"100800"},
                       "from":[],
                       "sources":[{"account":"4500","amount":"105840.00",
                                   "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-03&to=2026-03"}]}],
             "group":[],
             "explanation":["SEGMENT:WEB received 17325.00."]}""";

    /** What one part of one rule brought on one account. */
    @Schema(name = "AllocationTraceStep")
    record Step(
            String rule,
            String method,
            String pool,

            @Schema(description = "The activity, or the rule where it has none.")
            String part,

            @Schema(description = "The account it arrived on.")
            String account,

            @Schema(description = "The one driver of the rule; null where there are several (terms) or none (FIXED).")
            Optional<String> driver,

            @Schema(description = "The receiver's weight: the driver's quantity, minutes, or what stands in the rule.")
            String quantity,

            @Schema(description = "The time equation; empty where the quantity is the driver's.")
            List<Term> terms,

            @Schema(description = "The weight of all receivers of the part.")
            String partTotal,

            @Schema(description = "quantity / partTotal, twelve decimals; null where partTotal is 0.")
            Optional<String> share,

            String amount,
            PoolCost poolCost,

            @Schema(description = "What the pool received from other pools.")
            List<From> from,

            @Schema(description = "The pool's own cost by account, all of it; the drill's lines sum to it.")
            List<Source> sources) {}

    /** A term of a time equation. */
    @Schema(name = "AllocationTraceTerm")
    record Term(String driver, String quantity, String minutes) {}

    /** What the pool had to give. */
    @Schema(name = "AllocationTracePool")
    record PoolCost(
            String own,

            @Schema(description = "From other pools; of a reciprocal group less what it handed on within the group.")
            String received,

            @Schema(description = "All that passed through the pool, to six decimals.")
            String through,

            @Schema(description = "Practical minutes; null but for a time-driven rule.")
            Optional<String> capacity) {}

    /** What another pool handed on. */
    @Schema(name = "AllocationTraceFrom")
    record From(
            String pool,
            String rule,
            String amount,

            @Schema(
                    description = "Of the same reciprocal group: to six decimals; the amount is this one, rounded. Null"
                            + " elsewhere.")
            Optional<String> exact) {}

    /** What passed between two pools of a reciprocal group. */
    @Schema(
            name = "AllocationTracePassed",
            description =
                    "exact = quantity / partTotal of through; it is no portion of the run, which posts what leaves"
                            + " the group.")
    record Passed(
            String from,
            String to,
            String group,

            @Schema(description = "The weight of the pool that receives.")
            String quantity,

            @Schema(description = "The weight of all receivers.")
            String partTotal,

            @Schema(description = "All that passed through the pool that sends, to six decimals.")
            String through,

            @Schema(description = "To six decimals.") String exact) {}

    /** Cost on an account. */
    @Schema(name = "AllocationTraceSource")
    record Source(String account, String amount, String drill) {}
}
