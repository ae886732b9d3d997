package nl.marge.profitability.assortment;

import java.math.BigDecimal;

/**
 * Which service level a pair of classes suggests: the more an item earns the less it may run out, and the more erratic it
 * is the dearer that is. Our proposal, to be replaced by the planner's own.
 *
 * @param percent of replenishment cycles without a stock-out
 * @param deviate the normal deviate that is not exceeded in so many percent of cases, six decimals
 */
record ServiceLevel(int percent, BigDecimal deviate) {

    private static final ServiceLevel[][] BY_CLASS = {
        {level(98, "2.053749"), level(97, "1.880794"), level(95, "1.644854")},
        {level(96, "1.750686"), level(94, "1.554774"), level(91, "1.340755")},
        {level(92, "1.405072"), level(88, "1.174987"), level(80, "0.841621")},
    };

    /** The level of a pair of classes. */
    static ServiceLevel of(AbcClass abc, XyzClass xyz) {
        return BY_CLASS[abc.ordinal()][xyz.ordinal()];
    }

    private static ServiceLevel level(int percent, String deviate) {
        return new ServiceLevel(percent, new BigDecimal(deviate));
    }
}
