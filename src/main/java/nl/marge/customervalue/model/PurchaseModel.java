package nl.marge.customervalue.model;

import java.util.List;
import nl.marge.customervalue.purchase.PurchaseGroups;

/**
 * A model of purchases without a contract, with its parameters: while a customer is there, purchases follow a Poisson
 * process; when the customer leaves, nobody is told. A customer is known by (x, t_x, T): repeats, weeks from first to
 * last purchase, weeks from the first purchase to now. No door answers NaN or infinity. Safe for many threads.
 */
public sealed interface PurchaseModel permits BetaGeometric, ParetoNbd {

    /** Which model. */
    ModelKind kind();

    /** The four parameters in the order of {@link ModelKind#parameterNames()}. */
    List<Double> parameters();

    /** The probability that a customer with this history is still there, from 0 to 1. */
    double probabilityAlive(int repeats, double recencyWeeks, double ageWeeks);

    /**
     * Expected purchases within the next {@code weeks} of a customer who is still there. It does not depend on when
     * the last purchase was: times the probability of being there it is the conditional expectation.
     */
    double purchasesIfAlive(int repeats, double ageWeeks, double weeks);

    /** The same within a horizon, discounted, with the discounted time as a customer. */
    Discounted discountedIfAlive(int repeats, double ageWeeks, Horizon horizon);

    /** The log-likelihood of all customers, without the combinatorial term that no parameter enters. */
    default double logLikelihood(PurchaseGroups groups) {
        double[] logarithms = parameters().stream().mapToDouble(Math::log).toArray();
        double mean = kind().objective(groups).value(logarithms, new double[logarithms.length]);
        return groups.customers() == 0 ? 0 : -mean * groups.customers();
    }

    /** CET: expected purchases of a customer within the next {@code weeks}. */
    default double expectedPurchases(int repeats, double recencyWeeks, double ageWeeks, double weeks) {
        return probabilityAlive(repeats, recencyWeeks, ageWeeks) * purchasesIfAlive(repeats, ageWeeks, weeks);
    }

    /** DET (DERT for ever) and the discounted time as a customer. */
    default Discounted discounted(int repeats, double recencyWeeks, double ageWeeks, Horizon horizon) {
        return discountedIfAlive(repeats, ageWeeks, horizon).times(probabilityAlive(repeats, recencyWeeks, ageWeeks));
    }

    /** E[X(t)]: expected repeat purchases of a new customer within {@code weeks} of the first purchase. */
    default double newCustomerPurchases(double weeks) {
        return expectedPurchases(0, 0, 0, weeks);
    }
}
