package nl.marge.customervalue.valuation;

import static java.util.Objects.requireNonNull;

import nl.marge.customervalue.model.Discounted;

/**
 * What is to come of one customer.
 *
 * @param probabilityAlive that he still buys; with a contract 1 or 0, as one knows
 * @param purchasesNextYear expected in the year to come, not discounted; with a contract periods paid
 * @param discounted purchases and weeks within the horizon
 */
record Prospect(double probabilityAlive, double purchasesNextYear, Discounted discounted) {

    Prospect {
        requireNonNull(discounted, "discounted");
    }
}
