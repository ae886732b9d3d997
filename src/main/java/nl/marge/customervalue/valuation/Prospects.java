package nl.marge.customervalue.valuation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.model.FuturePurchases;

/** What is to come of some customers of a segment, and of a new one of it, by the segment's model. */
sealed interface Prospects permits PurchaseProspects, RenewalProspects {

    /** What is to come of the {@code i}-th customer. */
    Prospect of(int i);

    /** How many purchases, or periods paid, the {@code i}-th customer may make in the year to come. */
    FuturePurchases nextYear(int i);

    /** The state of the {@code i}-th customer's contract; empty without contracts. */
    Optional<ExplainBody.Contract> contract(int i);

    /** What is to come of a customer who buys for the first time today, without that purchase. */
    Discounted newCustomer();

    /** The same within so many months, from 1; it holds on to the parameters only, so that it may be kept. */
    IntFunction<Discounted> newCustomerByMonths();

    /**
     * The standard error of the value of all, given by customer, for how well the parameters are known; empty where
     * they are not.
     */
    Optional<Double> standardError(List<CustomerValue> values);
}
