package nl.marge.customervalue.holdout;

import java.util.Optional;

/**
 * A tenth of the customers, the first tenth being those of whom the model expects most.
 *
 * @param customers how many
 * @param expected purchases, by the model
 * @param actual purchases
 * @param lift their mean purchases over those of all; empty when nobody bought anything
 */
public record Decile(int customers, double expected, long actual, Optional<Double> lift) {}
