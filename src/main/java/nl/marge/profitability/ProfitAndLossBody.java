package nl.marge.profitability;

import java.util.List;
import java.util.Map;
import nl.marge.ledger.audit.FeedComparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of the answer for the contract; {@link ProfitAndLossJson} writes it, and a test holds the two together. */
@Schema(name = "ProfitAndLoss")
record ProfitAndLossBody(
        String currency,
        String from,
        String to,
        String scenario,

        @Schema(description = "The axes as asked for; also the names of the members of each key")
        List<String> by,

        @Schema(description = "The names of the columns, TOTAL last")
        List<String> columns,

        @Schema(description = "For each column the from and to that its cells are drilled with")
        List<Range> ranges,

        @Schema(description = "Only where compare asks so") Compared compare,

        List<Row> rows,
        Total total,
        Proof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** The dates of a column. */
    @Schema(name = "ColumnRange")
    record Range(String from, String to) {}

    /** What the figures are set against. */
    @Schema(name = "ComparedWith")
    record Compared(
            @Schema(description = "The comparison as asked for", examples = "PREVIOUS_YEAR")
            String with,

            String from,
            String to,
            String scenario,

            @Schema(description = "For each column the from and to of what it is compared with")
            List<Range> ranges) {}

    /** A row. */
    @Schema(name = "ProfitAndLossRow")
    record Row(
            @Schema(
                    description =
                            "In this order; a key with a reserved value, such as ~UNUSED_CAPACITY, is of that kind",
                    enumeration = {"VALUE", "OTHERS", "UNASSIGNED", "UNUSED_CAPACITY", "OVER_DRIVEN"})
            String kind,

            Map<String, String> key,
            Map<String, String> names,
            String name,
            List<Line> lines,

            @Schema(
                    description = "Leads to the ledger lines of the row; append &line= and a column's from and to for"
                            + " a cell",
                    nullable = true)
            String drill,

            @Schema(description = "Only where compare asks so")
            ComparedLink compare) {}

    /** Where the lines are that a row is compared with. */
    @Schema(name = "ComparedLink")
    record ComparedLink(
            @Schema(
                    description = "Like drill, for what is compared with, whose columns have ranges of their own",
                    nullable = true)
            String drill) {}

    /** A line of the statement. */
    @Schema(name = "ProfitAndLossLine")
    record Line(
            String line,
            @Schema(enumeration = {"AMOUNT", "SUBTOTAL"}) String kind,

            @Schema(description = "A decimal for each column, natural signs")
            List<String> values,

            @Schema(description = "Subtotals only; null where net revenue is 0")
            List<String> percentOfNetRevenue,

            @Schema(description = "What values are compared with; only where compare asks so, like the next two")
            List<String> compareValues,

            @Schema(description = "values less compareValues")
            List<String> differences,

            @Schema(description = "differences as percentages of the absolute compareValues; null where these are 0")
            List<String> differencePercents) {}

    /** All rows together. */
    @Schema(name = "ProfitAndLossTotal")
    record Total(List<Line> lines, String drill, ComparedLink compare) {}

    /** The proof against the ledger. */
    @Schema(name = "Reconciliation")
    record Proof(
            @Schema(description = "Minus the sum of all lines on revenue and expense accounts, added on its own way")
            String ledger,

            @Schema(description = "The last subtotal of total")
            String reported,

            String difference,
            String unassigned,

            @Schema(
                    description = "The part of reported on the reserved value ~UNUSED_CAPACITY of any dimension; a memo"
                            + " inside the other rows where by does not show it as rows of its own")
            String unusedCapacity,

            @Schema(description = "The same of ~OVER_DRIVEN: what was charged beyond a pool's cost, so above zero")
            String overDriven,

            String unallocated,
            List<String> allocationRuns,

            @Schema(description = "For each fiscal period inside the range of which a source announced totals")
            List<FeedComparison> controlTotals,

            @Schema(description = "The proof of what is compared with; only where compare asks so")
            ComparedProof compare) {}

    /** The proof of what is compared with, against the ledger. */
    @Schema(name = "ComparedReconciliation")
    record ComparedProof(
            String ledger,
            String reported,
            String difference,
            String unassigned,
            String unusedCapacity,
            String overDriven) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-03","scenario":"ACTUAL","by":["SEGMENT"],"columns":["TOTAL"],
            "ranges":[{"from":"2026-01","to":"2026-03"}],"rows":[{"kind":"VALUE","key":{"SEGMENT":"KEY"},
            "names":{"SEGMENT":"Key accounts"},"name":"Key accounts","lines":[
            {"line":"GROSS_REVENUE","kind":"AMOUNT","values":["1250.00"]},
            {"line":"NET_REVENUE","kind":"SUBTOTAL","values":["1250.00"],"percentOfNetRevenue":["100.00"]}],
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-01&to=2026-03&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=SEGMENT:KEY"}],
            "total":{"lines":[{"line":"GROSS_REVENUE","kind":"AMOUNT","values":["1250.00"]},
            {"line":"NET_REVENUE","kind":"SUBTOTAL","values":["1250.00"],"percentOfNetRevenue":["100.00"]}],
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-01&to=2026-03&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION"},
            "reconciliation":{"ledger":"1250.00","reported":"1250.00","difference":"0.00","unassigned":"0.00",
            "unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[],"controlTotals":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            dim.SEGMENT,name.SEGMENT,row_kind,line,line_kind,column,value,percent_of_net_revenue
            KEY,Key accounts,VALUE,NET_REVENUE,SUBTOTAL,TOTAL,1250.00,100.00
            """;
}
