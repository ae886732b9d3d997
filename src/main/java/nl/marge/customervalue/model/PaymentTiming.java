package nl.marge.customervalue.model;

/**
 * When a customer under constant retention pays: published formulas differ in it, by up to a period and a customer.
 */
public enum PaymentTiming {

    /** At the start of each period, the first one sure and now: m (1+d) / (1+d-r). */
    ADVANCE,

    /** At the end of each period, the first one sure: m / (1+d-r). */
    ARREARS_FIRST_SURE,

    /** At the end of each period, if the customer is retained, the first one too: m r / (1+d-r). */
    ARREARS_RETAINED
}
