package nl.marge.customervalue.valuation;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.fitting.FitProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When acquisition cost comes back, as it is answered. */
@Schema(name = "ClvPayback")
record PaybackBody(
        String currency,
        CustomersBody.Basis basis,
        List<Row> segments,
        FitProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark) {

    /** A segment. */
    @Schema(name = "ClvPaybackSegment")
    record Row(
            String segment,
            Optional<String> acquisitionCost,
            Optional<Double> paybackMonths,

            @Schema(
                    description = "What a new customer has brought after each month, discounted; month 0 is his first"
                            + " purchase")
            List<Month> months) {}

    /** A month. */
    @Schema(name = "ClvPaybackMonth")
    record Month(int month, String cumulative) {}

    static final String EXAMPLE = """
            {"currency":"EUR","basis":{"fit":"812345678","status":"CONVERGED","model":"BGNBD","asOf":"2025-12-31",
            "horizon":"P5Y","annualRate":"0.10","rateBasis":"ANNUAL_EFFECTIVE"},
            "segments":[{"segment":"KEY","acquisitionCost":"150.00","paybackMonths":0.9,
            "months":[{"month":0,"cumulative":"91.20"},{"month":1,"cumulative":"156.00"}]}],
            "reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00","unassigned":"0.00",
            "unassignedAcquisition":"0.00","capacity":"0.00"},"watermark":"1017.42"}
            """;

    static final String EXAMPLE_CSV = """
            segment,acquisition_cost,payback_months,month,cumulative
            KEY,150.00,0.9,0,91.20
            KEY,150.00,0.9,1,156.00
            """;
}
