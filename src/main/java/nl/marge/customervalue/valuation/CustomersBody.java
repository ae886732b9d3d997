package nl.marge.customervalue.valuation;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.fitting.FitProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Customers by value, as they are answered. */
@Schema(name = "ClvCustomers")
record CustomersBody(
        String currency,
        Basis basis,
        List<Row> customers,

        Optional<Others> others,

        @Schema(description = "What all are worth: of customers and others together")
        String total,

        FitProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark) {

    /** By what it is valued. */
    @Schema(name = "ClvBasis")
    record Basis(
            String fit,
            String status,
            String model,

            @Schema(description = "The end of this day is today")
            String asOf,

            @Schema(examples = "P5Y") String horizon,

            @Schema(examples = "0.10") String annualRate,

            @Schema(description = "How the rate is meant", examples = "ANNUAL_EFFECTIVE")
            String rateBasis) {}

    /** A customer. */
    @Schema(name = "ClvCustomer")
    record Row(
            String customer,
            String name,

            @Schema(description = "Empty for none") String segment,

            @Schema(description = "Margin x discounted purchases - cost-to-serve x discounted alive weeks")
            String value,

            @Schema(description = "With a contract 1 for who is there and 0 for who has left")
            double probabilityAlive,

            @Schema(description = "Expected in the year to come, not discounted; with a contract periods paid")
            double purchasesNextYear,

            @Schema(description = "With a contract periods paid, from the next renewal on")
            double discountedPurchases,

            @Schema(description = "With a contract the weeks of those periods")
            double discountedAliveWeeks,

            @Schema(description = "With a contract of a period")
            String marginPerPurchase,

            @Schema(description = "How much of the margin is the customer's own, 0 to 1")
            double marginCredibility,

            String costToServePerWeek,

            @Schema(description = "Purchase days") int purchases,

            String firstPurchase,
            String lastPurchase,

            @Schema(
                    description = "Earned up to asOf after cost-to-serve, discounted to the first purchase, less the"
                            + " cost of winning the customer")
            String realisedValue,

            @Schema(description = "Leads to every term of the value")
            String explain) {}

    /** Customers beyond the limit, together; none when all are told. */
    @Schema(name = "ClvOthers")
    record Others(int customers, String value) {}

    static final String EXAMPLE = """
            {"currency":"EUR","basis":{"fit":"812345678","status":"CONVERGED","model":"BGNBD","asOf":"2025-12-31",
            "horizon":"P5Y","annualRate":"0.10","rateBasis":"ANNUAL_EFFECTIVE"},
            "customers":[{"customer":"C1","name":"Jansen","segment":"KEY","value":"1840.25","probabilityAlive":0.97,
            "purchasesNextYear":6.1,"discountedPurchases":21.3,"discountedAliveWeeks":190.4,
            "marginPerPurchase":"91.20","marginCredibility":0.83,"costToServePerWeek":"0.54","purchases":14,
            "firstPurchase":"2024-01-12","lastPurchase":"2025-12-20","realisedValue":"1105.10",
            "explain":"/api/v1/companies/ACME/clv/fits/812345678/explain/C1"}],"others":null,"total":"1840.25",
            "reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00","unassigned":"0.00",
            "unassignedAcquisition":"0.00","capacity":"0.00"},"watermark":"1017.42"}
            """;

    static final String EXAMPLE_CSV = """
            customer,name,segment,value,probability_alive,purchases_next_year,discounted_purchases,\
            discounted_alive_weeks,margin_per_purchase,margin_credibility,cost_to_serve_per_week,purchases,\
            first_purchase,last_purchase,realised_value
            C1,Jansen,KEY,1840.25,0.97,6.1,21.3,190.4,91.20,0.83,0.54,14,2024-01-12,2025-12-20,1105.10
            """;
}
