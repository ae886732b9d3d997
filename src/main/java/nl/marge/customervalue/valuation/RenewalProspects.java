package nl.marge.customervalue.valuation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import nl.marge.customervalue.fit.DeltaMethod;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.RenewalFits;
import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.model.FuturePurchases;
import nl.marge.customervalue.model.ShiftedBetaGeometric;
import nl.marge.customervalue.renewal.Renewals.Tenure;
import nl.marge.customervalue.renewal.Renewals.Term;

/**
 * Of customers with a contract: who is there is just before the next renewal, who has left brings nothing any more. A
 * purchase is a period that is paid, and a period paid is so many weeks of service.
 */
final class RenewalProspects implements Prospects {

    private static final Discounted NOTHING = new Discounted(0, 0);

    private final Fit fit;
    private final ShiftedBetaGeometric model;
    private final List<Tenure> tenures;
    private final ContractPace pace;
    private final Map<Integer, Discounted> byRenewals = new HashMap<>();

    /** @param fit whose status must be usable */
    RenewalProspects(Fit fit, List<Tenure> tenures, Term term, Terms terms) {
        this.fit = fit;
        this.model = RenewalFits.model(fit).orElseThrow();
        this.tenures = tenures;
        this.pace = ContractPace.of(term, terms);
    }

    @Override
    public Prospect of(int i) {
        Tenure tenure = tenures.get(i);
        return tenure.there()
                ? new Prospect(
                        1,
                        model.expectedResidualLifetime(
                                tenure.renewals() + 1, pace.term().perYear(), 0),
                        byRenewals.computeIfAbsent(tenure.renewals(), renewals -> pace.residual(model, renewals)))
                : new Prospect(0, 0, NOTHING);
    }

    /** Known without drawing: k periods or more are paid with probability S(n + k) / S(n). */
    @Override
    public FuturePurchases nextYear(int i) {
        Tenure tenure = tenures.get(i);
        if (!tenure.there()) {
            return new FuturePurchases(0, 0, 0, 1);
        }
        return new FuturePurchases(
                of(i).purchasesNextYear(),
                quantile(tenure, 0.025),
                quantile(tenure, 0.975),
                1 - model.retention(tenure.renewals() + 1));
    }

    /** The least number of periods that is not exceeded with this probability. */
    private int quantile(Tenure tenure, double probability) {
        double left = 1;
        for (int periods = 0; periods < pace.term().perYear(); periods++) {
            left *= model.retention(tenure.renewals() + 1 + periods);
            if (1 - left >= probability) {
                return periods;
            }
        }
        return pace.term().perYear();
    }

    @Override
    public Optional<ExplainBody.Contract> contract(int i) {
        Tenure tenure = tenures.get(i);
        return Optional.of(new ExplainBody.Contract(
                pace.term().name(),
                tenure.renewals(),
                tenure.there(),
                tenure.there()
                        ? Optional.of(ValuationAnswers.rounded(model.retention(tenure.renewals() + 1)))
                        : Optional.empty(),
                pace.payments(),
                ValuationAnswers.rounded(pace.rate())));
    }

    @Override
    public Discounted newCustomer() {
        return pace.newCustomer(model);
    }

    @Override
    public IntFunction<Discounted> newCustomerByMonths() {
        ShiftedBetaGeometric of = model;
        ContractPace by = pace;
        return months -> by.within(months).newCustomer(of);
    }

    /** By the delta method, as for purchases. */
    @Override
    public Optional<Double> standardError(List<CustomerValue> of) {
        if (of.isEmpty() || fit.logCovariance().isEmpty()) {
            return Optional.empty();
        }
        return DeltaMethod.standardError(fit, parameters -> {
            ShiftedBetaGeometric moved = new ShiftedBetaGeometric(parameters[0], parameters[1]);
            Map<Integer, Discounted> known = new HashMap<>();
            double sum = 0;
            for (int i = 0; i < of.size(); i++) {
                Tenure tenure = tenures.get(i);
                sum += tenure.there()
                        ? of.get(i).worth(known.computeIfAbsent(tenure.renewals(), made -> pace.residual(moved, made)))
                        : 0;
            }
            return sum;
        });
    }
}
