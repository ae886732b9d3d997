package nl.marge.customervalue.valuation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import nl.marge.customervalue.fit.DeltaMethod;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.PurchaseFits;
import nl.marge.customervalue.fitting.Buyer;
import nl.marge.customervalue.fitting.Buyers;
import nl.marge.customervalue.model.CustomerHistory;
import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.model.FuturePurchases;
import nl.marge.customervalue.model.Horizon;
import nl.marge.customervalue.model.ModelKind;
import nl.marge.customervalue.model.PurchaseModel;
import nl.marge.customervalue.model.Scores;
import nl.marge.customervalue.numeric.CounterRandom;
import nl.marge.customervalue.purchase.PurchaseGroups;

/** Of customers without a contract. */
final class PurchaseProspects implements Prospects {

    private static final double DAY_WEEKS = 1 / 7.0;
    private static final int MONTHS_A_YEAR = 12;

    private final Fit fit;
    private final PurchaseModel model;
    private final List<Buyer> buyers;
    private final PurchaseGroups groups;
    private final Scores scores;
    private final Terms terms;

    /** @param fit whose status must be usable */
    PurchaseProspects(Fit fit, List<Buyer> buyers, Terms terms) {
        this.fit = fit;
        this.model = PurchaseFits.model(fit).orElseThrow();
        this.buyers = buyers;
        this.groups = Buyers.groups(buyers);
        this.scores = new Scores(model, groups, Horizon.WEEKS_PER_YEAR, terms.horizon());
        this.terms = terms;
    }

    @Override
    public Prospect of(int i) {
        int group = groups.groupOf(i);
        return new Prospect(scores.probabilityAlive(group), scores.purchases(group), scores.discounted(group));
    }

    @Override
    public FuturePurchases nextYear(int i) {
        Buyer buyer = buyers.get(i);
        return FuturePurchases.of(
                model,
                CustomerHistory.of(buyer.history(), DAY_WEEKS),
                Horizon.WEEKS_PER_YEAR,
                new CounterRandom(1, buyer.days().customer()));
    }

    @Override
    public Optional<ExplainBody.Contract> contract(int i) {
        return Optional.empty();
    }

    @Override
    public Discounted newCustomer() {
        return model.discounted(0, 0, 0, terms.horizon());
    }

    @Override
    public IntFunction<Discounted> newCustomerByMonths() {
        PurchaseModel of = model;
        double rate = terms.rate().value().doubleValue();
        return months -> of.discounted(0, 0, 0, Horizon.ofWeeks(months * Horizon.WEEKS_PER_YEAR / MONTHS_A_YEAR, rate));
    }

    /** By the delta method: how the sum moves with each parameter, and how well that is known. */
    @Override
    public Optional<Double> standardError(List<CustomerValue> of) {
        if (of.isEmpty() || fit.logCovariance().isEmpty()) {
            return Optional.empty();
        }
        ModelKind kind = ModelKind.valueOf(fit.model());
        return DeltaMethod.standardError(fit, parameters -> {
            Scores moved = new Scores(kind.with(parameters), groups, Horizon.WEEKS_PER_YEAR, terms.horizon());
            double sum = 0;
            for (int i = 0; i < of.size(); i++) {
                sum += of.get(i).worth(moved.discounted(groups.groupOf(i)));
            }
            return sum;
        });
    }
}
