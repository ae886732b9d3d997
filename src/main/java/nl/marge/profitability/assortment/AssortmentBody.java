package nl.marge.profitability.assortment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.profitability.answer.ReportProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An assortment as it is answered. */
@Schema(name = "Assortment")
record AssortmentBody(
        String currency,
        String from,
        String to,
        String scenario,

        @Schema(description = "The axes of which each key has classes of its own, and the items' last")
        List<String> by,

        @Schema(examples = "CM4") String measure,
        Limits limits,
        List<Item> items,

        @Schema(description = "What is no item: lines without one, capacity nobody used")
        List<Other> others,

        @Schema(description = "How many items there are of each pair of classes, - without demand")
        List<Pair> matrix,

        @Schema(description = "The measure of all items") String total,

        @Schema(description = "The measure over all lines of the report: items and others")
        String company,

        ReportProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** Where classes end. */
    @Schema(name = "AssortmentLimits")
    record Limits(
            @Schema(description = "Percent of what is earned at which A ends")
            String a,

            @Schema(description = "Percent of what is earned at which B ends")
            String b,

            @Schema(description = "Coefficient of variation up to which demand is X")
            String x,

            @Schema(description = "Coefficient of variation up to which demand is Y")
            String y,

            @Schema(description = "Months from order to delivery of items that say none of their own")
            String leadTimeMonths,

            @Schema(description = "The attribute by which items say theirs; null when none was asked for")
            Optional<String> leadTimeAttribute,

            @Schema(description = "The service level of each pair of classes", examples = "AX:98,AY:97")
            String serviceLevels) {}

    /** An item. */
    @Schema(name = "AssortmentItem")
    record Item(
            Map<String, String> key,
            Map<String, String> names,
            String name,

            @Schema(description = "By measure within its key of the axes before", minimum = "1")
            int rank,

            @Schema(description = "The measure", examples = "60.00")
            String value,

            String cm1,
            String netRevenue,
            @Schema(enumeration = {"A", "B", "C"}) String abc,

            @Schema(
                    enumeration = {"X", "Y", "Z"},
                    description = "null where nothing is sold by quantity on balance")
            Optional<String> xyz,

            Optional<Demanded> demand,
            Optional<Suggested> suggestion,
            String drill) {}

    /** Demand month by month. */
    @Schema(name = "AssortmentDemand")
    record Demanded(
            @Schema(description = "Quantity a month, six decimals")
            String mean,

            @Schema(description = "Standard deviation of the sample, quantity a month, six decimals")
            String deviation,

            @Schema(description = "deviation / mean; null where the mean is not above 0")
            Optional<String> variation) {}

    /** What the classes suggest to whoever replenishes. */
    @Schema(name = "AssortmentSuggestion")
    record Suggested(
            @Schema(description = "Percent of cycles without a stock-out", examples = "98")
            String serviceLevel,

            @Schema(description = "The item's own lead time in months, or that of all", examples = "1")
            String leadTimeMonths,

            @Schema(description = "z(serviceLevel) x deviation x sqrt(lead time)")
            String safetyStock,

            @Schema(description = "mean x lead time + safetyStock")
            String reorderPoint) {}

    /** A row that is no item. */
    @Schema(name = "AssortmentOther")
    record Other(String kind, Map<String, String> key, String name, String value, Optional<String> drill) {}

    /** A pair of classes. */
    @Schema(name = "AssortmentPair")
    record Pair(String abc, String xyz, int items, String value, String netRevenue) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-12","scenario":"ACTUAL","by":["PRODUCT"],"measure":"CM4",
            "limits":{"a":"80","b":"95","x":"0.5","y":"1","leadTimeMonths":"1",
            "leadTimeAttribute":null,"serviceLevels":"AX:98,AY:97,AZ:95,BX:96,BY:94,BZ:91,CX:92,CY:88,CZ:80"},
            "items":[{"key":{"PRODUCT":"P7"},
            "names":{"PRODUCT":"Bolts"},"name":"Bolts","rank":1,"value":"60.00","cm1":"80.00","netRevenue":"200.00",
            "abc":"A","xyz":"X","demand":{"mean":"100.000000","deviation":"10.000000",
            "variation":"0.1000"},"suggestion":{"serviceLevel":"98","leadTimeMonths":"1","safetyStock":"20.537490",
            "reorderPoint":"120.537490"},
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2026-01&to=2026-12&membership=AS_WAS&scenario=ACTUAL\
            &kinds=JOURNAL,COST,ALLOCATION,RECLASSIFICATION&filter=PRODUCT:P7"}],"others":[],
            "matrix":[{"abc":"A","xyz":"X","items":1,"value":"60.00","netRevenue":"200.00"}],"total":"60.00",
            "company":"60.00","reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00",
            "unassigned":"0.00","unusedCapacity":"0.00","overDriven":"0.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            dim.PRODUCT,name.PRODUCT,row_kind,rank,value,cm1,net_revenue,abc,xyz,demand_mean,demand_deviation,\
            demand_variation,service_level,safety_stock,reorder_point,lead_time_months
            P7,Bolts,VALUE,1,60.00,80.00,200.00,A,X,100.000000,10.000000,0.1000,98,20.537490,120.537490,1
            """;
}
