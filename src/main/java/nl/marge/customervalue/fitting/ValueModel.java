package nl.marge.customervalue.fitting;

/** How the margin of a purchase to come is told. */
public enum ValueModel {
    /** Each customer's mean margin, drawn towards that of all as far as it is not credible; of either sign. */
    CREDIBILITY_MARGIN,
    /** What a purchase is expected to bring in net revenue, times what part of net revenue is margin in the segment. */
    GAMMA_GAMMA_REVENUE
}
