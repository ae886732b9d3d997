package nl.marge.profitability.segmentation;

import static java.util.Objects.requireNonNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was written of a segmentation. */
@Schema(name = "SegmentationAssignment")
record AssignmentBody(
        String segmentation,

        @Schema(examples = "2026-04-01") String asOf,

        @Schema(description = "Memberships written: assigned and ended. Who does not move gets none")
        int written,

        @Schema(description = "Values that belong to another segment, or to one for the first time")
        int assigned,

        @Schema(description = "Values that belong to no segment any more")
        int ended,

        @Schema(description = "Values that stay where they are, ranked in no segment included")
        int unchanged,

        @Schema(description = "Ledger number and reference version from which reports show it", examples = "1017.43")
        String watermark) {

    static final String EXAMPLE = """
            {"segmentation":"TIERS","asOf":"2026-04-01","written":3,"assigned":2,"ended":1,"unchanged":5,
            "watermark":"1017.43"}
            """;

    AssignmentBody {
        requireNonNull(segmentation, "segmentation");
        requireNonNull(asOf, "asOf");
        requireNonNull(watermark, "watermark");
    }
}
