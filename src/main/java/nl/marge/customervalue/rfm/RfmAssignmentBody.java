package nl.marge.customervalue.rfm;

import static java.util.Objects.requireNonNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was written of scores. */
@Schema(name = "RfmAssignment")
record RfmAssignmentBody(
        @Schema(examples = "RFM") String into,

        @Schema(examples = "2026-04-01") String asOf,

        @Schema(description = "Cells that were created as values")
        int created,

        @Schema(description = "Memberships written: assigned and ended. Who does not move gets none")
        int written,

        @Schema(description = "Customers who belong to another cell, or to one for the first time")
        int assigned,

        @Schema(description = "Customers who belong to no cell any more")
        int ended,

        @Schema(description = "Customers who stay where they are")
        int unchanged,

        @Schema(description = "Ledger number and reference version from which reports show it", examples = "1017.44")
        String watermark) {

    static final String EXAMPLE = """
            {"into":"RFM","asOf":"2026-04-01","created":2,"written":3,"assigned":3,"ended":0,"unchanged":5,
            "watermark":"1017.44"}
            """;

    RfmAssignmentBody {
        requireNonNull(into, "into");
        requireNonNull(asOf, "asOf");
        requireNonNull(watermark, "watermark");
    }
}
