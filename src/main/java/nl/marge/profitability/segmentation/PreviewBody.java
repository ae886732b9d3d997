package nl.marge.profitability.segmentation;

import java.util.List;
import java.util.Optional;
import nl.marge.profitability.answer.ReportProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a segmentation would come to, as it is answered. */
@Schema(name = "SegmentationPreview")
record PreviewBody(
        String segmentation,

        @Schema(description = "The day the memberships would begin", examples = "2026-04-01")
        String asOf,

        String currency,
        @Schema(examples = "2025-04") String from,
        @Schema(examples = "2026-03") String to,
        @Schema(examples = "CUSTOMER") String of,
        @Schema(examples = "VALUE_TIER") String into,
        @Schema(examples = "CM4") String measure,

        @Schema(description = "Every segment of the method, in its order")
        List<Segment> segments,

        @Schema(description = "Ranked values that would be in no segment; its segment is null")
        Segment none,

        @Schema(description = "What is not ranked: unassigned, capacity nobody used")
        List<Other> others,

        @Schema(description = "Every line over all: segments, none and others sum to it")
        List<Line> total,

        @Schema(description = "The measure over all lines of the report", examples = "3700.00")
        String company,

        Stability stability,

        @Schema(description = "Who would move, counted by where from and where to")
        List<Flow> flows,

        @Schema(description = "Who would move, by rank, then those without lines by code; at most 1,000, CSV has all")
        List<Move> moves,

        @Schema(description = "How many would move") int movesTotal,

        @Schema(
                description = "Segments that are no value of `into` yet, or have values below them; to be put right"
                        + " before the memberships are written")
        List<String> missing,

        ReportProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark) {

    /** Values together that would be in one segment. */
    @Schema(name = "ProposedSegment")
    record Segment(
            Optional<String> segment,

            @Schema(description = "The name of the segment's value; null where there is none")
            Optional<String> name,

            @Schema(description = "Ranked values that would be in it")
            int members,

            @Schema(description = "Ranked values that are in it now")
            int membersNow,

            @Schema(description = "The measure", examples = "3000.00")
            String value,

            @Schema(description = "value in percent of all ranked values; null where that is not above 0")
            Optional<String> share,

            String netRevenue,

            @Schema(description = "Gross margin") String cm1,

            @Schema(description = "Every line of the statement")
            List<Line> lines,

            @Schema(description = "The first three by rank") List<Example> examples) {}

    /** A line of the statement. */
    @Schema(name = "ProposedLine")
    record Line(
            @Schema(examples = "CM1") String line,
            @Schema(examples = "80.00") String value) {}

    /** One of those in a segment. */
    @Schema(name = "ProposedExample")
    record Example(
            String code,
            String name,
            int rank,
            String value,

            @Schema(description = "The ledger lines behind it")
            String drill) {}

    /** What is not ranked. */
    @Schema(name = "UnsegmentedRow")
    record Other(
            @Schema(enumeration = {"UNASSIGNED", "UNUSED_CAPACITY", "OVER_DRIVEN"})
            String kind,

            String value,
            String netRevenue,
            String cm1,
            List<Line> lines,
            String drill) {}

    /** How many would stay and how many would go. */
    @Schema(name = "SegmentationStability")
    record Stability(
            @Schema(description = "Values that are ranked or have a membership: all below together")
            int members,

            @Schema(description = "In the same segment as now")
            int stayed,

            @Schema(description = "From one segment to another")
            int moved,

            @Schema(description = "From no segment to one") int entered,

            @Schema(description = "From a segment to none") int left,

            @Schema(description = "In none, now and then") int inNone,

            @Schema(
                    description = "stayed in percent of those in a segment now; null where nobody is",
                    examples = "75.00")
            Optional<String> percentStayed,

            @Schema(description = "How many of all have a membership but no line in the months that count")
            int withoutLines) {}

    /** How many would go from one segment to another. */
    @Schema(name = "SegmentationFlow")
    record Flow(
            @Schema(description = "null = in none") Optional<String> from,
            @Schema(description = "null = in none") Optional<String> to,
            int count,

            @Schema(description = "The measure of these together")
            String value) {}

    /** Who would move, and why. */
    @Schema(name = "SegmentationMove")
    record Move(
            String code,
            String name,
            @Schema(description = "null = in none") Optional<String> from,
            @Schema(description = "null = in none") Optional<String> to,
            @Schema(description = "null without lines") Optional<Integer> rank,

            @Schema(description = "The measure; null without lines")
            Optional<String> value,

            @Schema(description = "In a sentence: measure and rank with the threshold, or the rule that holds")
            String why,

            Optional<Before> before,

            @Schema(description = "The ledger lines behind it; null without lines")
            Optional<String> drill) {}

    /** What a value was worth in as many months before it came to the segment it is in. */
    @Schema(
            name = "SegmentationBefore",
            description = "By the books as they are known now. Looked up for the twelve days on which most of those who"
                    + " move came to where they are; null for others, and for memberships for ever before.")
    record Before(
            @Schema(description = "The first day of the membership", examples = "2025-04-01")
            String since,

            int rank,

            @Schema(description = "How many were ranked") int of,

            @Schema(examples = "900.00") String value) {}

    static final String EXAMPLE = """
            {"segmentation":"TIERS","asOf":"2026-04-01","currency":"EUR","from":"2025-04","to":"2026-03",
            "of":"CUSTOMER","into":"VALUE_TIER","measure":"CM4","segments":[{"segment":"GOLD","name":"Gold",
            "members":1,"membersNow":0,"value":"60.00","share":"100.00","netRevenue":"200.00","cm1":"80.00",
            "lines":[{"line":"CM1","value":"80.00"}],"examples":[{"code":"C1","name":"Jansen","rank":1,
            "value":"60.00","drill":"/api/v1/companies/ACME/ledger-lines?from=2025-04&to=2026-03&membership=AS_WAS\
            &scenario=ACTUAL&kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=CUSTOMER:C1"}]}],
            "none":{"segment":null,"name":null,"members":0,"membersNow":1,"value":"0.00","share":"0.00",
            "netRevenue":"0.00","cm1":"0.00","lines":[{"line":"CM1","value":"0.00"}],"examples":[]},"others":[],
            "total":[{"line":"CM1","value":"80.00"}],"company":"60.00","stability":{"members":1,"stayed":0,"moved":0,
            "entered":1,"left":0,"inNone":0,"percentStayed":null,"withoutLines":0},
            "flows":[{"from":null,"to":"GOLD","count":1,"value":"60.00"}],"moves":[{"code":"C1","name":"Jansen",
            "from":null,"to":"GOLD","rank":1,"value":"60.00",
            "why":"CM4 60.00 is rank 1 of 1, among the first 1 (top 20 %).","before":null,
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2025-04&to=2026-03&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=CUSTOMER:C1"}],"movesTotal":1,"missing":[],
            "reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00","unassigned":"0.00",
            "unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42"}
            """;

    static final String EXAMPLE_CSV = """
            code,name,from,to,rank,value,net_revenue,cm1,since,rank_before,value_before,why
            C1,Jansen,,GOLD,1,60.00,200.00,80.00,,,,"CM4 60.00 is rank 1 of 1, among the first 1 (top 20 %)."
            """;
}
