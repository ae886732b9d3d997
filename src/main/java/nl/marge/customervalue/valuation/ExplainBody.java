package nl.marge.customervalue.valuation;

import java.util.Map;
import java.util.Optional;
import nl.marge.customervalue.fitting.FitProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every term of one customer's value, as it is answered. */
@Schema(name = "ClvExplanation")
record ExplainBody(
        String currency,
        CustomersBody.Basis basis,
        String customer,
        String name,
        String segment,
        Ledger ledger,
        History history,

        Optional<Contract> contract,

        @Schema(description = "Of the segment's model, by name")
        Map<String, Double> parameters,

        Future future,
        Margin margin,
        Serving costToServe,

        @Schema(examples = "1840.25") String value,

        @Schema(description = "The value in words and numbers")
        String formula,

        FitProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark) {

    /** What stands in the ledger. */
    @Schema(name = "ClvLedger")
    record Ledger(
            String netRevenue,

            @Schema(description = "Before cost-to-serve, without acquisition cost")
            String margin,

            String costToServe,
            String acquisitionCost,

            @Schema(description = "Margin less cost-to-serve less acquisition cost: the measure of the P&L")
            String profit,

            String realisedValue,

            @Schema(description = "Leads to the lines as they are now; with asOfRecorded to those of then")
            String drill) {}

    /** The history a model sees. */
    @Schema(name = "ClvHistory")
    record History(
            int purchases,

            @Schema(description = "x: purchase days after the first")
            int repeats,

            String firstPurchase,
            String lastPurchase,

            @Schema(description = "t_x: weeks from the first purchase to the last")
            double recencyWeeks,

            @Schema(description = "T: weeks from the first purchase to today")
            double ageWeeks) {}

    /** The state of a contract; none with any model but SBG. */
    @Schema(name = "ClvContract", description = "The state of a contract; null with any model but SBG")
    record Contract(
            @Schema(
                    enumeration = {"P1M", "P3M", "P1Y"},
                    description = "How long it runs before it is renewed")
            String period,

            @Schema(description = "n: periods after the first in a row with a purchase")
            int renewals,

            @Schema(description = "False for who missed a period: he has left, and is worth 0")
            boolean there,

            @Schema(description = "Probability of renewal n + 1; null for who has left")
            Optional<Double> retention,

            @Schema(
                    description = "Payments within the horizon, renewal n + 1 being the first and due now; null where"
                            + " the horizon has no end")
            Optional<Integer> payments,

            @Schema(description = "The discount rate per period, as a fraction, from annualRate")
            double ratePerPeriod) {}

    /** What is expected. */
    @Schema(name = "ClvFuture")
    record Future(
            double probabilityAlive,
            double purchasesNextYear,

            @Schema(
                    description = "Of a 95 % interval of purchases in the year to come, drawn from the customer's own"
                            + " distribution with the parameters taken as known; with a contract computed")
            long lower,

            long upper,

            @Schema(description = "Probability of no purchase in the year to come")
            double none,

            double discountedPurchases,
            double discountedAliveWeeks) {}

    /** The margin of a purchase. */
    @Schema(name = "ClvMargin")
    record Margin(
            @Schema(examples = "CREDIBILITY_MARGIN") String by,

            @Schema(description = "The customer's own mean") String own,

            @Schema(description = "The segment's mean") String segment,

            @Schema(description = "Z: how much of it is his own, 0 to 1")
            double credibility,

            @Schema(description = "Z x own + (1 - Z) x segment; by gamma-gamma expected net revenue x margin rate")
            String perPurchase,

            @Schema(description = "Expected net revenue of a purchase, by gamma-gamma; null by credibility")
            Optional<String> expectedSpend,

            @Schema(description = "Margin over net revenue of the segment")
            double marginRate) {}

    /** Cost-to-serve. */
    @Schema(name = "ClvServing")
    record Serving(String own, String segment, double credibility, String perWeek) {}

    static final String EXAMPLE = """
            {"currency":"EUR","basis":{"fit":"812345678","status":"CONVERGED","model":"BGNBD","asOf":"2025-12-31",
            "horizon":"P5Y","annualRate":"0.10","rateBasis":"ANNUAL_EFFECTIVE"},"customer":"C1","name":"Jansen",
            "segment":"KEY","ledger":{"netRevenue":"3200.00","margin":"1276.80","costToServe":"55.10",
            "acquisitionCost":"0.00","profit":"1221.70","realisedValue":"1105.10",
            "drill":"/api/v1/companies/ACME/ledger-lines?from=2023-01&to=2025-12&filter=CUSTOMER:C1"},
            "history":{"purchases":14,"repeats":13,"firstPurchase":"2024-01-12","lastPurchase":"2025-12-20",
            "recencyWeeks":101.1,"ageWeeks":102.7},"contract":null,
            "parameters":{"r":0.24,"alpha":4.41,"a":0.79,"b":2.43},
            "future":{"probabilityAlive":0.97,"purchasesNextYear":6.1,"lower":0,"upper":12,"none":0.04,
            "discountedPurchases":21.3,"discountedAliveWeeks":190.4},
            "margin":{"by":"CREDIBILITY_MARGIN","own":"91.20","segment":"91.20","credibility":0.83,
            "perPurchase":"91.20","expectedSpend":null,"marginRate":0.39},
            "costToServe":{"own":"0.54","segment":"0.54","credibility":0.5,"perWeek":"0.54"},"value":"1840.25",
            "formula":"91.20 x 21.3 - 0.54 x 190.4 = 1840.25","reconciliation":{"ledger":"60.00","reported":"60.00",
            "difference":"0.00","unassigned":"0.00","unassignedAcquisition":"0.00","capacity":"0.00"},
            "watermark":"1017.42"}
            """;
}
