package nl.marge.customervalue.valuation;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.fitting.FitProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What segments are worth, and what a new customer of each is worth, as they are answered. */
@Schema(name = "ClvSegments")
record SegmentsBody(
        String currency,
        CustomersBody.Basis basis,
        List<Row> segments,

        @Schema(description = "What all customers are worth")
        String total,

        @Schema(description = "Acquisition cost that no customer claims; in no segment's")
        String unassignedAcquisition,

        FitProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark) {

    /** A segment. */
    @Schema(name = "ClvSegment")
    record Row(
            @Schema(description = "Empty for customers of no segment, and for all where none were asked for")
            String segment,

            int customers,
            String value,

            @Schema(
                    description =
                            "For how well the parameters of buying and leaving are known; null where they are not")
            Optional<String> standardError,

            @Schema(description = "Lower end of the 95 % interval by it")
            Optional<String> lower,

            @Schema(description = "Upper end") Optional<String> upper,

            @Schema(description = "A customer's on average; null without customers")
            Optional<String> valuePerCustomer,

            String realisedValue,
            New newCustomer) {}

    /** A customer to be won. */
    @Schema(name = "ClvNewCustomer")
    record New(
            @Schema(description = "Expected purchases after the first, each discounted")
            double discountedPurchases,

            double discountedAliveWeeks,

            @Schema(description = "Before what it costs to win him")
            String beforeAcquisition,

            @Schema(description = "Of one; null where none was posted on customers of the segment")
            Optional<String> acquisitionCost,

            String value,

            @Schema(description = "Before acquisition over acquisition cost; null without such cost")
            Optional<Double> valueToAcquisition,

            @Schema(
                    description = "Months until he has brought back what it cost to win him, discounted, linear within"
                            + " a month; null where never within 20 years")
            Optional<Double> paybackMonths) {}

    static final String EXAMPLE = """
            {"currency":"EUR","basis":{"fit":"812345678","status":"CONVERGED","model":"BGNBD","asOf":"2025-12-31",
            "horizon":"P5Y","annualRate":"0.10","rateBasis":"ANNUAL_EFFECTIVE"},
            "segments":[{"segment":"KEY","customers":1,"value":"1840.25","standardError":"95.10","lower":"1653.85",
            "upper":"2026.65","valuePerCustomer":"1840.25","realisedValue":"1105.10",
            "newCustomer":{"discountedPurchases":4.2,"discountedAliveWeeks":120.5,"beforeAcquisition":"410.00",
            "acquisitionCost":"150.00","value":"260.00","valueToAcquisition":2.73,"paybackMonths":7.4}}],
            "total":"1840.25","unassignedAcquisition":"0.00","reconciliation":{"ledger":"60.00","reported":"60.00",
            "difference":"0.00","unassigned":"0.00","unassignedAcquisition":"0.00","capacity":"0.00"},
            "watermark":"1017.42"}
            """;

    static final String EXAMPLE_CSV = """
            segment,customers,value,standard_error,value_per_customer,realised_value,new_customer_before_acquisition,\
            acquisition_cost,new_customer_value,value_to_acquisition,payback_months
            KEY,1,1840.25,95.10,1840.25,1105.10,410.00,150.00,260.00,2.73,7.4
            """;
}
