package nl.marge.customervalue.holdout;

/**
 * Customers with equally many repeats before, and what they bought after.
 *
 * @param repeats before; in the last bin, that many or more
 * @param customers how many
 * @param expected mean purchases a customer, by the model; 0 when there is no customer
 * @param actual mean purchases a customer; 0 when there is no customer
 */
public record FrequencyBin(int repeats, int customers, double expected, double actual) {}
