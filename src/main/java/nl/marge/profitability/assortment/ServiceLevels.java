package nl.marge.profitability.assortment;

import java.math.BigDecimal;

/**
 * Which service level a pair of classes suggests, in percent: the more an item earns the less it may run out, and the
 * more erratic it is the dearer that is. Our proposal, to be replaced by the planner's own.
 */
final class ServiceLevels {

    private static final int[][] PERCENT = {
        {98, 97, 95},
        {96, 94, 91},
        {92, 88, 80},
    };

    private ServiceLevels() {}

    static BigDecimal of(AbcClass abc, XyzClass xyz) {
        return BigDecimal.valueOf(PERCENT[abc.ordinal()][xyz.ordinal()]);
    }
}
