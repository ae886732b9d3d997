package nl.marge.profitability.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.profitability.answer.ReportProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Alerts as they are answered. */
@Schema(name = "MarginAlerts")
record AlertsBody(
        String currency,
        String from,
        String to,
        String scenario,
        List<String> by,
        @Schema(examples = "CM4") String measure,
        Limit threshold,
        Base compare,

        @Schema(description = "How many rows were looked at")
        int rows,

        Counts counts,

        @Schema(description = "Why alerts have no steps of a bridge; null where they have")
        Optional<String> bridgeMissing,

        @Schema(description = "So many as the limit tells") List<Alert> alerts,
        ReportProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** What margins are held against. */
    @Schema(name = "MarginThreshold")
    record Limit(
            @Schema(enumeration = {"amount", "percent"}) String of,

            @Schema(description = "An amount, or a percentage of net revenue", examples = "12.5")
            String value) {}

    /** What is compared with. */
    @Schema(name = "AlertCompared")
    record Base(@Schema(examples = "PREVIOUS_PERIOD") String with, String from, String to, String scenario) {}

    /** How many alerts there are, whatever the limit. */
    @Schema(name = "AlertCounts")
    record Counts(
            int all,
            int below,
            int above,

            @Schema(description = "Of rows without lines before")
            int rowsNew,

            @Schema(description = "Of rows without lines now")
            int rowsGone) {}

    /** A row that crossed. */
    @Schema(name = "MarginAlert")
    record Alert(
            Map<String, String> key,
            Map<String, String> names,
            String name,

            @Schema(
                    enumeration = {"BELOW", "ABOVE"},
                    description = "The side on which the margin is now")
            String crossed,

            @Schema(
                    enumeration = {"BOTH", "NEW", "GONE"},
                    description = "In which of the two the row has lines: NEW only now, GONE only before. Without any"
                            + " its margin counts as zero")
            String presence,

            Optional<Margin> before,
            Optional<Margin> now,

            @Schema(description = "The change of the measure")
            String difference,

            @Schema(description = "The amount lines that make the difference; cost above zero takes from the margin")
            List<Change> changes,

            @Schema(description = "The steps of the profit bridge that are not zero; together the difference")
            List<Step> steps,

            @Schema(description = "Leads to the whole bridge, with quantities")
            String bridge,

            @Schema(description = "Leads to the ledger lines of the row now; null when it has none", nullable = true)
            String drill) {}

    /** A margin. */
    @Schema(name = "AlertMargin")
    record Margin(
            String value,
            String netRevenue,

            @Schema(description = "null where net revenue is not above zero")
            Optional<String> percentOfNetRevenue) {}

    /** A line that differs. */
    @Schema(name = "AlertChange")
    record Change(
            String line,

            @Schema(description = "Natural signs: cost that grew is above zero")
            String difference) {}

    /** A step of the bridge. */
    @Schema(name = "AlertStep")
    record Step(
            @Schema(description = "PRICE, VOLUME, MIX and the others of a profit bridge", examples = "PRICE")
            String step,

            @Schema(description = "The amount line of step LINE; null in others")
            Optional<String> line,

            @Schema(description = "What made the margin more is above zero", examples = "-4.00")
            String amount) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-03","to":"2026-03","scenario":"ACTUAL","by":["SEGMENT"],"measure":"CM4",
            "threshold":{"of":"percent","value":"10"},
            "compare":{"with":"PREVIOUS_PERIOD","from":"2026-02","to":"2026-02","scenario":"ACTUAL"},"rows":3,
            "counts":{"all":1,"below":1,"above":0,"rowsNew":0,"rowsGone":0},"bridgeMissing":null,
            "alerts":[{"key":{"SEGMENT":"WEB"},"names":{"SEGMENT":"Web shop"},"name":"Web shop","crossed":"BELOW",
            "presence":"BOTH","before":{"value":"12.00","netRevenue":"100.00","percentOfNetRevenue":"12.00"},
            "now":{"value":"8.00","netRevenue":"100.00","percentOfNetRevenue":"8.00"},"difference":"-4.00",
            "changes":[{"line":"MARKETING","difference":"4.00"}],
            "steps":[{"step":"LINE","line":"MARKETING","amount":"-4.00"}],
            "bridge":"/api/v1/companies/ACME/profit-bridge?by=SEGMENT&from=2026-03&to=2026-03&base=PREVIOUS_PERIOD\
            &measure=CM4&membership=AS_WAS&scenario=ACTUAL&kinds=JOURNAL,COST&filter=SEGMENT:WEB",
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-03&to=2026-03&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=SEGMENT:WEB"}],
            "reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00","unassigned":"0.00",
            "unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            dim.SEGMENT,name.SEGMENT,row_kind,crossed,presence,value_before,net_revenue_before,percent_before,\
            value_now,net_revenue_now,percent_now,difference,change.GROSS_REVENUE,change.MARKETING
            WEB,Web shop,VALUE,BELOW,BOTH,12.00,100.00,12.00,8.00,100.00,8.00,-4.00,0.00,4.00
            """;
}
