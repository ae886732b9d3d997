package nl.marge.customervalue.fitting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.marge.customervalue.fit.Estimate;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.Likelihood;
import nl.marge.customervalue.fit.LikelihoodRatio;
import nl.marge.customervalue.holdout.HoldoutReport;
import nl.marge.customervalue.holdout.Tracking;
import nl.marge.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fit as it is answered. Statistics are JSON numbers, money is text. */
@Schema(name = "ClvFit")
record FitBody(
        String id,

        @Schema(
                description = "Of the model of all customers together: CONVERGED and BOUNDARY, WEAK_IDENTIFICATION can"
                        + " be valued; INSUFFICIENT_DATA and FAILED have no parameters")
        String status,

        @Schema(examples = "BGNBD") String model,

        @Schema(description = "As it was asked for") Map<String, String> request,

        List<Parameter> parameters,
        Optional<Double> logLikelihood,
        Optional<Double> aic,
        Optional<Double> bic,
        int iterations,

        @Schema(description = "Customers who bought") int customers,

        @Schema(description = "Of them, who came back") int repeaters,

        @Schema(description = "Customers with lines and without a purchase day")
        int withoutPurchase,

        @Schema(description = "Covariances of the logarithms of the parameters, row by row; empty where not known")
        List<Double> logCovariance,

        List<Segment> segments,
        Optional<LikelihoodRatio> segmentsDiffer,

        @Schema(
                description = "Of the model of all customers together, fitted up to calibrationTo and told against the"
                        + " time after it; null where nothing was held out")
        Optional<HoldoutReport> holdout,

        @Schema(
                description = "Repeat purchases by week from the first purchase on, as the model of the holdout told"
                        + " them and as they came")
        List<Tracking> tracking,

        long ledgerNumber,
        long referenceVersion,
        List<String> allocationRuns,
        FitProof reconciliation,
        List<String> warnings,

        @Schema(examples = "2026-04-02T08:15:30.123456Z") String recordedAt) {

    /** A parameter. */
    @Schema(name = "ClvParameter")
    record Parameter(
            @Schema(examples = "r") String name,
            double value,

            @Schema(description = "null where it is not known")
            Optional<Double> standardError,

            @Schema(description = "Lower end of the 95 % interval")
            Optional<Double> lower,

            @Schema(description = "Upper end") Optional<Double> upper) {

        static Parameter of(Estimate estimate) {
            return new Parameter(
                    estimate.name(),
                    estimate.value(),
                    estimate.uncertainty().map(of -> of.standardError()),
                    estimate.uncertainty().map(of -> of.lower()),
                    estimate.uncertainty().map(of -> of.upper()));
        }

        /** Of gamma-gamma, whose v is money: told in the currency, fitted in minor units. */
        static List<Parameter> ofSpend(Fit fit, int decimals) {
            double unit = Math.pow(10, decimals);
            return of(fit).stream()
                    .map(of -> of.name.equals("v") ? of.in(unit) : of)
                    .toList();
        }

        private Parameter in(double unit) {
            return new Parameter(
                    name,
                    value / unit,
                    standardError.map(of -> of / unit),
                    lower.map(of -> of / unit),
                    upper.map(of -> of / unit));
        }

        static List<Parameter> of(Fit fit) {
            return fit.estimates().stream().map(Parameter::of).toList();
        }
    }

    /** A segment. */
    @Schema(name = "ClvSegmentFit")
    record Segment(
            @Schema(description = "Empty for customers of no segment, and for all where none were asked for")
            String segment,

            String status,

            @Schema(
                    enumeration = {"OWN", "SHRUNK", "POOLED"},
                    description = "OWN customers, drawn towards those of all, or all together")
            String origin,

            List<Parameter> parameters,
            Optional<Double> logLikelihood,
            int customers,
            int repeaters,

            @Schema(
                    description =
                            "Expected margin of a purchase of a customer nothing is known of; with a contract, of a"
                                    + " period")
            String marginPerPurchase,

            @Schema(description = "Customers' margins do not differ beyond chance: all are told the same")
            boolean marginsHomogeneous,

            @Schema(description = "Expected cost-to-serve of a week")
            String costToServePerWeek,

            @Schema(description = "Gamma-gamma of net revenue; v in the currency. Empty where not asked for")
            List<Parameter> spend,

            @Schema(description = "Margin over net revenue") double marginRate,

            int newCustomers,
            String acquisitionCost,
            List<String> warnings) {

        static Segment of(SegmentModel of, int decimals) {
            Fit fit = of.purchases().fit();
            return new Segment(
                    of.segment(),
                    fit.status().name(),
                    of.purchases().origin().name(),
                    Parameter.of(fit),
                    fit.likelihood().map(Likelihood::logarithm),
                    fit.customers(),
                    fit.repeaters(),
                    Estimates.price(of.marginOfAnybody(), decimals),
                    of.margin().homogeneous(),
                    Estimates.price(of.serving().mean(), decimals),
                    of.spend().map(spend -> Parameter.ofSpend(spend, decimals)).orElse(List.of()),
                    of.marginRate(),
                    of.newCustomers(),
                    Money.text(of.acquisition(), decimals),
                    fit.warnings());
        }
    }

    /** A fit in a list. */
    @Schema(name = "ClvFitSummary")
    record Summary(
            String id,
            String status,
            String model,
            Map<String, String> request,
            int customers,
            long ledgerNumber,
            String recordedAt,
            String href) {

        static final String EXAMPLE = """
                {"id":"812345678","status":"CONVERGED","model":"BGNBD",
                "request":{"from":"2023-01","to":"2025-12","segmentBy":"SEGMENT"},"customers":2357,"ledgerNumber":1017,
                "recordedAt":"2026-04-02T08:15:30.123456Z","href":"/api/v1/companies/ACME/clv/fits/812345678"}""";

        static Summary of(String company, KeptFit fit) {
            return new Summary(
                    fit.id(),
                    fit.detail().pooled().status().name(),
                    fit.detail().model(),
                    fit.request(),
                    fit.detail().pooled().customers(),
                    fit.ledgerNumber(),
                    fit.recordedAt().toString(),
                    ValueFits.path(company, fit.id()));
        }
    }

    /** A page of fits. */
    @Schema(name = "ClvFitPage")
    record SummaryPage(List<Summary> items, Optional<String> next) {}

    static final String EXAMPLE = """
            {"id":"812345678","status":"CONVERGED","model":"BGNBD","request":{"from":"2023-01","to":"2025-12"},
            "parameters":[{"name":"r","value":0.2425930,"standardError":0.012557,"lower":0.2192,"upper":0.2685}],
            "logLikelihood":-9582.42921,"aic":19172.85842,"bic":19195.9,"iterations":17,"customers":2357,
            "repeaters":946,"withoutPurchase":0,"logCovariance":[0.00268],
            "segments":[{"segment":"","status":"CONVERGED","origin":"OWN","parameters":[],
            "logLikelihood":-9582.42921,"customers":2357,"repeaters":946,
            "marginPerPurchase":"21.40","marginsHomogeneous":false,"costToServePerWeek":"0.31","spend":[],
            "marginRate":0.39,"newCustomers":2357,"acquisitionCost":"4000.00","warnings":[]}],"segmentsDiffer":null,
            "holdout":null,"tracking":[],"ledgerNumber":1017,"referenceVersion":42,"allocationRuns":["8123"],
            "reconciliation":{"ledger":"60.00","reported":"60.00","difference":"0.00","unassigned":"0.00",
            "unassignedAcquisition":"0.00","capacity":"0.00"},"warnings":[],
            "recordedAt":"2026-04-02T08:15:30.123456Z"}
            """;

    static FitBody of(KeptFit kept, int decimals) {
        FitDetail detail = kept.detail();
        Fit fit = detail.pooled();
        return new FitBody(
                kept.id(),
                fit.status().name(),
                detail.model(),
                kept.request(),
                Parameter.of(fit),
                fit.likelihood().map(Likelihood::logarithm),
                fit.likelihood().map(Likelihood::aic),
                fit.likelihood().map(Likelihood::bic),
                fit.iterations(),
                fit.customers(),
                fit.repeaters(),
                detail.withoutPurchase(),
                fit.logCovariance(),
                detail.segments().stream().map(of -> Segment.of(of, decimals)).toList(),
                detail.test(),
                detail.holdout(),
                detail.tracking(),
                kept.ledgerNumber(),
                kept.referenceVersion(),
                detail.allocationRuns(),
                detail.proof(),
                Stream.concat(detail.warnings().stream(), fit.warnings().stream())
                        .toList(),
                kept.recordedAt().toString());
    }
}
