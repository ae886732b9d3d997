package nl.marge.customervalue.valuation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.customervalue.fit.DeltaMethod;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.PurchaseFits;
import nl.marge.customervalue.fitting.Buyer;
import nl.marge.customervalue.fitting.Buyers;
import nl.marge.customervalue.fitting.Estimates;
import nl.marge.customervalue.fitting.FitDetail;
import nl.marge.customervalue.fitting.SegmentModel;
import nl.marge.customervalue.fitting.Spend;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.model.Scores;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.spend.CredibleMargin;
import nl.marge.customervalue.spend.GammaGamma;

/**
 * Values all customers of some histories by a fit: {@code value = margin x discounted purchases - cost-to-serve x
 * discounted weeks alive} (docs/spec-clv.md). The parameters of buying and leaving are those of the fit; what a
 * customer bought, earned and cost is read from the histories. Pure.
 */
public final class Valuation {

    private static final double DAYS_PER_YEAR = 365.25;

    private final FitDetail fit;
    private final Histories histories;
    private final Terms terms;
    private final List<CustomerValue> customers = new ArrayList<>();
    private final List<SegmentValue> segments = new ArrayList<>();

    /** @param fit whose status must be usable */
    Valuation(FitDetail fit, Histories histories, Terms terms) {
        this.fit = fit;
        this.histories = histories;
        this.terms = terms;
        Map<String, List<Buyer>> buyers = new TreeMap<>(
                Buyers.of(histories, Math.toIntExact(histories.last().toEpochDay()))
                        .bySegment());
        fit.segments().forEach(model -> buyers.computeIfAbsent(model.segment(), none -> List.of()));
        buyers.forEach((segment, of) -> segments.add(segment(segment, of)));
    }

    public FitDetail fit() {
        return fit;
    }

    public Histories histories() {
        return histories;
    }

    public Terms terms() {
        return terms;
    }

    /** The customers who bought, segment by segment and by code. */
    public List<CustomerValue> customers() {
        return customers;
    }

    /** The segments by code. */
    public List<SegmentValue> segments() {
        return segments;
    }

    /** The sum of what all customers are worth. */
    public BigInteger total() {
        return segments.stream().map(SegmentValue::value).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private SegmentValue segment(String code, List<Buyer> buyers) {
        SegmentModel segment = fit.segment(code);
        Fit purchases = segment.purchases().fit();
        PurchaseModel model = PurchaseFits.model(purchases).orElseThrow();
        PurchaseGroups groups = Buyers.groups(buyers);
        Scores scores = new Scores(model, groups, Horizon.WEEKS_PER_YEAR, terms.horizon());
        Optional<GammaGamma> spend = segment.spendModel();
        BigInteger value = BigInteger.ZERO;
        BigInteger realised = BigInteger.ZERO;
        int first = customers.size();
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            CustomerValue of = new Valued(
                            code,
                            buyer,
                            margin(segment, spend, buyer),
                            segment.serving().of(buyer.serving()))
                    .by(scores, groups.groupOf(i), realised(buyer));
            customers.add(of);
            value = value.add(of.value());
            realised = realised.add(of.realised());
        }
        Optional<Double> error = standardError(purchases, groups, customers.subList(first, customers.size()));
        return new SegmentValue(
                code,
                buyers.size(),
                value,
                error,
                realised,
                new NewCustomer(
                        model, segment, terms.horizon(), terms.rate().value().doubleValue()));
    }

    /** A customer with what he brings and costs. */
    private record Valued(String segment, Buyer buyer, CredibleMargin margin, CredibleMargin serving) {

        CustomerValue by(Scores scores, int group, BigInteger realised) {
            Discounted discounted = scores.discounted(group);
            double value = margin.value() * discounted.purchases() - serving.value() * discounted.aliveWeeks();
            return new CustomerValue(
                    buyer,
                    segment,
                    scores.probabilityAlive(group),
                    scores.purchases(group),
                    discounted.purchases(),
                    discounted.aliveWeeks(),
                    margin.value(),
                    margin.credibility(),
                    serving.value(),
                    Estimates.minorUnits(value),
                    realised);
        }
    }

    /** By gamma-gamma where it was asked for and could be fitted, otherwise by credibility. */
    private static CredibleMargin margin(SegmentModel segment, Optional<GammaGamma> spend, Buyer buyer) {
        if (spend.isEmpty()) {
            return segment.margin().of(buyer.margins());
        }
        Spend of = Spend.of(buyer);
        GammaGamma model = spend.get();
        double expected = of.repeats() == 0 ? model.populationMean() : model.expectedSpend(of.repeats(), of.mean());
        double weight = of.repeats() == 0 ? 0 : model.weight(of.repeats());
        return new CredibleMargin(expected * segment.marginRate(), weight, 0);
    }

    private BigInteger realised(Buyer buyer) {
        CustomerDays days = buyer.days();
        double rate = terms.rate().value().doubleValue();
        double sum = 0;
        for (int i = 0; i < days.size(); i++) {
            double years = (days.day(i) - buyer.firstDay()) / DAYS_PER_YEAR;
            double profit = days.margin(i).subtract(days.costToServe(i)).doubleValue();
            sum += profit * Math.pow(1 + rate, -years) - days.acquisition(i).doubleValue();
        }
        return Estimates.minorUnits(sum);
    }

    /** By the delta method: how the sum moves with each parameter, and how well that is known. */
    private Optional<Double> standardError(Fit purchases, PurchaseGroups groups, List<CustomerValue> of) {
        if (of.isEmpty() || purchases.logCovariance().isEmpty()) {
            return Optional.empty();
        }
        ModelKind kind = ModelKind.valueOf(purchases.model());
        return DeltaMethod.standardError(purchases, parameters -> {
            Scores scores = new Scores(kind.with(parameters), groups, Horizon.WEEKS_PER_YEAR, terms.horizon());
            double sum = 0;
            for (int i = 0; i < of.size(); i++) {
                Discounted discounted = scores.discounted(groups.groupOf(i));
                sum += of.get(i).margin() * discounted.purchases() - of.get(i).costToServe() * discounted.aliveWeeks();
            }
            return sum;
        });
    }
}
