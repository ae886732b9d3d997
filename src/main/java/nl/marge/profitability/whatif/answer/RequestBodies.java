package nl.marge.profitability.whatif.answer;

import java.util.List;
import java.util.Map;
import nl.marge.allocation.lever.LeverBody;
import nl.marge.allocation.lever.LeverKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of requests, for the contract; the readers beside read them. */
final class RequestBodies {

    private RequestBodies() {}

    /** Which report is asked about. */
    @Schema(
            name = "WhatIfReport",
            requiredProperties = {"from", "to"})
    record Report(
            @Schema(description = "A period or a day", examples = "2026-01")
            String from,

            @Schema(examples = "2026-12") String to,
            @Schema(examples = "SEGMENT") String by,
            @Schema(defaultValue = "AS_WAS") String membership,
            String filter,
            @Schema(defaultValue = "ACTUAL") String scenario) {}

    /** A what-if. */
    @Schema(
            name = "WhatIfRequest",
            requiredProperties = {"from", "to", "levers"})
    record WhatIf(
            @Schema(description = "A period or a day", examples = "2026-01")
            String from,

            @Schema(examples = "2026-12") String to,
            @Schema(examples = "SEGMENT") String by,
            @Schema(defaultValue = "AS_WAS") String membership,
            String filter,
            @Schema(defaultValue = "ACTUAL") String scenario,
            @Schema(minItems = 1, maxItems = 50) List<LeverBody> levers) {}

    /** How far a lever has to go. */
    @Schema(
            name = "BreakEvenRequest",
            requiredProperties = {"from", "to", "lever", "target"})
    record BreakEven(
            @Schema(description = "A period or a day", examples = "2026-01")
            String from,

            @Schema(examples = "2026-12") String to,
            @Schema(examples = "SEGMENT") String by,
            @Schema(defaultValue = "AS_WAS") String membership,
            String filter,
            @Schema(defaultValue = "ACTUAL") String scenario,
            Unmoved lever,

            @Schema(description = "The row's value on each axis of by; null or absent = the unassigned")
            Map<String, String> row,

            @Schema(description = "A line of the statement; the operating profit when absent")
            String line,

            Target target) {}

    /** A lever that is to be moved. */
    @Schema(
            name = "UnmovedLever",
            requiredProperties = {"lever"})
    record Unmoved(LeverKind lever, String filter, String driver) {}

    /** What is to be reached. */
    @Schema(name = "BreakEvenTarget", description = "One of both.")
    record Target(
            @Schema(description = "Of the row's net revenue as it is then", examples = "5")
            String percentOfNetRevenue,

            @Schema(examples = "0.00") String amount) {}
}
