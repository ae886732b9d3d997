package nl.marge.customervalue.cohort;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.answer.Figure;
import nl.marge.customervalue.answer.HistoryProof;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A table of cohorts as it is answered. */
@Schema(name = "Cohorts")
record CohortBody(
        String currency,
        String from,
        String to,
        String scenario,

        @Schema(description = "The dimension whose values are the customers", examples = "CUSTOMER")
        String of,

        @Schema(description = "The dimension by whose values cohorts are told too; null for none", examples = "SEGMENT")
        Optional<String> segmentBy,

        @Schema(
                description = "The subtotal of the statement that is the profit of a customer; margin is this before"
                        + " acquisition cost",
                examples = "CM4")
        String measure,

        Grain grain,

        @Schema(description = "Who has not bought for longer counts as lost", examples = "P6M")
        String silence,

        @Schema(
                description = "Until when everything has happened: today at the latest. Ages that end later are null",
                examples = "2026-04-15")
        String observedThrough,

        @Schema(description = "The annual effective rate by which values and paybacks are discounted; null for none")
        Optional<String> annualRate,

        List<Row> cohorts,

        @Schema(description = "The same by segment; those that have customers or campaigns. Empty without segmentBy")
        List<Row> segmentCohorts,

        @Schema(description = "All cohorts together") Total total,

        @Schema(description = "All cohorts of each segment together")
        List<Total> segments,

        @Schema(description = "Customers who bought before the range: in no cohort")
        Apart before,

        @Schema(description = "Customers who bought neither in the range nor before it: prospects")
        Apart withoutPurchase,

        @Schema(description = "What no customer claims, without campaigns: those stand in the cohort of their month")
        Apart unassigned,

        @Schema(description = "Capacity nobody used, and what was charged beyond a pool's cost")
        Apart capacity,

        Company company,
        HistoryProof reconciliation,

        @Schema(description = "Ledger number and reference version the answer knows", examples = "1017.42")
        String watermark,

        String membership) {

    /** A cohort: all of it, or the customers of one segment. */
    @Schema(name = "Cohort")
    record Row(
            @Schema(description = "The month or quarter of the first purchase", examples = "2026-01")
            String cohort,

            @Schema(description = "At the end of the range; null for none, and in `cohorts`")
            Optional<String> segment,

            Optional<String> segmentName,

            @Schema(description = "How many first bought then")
            int customers,

            @Schema(description = "What was spent to win them: claimed by them, or on campaigns of that month")
            String acquisitionCost,

            @Schema(description = "acquisitionCost by customers")
            Figure cac,

            @Schema(
                    description = "Margin until now, ages that are not over included; at its worth when the cohort"
                            + " began, where a rate is given")
            String valueToDate,

            @Schema(description = "valueToDate by acquisitionCost, to two decimals")
            Figure valueToCac,

            @Schema(
                    description = "After how many ages that are over the cumulative value reaches acquisitionCost,"
                            + " linear inside an age, to two decimals")
            Figure payback,

            @Schema(description = "Age 0 first; null where an age is not over")
            List<Optional<Cell>> cells,

            @Schema(description = "What the ages that are not over brought until now")
            Part running,

            @Schema(description = "What its customers had in the range before the cohort began")
            Part earlier) {}

    /** One cohort at one age. */
    @Schema(name = "CohortCell")
    record Cell(
            @Schema(minimum = "0") int age,

            @Schema(description = "Customers who bought at that age")
            int customersActive,

            String netRevenue,

            @Schema(description = "After cost-to-serve, before acquisition cost")
            String margin,

            @Schema(description = "Customers active by customers, in percent; null without customers")
            Optional<String> logoRetention,

            @Schema(description = "Net revenue by that of age 0, in percent; null where that is not above 0")
            Optional<String> revenueRetention,

            @Schema(description = "Margin by that of age 0, in percent; null where that is not above 0")
            Optional<String> marginRetention,

            @Schema(description = "Margin until the end of the age, discounted where a rate is given")
            String cumulativeValue,

            @Schema(description = "The same by customers; null without customers")
            Optional<String> cumulativePerCustomer) {}

    /** A part of a cohort. */
    @Schema(name = "CohortPart")
    record Part(String netRevenue, String margin) {}

    /** All cohorts together. */
    @Schema(name = "CohortTotal")
    record Total(
            @Schema(description = "Null for none, and in `total`")
            Optional<String> segment,

            Optional<String> segmentName,
            int customers,
            String netRevenue,
            String margin,
            String acquisitionCost,
            Figure cac,
            String valueToDate,
            Figure valueToCac,

            @Schema(description = "Customers whose loss or stay can be told: first bought longer than silence ago")
            int observed,

            @Schema(description = "Those of them who are lost")
            int lost,

            @Schema(description = "Kaplan-Meier; ends where nobody was seen that long. Empty when nobody can be told")
            List<Survivors> survival) {}

    /** How many still buy later than at an age. */
    @Schema(name = "SurvivalPoint")
    record Survivors(
            int age,

            @Schema(description = "The age in days: so many months of 365.25 / 12 days, rounded down")
            int days,

            @Schema(description = "Customers seen that long at least")
            int atRisk,

            @Schema(description = "Customers lost until then")
            int lost,

            @Schema(description = "Share that lives longer, to four decimals", examples = "0.7500")
            String survival,

            @Schema(description = "Greenwood's, to four decimals; null once nobody is left", examples = "0.2165")
            Optional<String> standardError) {}

    /** What is in no cohort. */
    @Schema(name = "CohortApart")
    record Apart(int customers, String netRevenue, String margin, String acquisitionCost) {}

    /** The company over the range. */
    @Schema(name = "CohortCompany")
    record Company(
            String netRevenue,
            String margin,
            String acquisitionCost,

            @Schema(description = "The measure over all lines: margin less acquisitionCost")
            String value,

            @Schema(description = "value less all cohorts, before, withoutPurchase, unassigned and capacity: always 0")
            String difference) {}
}
