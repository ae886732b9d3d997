package nl.marge.profitability.bridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.profitability.answer.ReportProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profit bridge as it is answered. */
@Schema(name = "ProfitBridge")
record BridgeBody(
        String currency,
        String from,
        String to,
        String scenario,
        Base base,

        @Schema(description = "The axes as asked for; also the names of the members of each key")
        List<String> by,

        @Schema(description = "The dimensions that tell one line from another below each row")
        List<String> lines,

        @Schema(description = "The line of the statement that is bridged", examples = "CM4")
        String measure,

        @Schema(description = "The attribute of values that tells what quantities are counted in", examples = "unit")
        String unitAttribute,

        List<Row> rows,

        @Schema(
                description = "All rows together. Each step is the sum of the rows' but VOLUME and MIX_BETWEEN_ROWS,"
                        + " which are so together")
        Row total,

        @Schema(description = "What a reader must know before trusting the steps")
        List<String> warnings,

        @Schema(description = "The proof of the P&L that the bridge leads to")
        ReportProof reconciliation,

        @Schema(description = "The proof of the P&L that the bridge leads from")
        ReportProof baseReconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** Where the bridge begins. */
    @Schema(name = "BridgeBase")
    record Base(@Schema(examples = "PREVIOUS_YEAR") String with, String from, String to, String scenario) {}

    /** The bridge of a row. */
    @Schema(name = "BridgeRow")
    record Row(
            @Schema(enumeration = {"VALUE", "UNASSIGNED", "UNUSED_CAPACITY", "OVER_DRIVEN", "TOTAL"})
            String kind,

            Map<String, String> key,
            Map<String, String> names,
            String name,

            @Schema(description = "The measure in the base", examples = "130.00")
            String before,

            @Schema(description = "The measure in the range", examples = "156.00")
            String after,

            String difference,

            @Schema(description = "In order; together the difference")
            List<Step> steps,

            @Schema(description = "What the steps leave unexplained", examples = "0.00")
            String residual,

            @Schema(
                    description = "Units of the lines that have a price on both sides; null where rows count in"
                            + " different ones")
            Optional<Quantity> quantity,

            @Schema(description = "What they are counted in; null where nothing tells", examples = "KG")
            Optional<String> unit,

            @Schema(description = "The ledger lines behind it in the range")
            String drill,

            @Schema(description = "The ledger lines behind it in the base")
            String drillBefore) {}

    /** A step. */
    @Schema(name = "BridgeStep")
    record Step(
            @Schema(
                    description = "LINE is the change of an amount line between CM1 and the measure",
                    enumeration = {
                        "PRICE",
                        "VOLUME",
                        "MIX",
                        "MIX_BETWEEN_ROWS",
                        "PURCHASE_COST",
                        "NEW_LINES",
                        "LOST_LINES",
                        "UNMEASURED",
                        "LINE"
                    })
            String step,

            @Schema(description = "Which line, of a LINE; else null", examples = "LOGISTICS")
            Optional<String> line,

            String name,

            @Schema(description = "Above zero where it made the measure more", examples = "10.00")
            String amount,

            @Schema(description = "Of how many lines below the row it is told; null where it is of none")
            Optional<Long> lines) {}

    /** Units before and now. */
    @Schema(name = "BridgeQuantity")
    record Quantity(@Schema(examples = "20") String before, String after) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-12","scenario":"ACTUAL",
            "base":{"with":"PREVIOUS_YEAR","from":"2025-01","to":"2025-12","scenario":"ACTUAL"},
            "by":["SEGMENT"],"lines":["PRODUCT","CUSTOMER"],"measure":"CM1","unitAttribute":"unit",
            "rows":[{"kind":"VALUE","key":{"SEGMENT":"KEY"},"names":{"SEGMENT":"Key accounts"},"name":"Key accounts",
            "before":"40.00","after":"60.00","difference":"20.00","steps":[
            {"step":"PRICE","line":null,"name":"Price","amount":"12.00","lines":1},
            {"step":"VOLUME","line":null,"name":"Volume","amount":"8.00","lines":1},
            {"step":"MIX","line":null,"name":"Mix","amount":"0.00","lines":1},
            {"step":"MIX_BETWEEN_ROWS","line":null,"name":"Mix between rows","amount":"0.00","lines":null},
            {"step":"PURCHASE_COST","line":null,"name":"Purchase cost","amount":"0.00","lines":1},
            {"step":"NEW_LINES","line":null,"name":"New lines","amount":"0.00","lines":0},
            {"step":"LOST_LINES","line":null,"name":"Lost lines","amount":"0.00","lines":0},
            {"step":"UNMEASURED","line":null,"name":"Without quantity","amount":"0.00","lines":0}],
            "residual":"0.00","quantity":{"before":"10","after":"12"},"unit":"KG",
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-01&to=2026-12&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=SEGMENT:KEY",
            "drillBefore":"/api/v1/companies/ACME/ledger-lines?from=2025-01&to=2025-12&membership=AS_WAS\
            &scenario=ACTUAL&kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=SEGMENT:KEY"}],
            "total":{"kind":"TOTAL","key":{},"names":{},"name":"Total",
            "before":"40.00","after":"60.00","difference":"20.00","steps":[
            {"step":"PRICE","line":null,"name":"Price","amount":"12.00","lines":1},
            {"step":"VOLUME","line":null,"name":"Volume","amount":"8.00","lines":1}],
            "residual":"0.00","quantity":{"before":"10","after":"12"},"unit":"KG",
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-01&to=2026-12",
            "drillBefore":"/api/v1/companies/ACME/ledger-lines?from=2025-01&to=2025-12"},
            "warnings":[],
            "reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00",
            "unassigned":"0.00","unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "baseReconciliation":{"ledger":"40.00","reported":"40.00","difference":"0.00",
            "unassigned":"0.00","unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            dim.SEGMENT,name.SEGMENT,row_kind,step,line,step_name,amount,lines
            KEY,Key accounts,VALUE,BEFORE,,Before,40.00,
            KEY,Key accounts,VALUE,PRICE,,Price,12.00,1
            KEY,Key accounts,VALUE,VOLUME,,Volume,8.00,1
            KEY,Key accounts,VALUE,AFTER,,After,60.00,
            """;
}
