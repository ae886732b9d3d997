package nl.marge.customervalue.spend;

/**
 * What a customer's next transaction is expected to bring per unit of weight.
 *
 * @param value the estimate, of either sign
 * @param credibility Z: how much of it is the customer's own, from 0 to 1
 * @param standardError of the customer's true mean around it, before what mu itself is uncertain
 */
public record CredibleMargin(double value, double credibility, double standardError) {}
