package nl.marge.profitability.ranking;

import java.util.List;
import java.util.Optional;
import nl.marge.profitability.answer.ReportProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whale curve as it is answered. */
@Schema(name = "WhaleCurve")
record WhaleCurveBody(
        String currency,
        String from,
        String to,
        String scenario,
        List<String> by,

        @Schema(description = "The line of the statement that is added up", examples = "CM4")
        String measure,

        @Schema(description = "How many rows are ranked") int rows,

        @Schema(description = "The measure of all ranked rows; percents are of it, and null where it is not above 0")
        String total,

        List<Point> points,
        Peak peak,
        Losses losses,
        Concentrated gini,
        Concentrated herfindahl,
        Top top,

        @Schema(description = "What no value claims; outside the curve")
        String unassigned,

        @Schema(description = "Capacity nobody used, and what was charged beyond a pool's cost; outside the curve")
        String capacity,

        @Schema(description = "total, unassigned and capacity together: the measure over all lines of the report")
        String company,

        ReportProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** A point of the curve. */
    @Schema(name = "WhaleCurvePoint")
    record Point(
            @Schema(description = "So many rows, the best first", minimum = "0")
            int rank,

            String cumulative,
            Optional<String> percent) {}

    /** The highest point. */
    @Schema(name = "WhaleCurvePeak")
    record Peak(
            @Schema(description = "So many rows earn something; 0 when none does", minimum = "0")
            int rank,

            String value,
            Optional<String> percent) {}

    /** What is lost behind the peak. */
    @Schema(name = "WhaleCurveLosses")
    record Losses(
            @Schema(description = "Rows below zero", minimum = "0")
            int count,

            @Schema(description = "What they lose, not above zero")
            String value,

            Optional<String> percent) {}

    /** How unevenly something is spread. */
    @Schema(name = "Concentration")
    record Concentrated(
            String of,

            @Schema(description = "Four decimals; null for the reason given")
            Optional<String> value,

            @Schema(description = "Why there is no value: NO_NET_REVENUE or NEGATIVE_NET_REVENUE; null where there is")
            Optional<String> missing) {}

    /** The best rows picked by measure, by gross margin and by net revenue, as many of each. */
    @Schema(name = "WhaleCurveTop")
    record Top(
            @Schema(examples = "20") String percent,

            @Schema(description = "So many rows: rounded up, so that one row is one")
            int count,

            @Schema(description = "The measure of the best by the measure")
            String profit,

            @Schema(name = "CM1", description = "Their gross margin")
            @com.fasterxml.jackson.annotation.JsonProperty("CM1")
            String cm1,

            @Schema(description = "Their net revenue") String revenue,

            @Schema(description = "The same number of rows, picked by each measure")
            List<Pick> picks) {}

    /** Rows picked by one measure. */
    @Schema(name = "WhaleCurvePick")
    record Pick(
            @Schema(description = "The line they were picked by", examples = "NET_REVENUE")
            String by,

            @Schema(description = "The measure of the curve")
            String profit,

            Optional<String> profitPercent,

            @Schema(name = "CM1") @com.fasterxml.jackson.annotation.JsonProperty("CM1")
            String cm1,

            String revenue,

            @Schema(description = "How many of them are among the best by the measure")
            int alsoBest,

            @Schema(description = "How many of them lose") int lossMakers) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-03","scenario":"ACTUAL","by":["CUSTOMER"],"measure":"CM4",
            "rows":5,"total":"100.00","points":[{"rank":0,"cumulative":"0.00","percent":"0.00"},
            {"rank":3,"cumulative":"130.00","percent":"130.00"},{"rank":5,"cumulative":"100.00","percent":"100.00"}],
            "peak":{"rank":3,"value":"130.00","percent":"130.00"},
            "losses":{"count":2,"value":"-30.00","percent":"-30.00"},
            "gini":{"of":"NET_REVENUE","value":"0.4123","missing":null},
            "herfindahl":{"of":"NET_REVENUE","value":"0.3010","missing":null},
            "top":{"percent":"20","count":1,"profit":"60.00","CM1":"80.00","revenue":"200.00","picks":[
            {"by":"CM4","profit":"60.00","profitPercent":"60.00","CM1":"80.00","revenue":"200.00","alsoBest":1,
            "lossMakers":0}]},"unassigned":"0.00","capacity":"0.00","company":"100.00",
            "reconciliation":{"ledger":"100.00","reported":"100.00","difference":"0.00","unassigned":"0.00",
            "unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            rank,cumulative,percent
            0,0.00,0.00
            3,130.00,130.00
            5,100.00,100.00
            """;
}
