package nl.marge.customervalue.valuation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fitting.Buyer;
import nl.marge.customervalue.fitting.Buyers;
import nl.marge.customervalue.fitting.Estimates;
import nl.marge.customervalue.fitting.FitDetail;
import nl.marge.customervalue.fitting.SegmentModel;
import nl.marge.customervalue.fitting.Spend;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.renewal.Renewals;
import nl.marge.customervalue.renewal.Renewals.Tenure;
import nl.marge.customervalue.renewal.Renewals.Term;
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
    private final Optional<Term> period;
    private final Histories histories;
    private final Terms terms;
    private final List<CustomerValue> customers = new ArrayList<>();
    private final List<SegmentValue> segments = new ArrayList<>();

    /**
     * @param fit whose status must be usable
     * @param period of the contracts, with a fit of contracts
     */
    Valuation(FitDetail fit, Optional<Term> period, Histories histories, Terms terms) {
        this.fit = fit;
        this.period = period;
        this.histories = histories;
        this.terms = terms;
        Map<String, List<Buyer>> buyers =
                new TreeMap<>(Buyers.of(histories, period, end()).bySegment());
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
        Prospects prospects = prospects(code, buyers);
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
                    .by(prospects.of(i), realised(buyer));
            customers.add(of);
            value = value.add(of.value());
            realised = realised.add(of.realised());
        }
        Optional<Double> error = prospects.standardError(customers.subList(first, customers.size()));
        return new SegmentValue(code, buyers.size(), value, error, realised, new NewCustomer(prospects, segment));
    }

    /** What is to come of some customers of a segment. */
    Prospects prospects(String segment, List<Buyer> buyers) {
        Fit model = fit.segment(segment).purchases().fit();
        return period.<Prospects>map(term -> new RenewalProspects(model, tenures(buyers, term), term, terms))
                .orElseGet(() -> new PurchaseProspects(model, buyers, terms));
    }

    private List<Tenure> tenures(List<Buyer> buyers, Term term) {
        return buyers.stream()
                .map(buyer ->
                        Renewals.tenure(histories, buyer.days(), term, end()).orElseThrow())
                .toList();
    }

    private int end() {
        return Math.toIntExact(histories.last().toEpochDay());
    }

    /** A customer with what he brings and costs. */
    private record Valued(String segment, Buyer buyer, CredibleMargin margin, CredibleMargin serving) {

        CustomerValue by(Prospect prospect, BigInteger realised) {
            Discounted discounted = prospect.discounted();
            double value = margin.value() * discounted.purchases() - serving.value() * discounted.aliveWeeks();
            return new CustomerValue(
                    buyer,
                    segment,
                    prospect.probabilityAlive(),
                    prospect.purchasesNextYear(),
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
}
