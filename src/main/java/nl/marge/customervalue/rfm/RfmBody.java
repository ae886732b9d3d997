package nl.marge.customervalue.rfm;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.answer.HistoryProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Scores as they are answered. */
@Schema(name = "Rfm")
record RfmBody(
        String currency,
        String from,
        String to,
        String scenario,

        @Schema(description = "The day from which recency is counted back", examples = "2026-04-15")
        String asOf,

        @Schema(description = "The dimension whose values are the customers", examples = "CUSTOMER")
        String of,

        @Schema(description = "The subtotal whose margin is told, before acquisition cost", examples = "CM4")
        String measure,

        @Schema(description = "What money is scored by: MARGIN or REVENUE")
        RfmTable.Money money,

        @Schema(description = "Cut-offs of days, ascending; null for quintiles")
        Optional<List<String>> recencyCuts,

        @Schema(description = "Cut-offs of purchase days, ascending; null for quintiles")
        Optional<List<String>> frequencyCuts,

        @Schema(description = "Cut-offs of money, ascending; null for quintiles")
        Optional<List<String>> moneyCuts,

        @Schema(description = "Customers who bought in the range: those who are scored")
        int scored,

        @Schema(description = "Those of one score together, the best first")
        List<Cell> cells,

        @Schema(description = "By code; at most as many as limit says")
        List<Customer> customers,

        @Schema(description = "Customers with lines in the range who did not buy")
        Apart withoutPurchase,

        @Schema(description = "What no customer claims") Apart unassigned,

        @Schema(description = "Capacity nobody used, and what was charged beyond a pool's cost")
        Apart capacity,

        Company company,
        HistoryProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** Customers of one score. */
    @Schema(name = "RfmCell")
    record Cell(
            @Schema(description = "The value it is written back as", examples = "R5F4M3")
            String cell,

            int recency,
            int frequency,
            int money,
            int customers,
            String netRevenue,
            String margin) {}

    /** A customer with his scores. */
    @Schema(name = "RfmCustomer")
    record Customer(
            String customer,
            String name,

            @Schema(description = "Days since the last day on which he bought")
            long recencyDays,

            @Schema(description = "Days on which he bought") int purchaseDays,

            String netRevenue,

            @Schema(description = "After cost-to-serve, before acquisition cost")
            String margin,

            int recency,
            int frequency,
            int money,
            String cell) {}

    /** What is not scored. */
    @Schema(name = "RfmApart")
    record Apart(int customers, String netRevenue, String margin) {}

    /** The company over the range. */
    @Schema(name = "RfmCompany")
    record Company(
            String netRevenue,

            @Schema(description = "Cells, withoutPurchase, unassigned and capacity together: before acquisition cost")
            String margin,

            String acquisitionCost,

            @Schema(description = "The measure over all lines: margin less acquisitionCost")
            String value,

            @Schema(description = "margin less all parts: always 0")
            String difference) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01-01","to":"2026-04-15","scenario":"ACTUAL","asOf":"2026-04-15",
            "of":"CUSTOMER","measure":"CM4","money":"MARGIN","recencyCuts":null,"frequencyCuts":null,"moneyCuts":null,
            "scored":1,"cells":[{"cell":"R5F5M5","recency":5,"frequency":5,"money":5,"customers":1,
            "netRevenue":"250.00","margin":"95.00"}],"customers":[{"customer":"A","name":"Acme","recencyDays":13,
            "purchaseDays":3,"netRevenue":"250.00","margin":"95.00","recency":5,"frequency":5,"money":5,
            "cell":"R5F5M5"}],"withoutPurchase":{"customers":0,"netRevenue":"0.00","margin":"0.00"},
            "unassigned":{"customers":0,"netRevenue":"0.00","margin":"-20.00"},
            "capacity":{"customers":0,"netRevenue":"0.00","margin":"0.00"},
            "company":{"netRevenue":"250.00","margin":"75.00","acquisitionCost":"0.00","value":"75.00",
            "difference":"0.00"},"reconciliation":{"ledger":"75.00","reported":"75.00","difference":"0.00",
            "unassigned":"-20.00","unallocated":"0.00","allocationRuns":[]},
            "watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            customer,name,recency_days,purchase_days,net_revenue,margin,recency,frequency,money,cell
            A,Acme,13,3,250.00,95.00,5,5,5,R5F5M5
            """;
}
