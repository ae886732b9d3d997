package nl.marge.customervalue.valuation;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import nl.marge.customervalue.fitting.Estimates;
import nl.marge.customervalue.fitting.SegmentModel;
import nl.marge.customervalue.fitting.Spend;
import nl.marge.customervalue.fitting.ValueModel;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.HistoryQuery;
import nl.marge.customervalue.model.FuturePurchases;
import nl.marge.customervalue.spend.GammaGamma;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;

/** Tells every term of one customer's value. */
final class Explanation {

    private static final double DAY_WEEKS = 1 / 7.0;

    private static final String WORDS =
            " (margin of a purchase x discounted purchases - cost-to-serve of a week x discounted weeks;"
                    + " margin and cost are rounded here only)";

    private static final String CONTRACT_WORDS =
            " (margin of a period x discounted payments - cost-to-serve of a week x discounted weeks paid for;"
                    + " margin and cost are rounded here only)";

    private final Valuation valuation;
    private final CustomerValue of;
    private final SegmentModel segment;
    private final Prospects prospects;
    private final ValuationAnswers answers;
    private final int decimals;

    Explanation(Valuation valuation, CustomerValue of, String fit) {
        this.valuation = valuation;
        this.of = of;
        this.segment = valuation.fit().segment(of.segment());
        this.prospects = valuation.prospects(of.segment(), List.of(of.buyer()));
        this.answers = new ValuationAnswers(valuation, fit);
        this.decimals = valuation.histories().reference().company().decimals();
    }

    ExplainBody body() {
        DimensionValue customer = valuation
                .histories()
                .reference()
                .dimensions()
                .value(of.buyer().days().customer());
        return new ExplainBody(
                answers.currency(),
                answers.basis(),
                customer.code(),
                customer.name(),
                of.segment(),
                ledger(customer),
                history(),
                prospects.contract(0),
                parameters(),
                future(),
                margin(),
                serving(),
                Money.text(of.value(), decimals),
                money(of.margin()) + " x " + ValuationAnswers.text(of.discountedPurchases()) + " - "
                        + money(of.costToServe()) + " x " + ValuationAnswers.text(of.discountedAliveWeeks()) + " = "
                        + Money.text(of.value(), decimals)
                        + prospects.contract(0).map(none -> CONTRACT_WORDS).orElse(WORDS),
                answers.proof(),
                answers.watermark());
    }

    private ExplainBody.Ledger ledger(DimensionValue customer) {
        CustomerDays days = of.buyer().days();
        BigInteger margin = sum(days, days::margin);
        BigInteger serving = sum(days, days::costToServe);
        BigInteger acquisition = sum(days, days::acquisition);
        return new ExplainBody.Ledger(
                Money.text(sum(days, days::netRevenue), decimals),
                Money.text(margin, decimals),
                Money.text(serving, decimals),
                Money.text(acquisition, decimals),
                Money.text(margin.subtract(serving).subtract(acquisition), decimals),
                Money.text(of.realised(), decimals),
                drill(customer));
    }

    private String drill(DimensionValue customer) {
        HistoryQuery query = valuation.histories().query();
        String own = query.customers().code() + ":" + customer.code();
        List<String> parameters = query.selection().parameters().stream()
                .map(parameter -> parameter.startsWith("filter=") ? parameter + ";" + own : parameter)
                .toList();
        boolean filtered = parameters.stream().anyMatch(parameter -> parameter.startsWith("filter="));
        return "/api/v1/companies/"
                + valuation.histories().reference().company().code() + "/ledger-lines?from="
                + query.range().from() + "&to=" + query.range().to() + "&" + String.join("&", parameters)
                + (filtered ? "" : "&filter=" + own);
    }

    private static BigInteger sum(CustomerDays days, IntFunction<BigInteger> figure) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < days.size(); i++) {
            sum = sum.add(figure.apply(i));
        }
        return sum;
    }

    private ExplainBody.History history() {
        int first = of.buyer().firstDay();
        int recency = of.buyer().history().recency();
        return new ExplainBody.History(
                of.buyer().history().repeats() + 1,
                of.buyer().history().repeats(),
                ValuationAnswers.day(first),
                ValuationAnswers.day(first + recency),
                ValuationAnswers.rounded(recency * DAY_WEEKS),
                ValuationAnswers.rounded(of.buyer().history().age() * DAY_WEEKS));
    }

    private Map<String, Double> parameters() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        segment.purchases().fit().estimates().forEach(estimate -> parameters.put(estimate.name(), estimate.value()));
        return parameters;
    }

    private ExplainBody.Future future() {
        FuturePurchases purchases = prospects.nextYear(0);
        return new ExplainBody.Future(
                ValuationAnswers.rounded(of.probabilityAlive()),
                ValuationAnswers.rounded(of.purchasesNextYear()),
                purchases.lower(),
                purchases.upper(),
                ValuationAnswers.rounded(purchases.none()),
                ValuationAnswers.rounded(of.discountedPurchases()),
                ValuationAnswers.rounded(of.discountedAliveWeeks()));
    }

    private ExplainBody.Margin margin() {
        Optional<GammaGamma> spend = segment.spendModel();
        Spend own = Spend.of(of.buyer());
        return new ExplainBody.Margin(
                (spend.isPresent() ? ValueModel.GAMMA_GAMMA_REVENUE : ValueModel.CREDIBILITY_MARGIN).name(),
                money(of.buyer().margins().mean()),
                money(segment.margin().mean()),
                ValuationAnswers.rounded(of.marginCredibility()),
                money(of.margin()),
                spend.map(model -> money(
                        own.repeats() == 0 ? model.populationMean() : model.expectedSpend(own.repeats(), own.mean()))),
                ValuationAnswers.rounded(segment.marginRate()));
    }

    private ExplainBody.Serving serving() {
        return new ExplainBody.Serving(
                money(of.buyer().serving().mean()),
                money(segment.serving().mean()),
                ValuationAnswers.rounded(
                        segment.serving().of(of.buyer().serving()).credibility()),
                money(of.costToServe()));
    }

    private String money(double minorUnits) {
        return Estimates.price(minorUnits, decimals);
    }
}
