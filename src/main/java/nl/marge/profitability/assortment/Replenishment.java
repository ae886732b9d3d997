package nl.marge.profitability.assortment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The stock that demand and service level suggest for items that are reviewed continuously and ordered with a fixed lead
 * time, demand taken as normal and months as independent (Silver, Pyke and Thomas, Inventory and Production Management
 * in Supply Chains, 4th edition, chapter 6): {@code safety stock = z(service) x deviation x sqrt(lead time)}, {@code
 * reorder point = mean x lead time + safety stock}. An input for whoever replenishes, not an order. Four decimals, UP,
 * so that no level is missed by rounding. Pure.
 *
 * @param serviceLevel percent of replenishment cycles without a stock-out, above 50 and below 100
 */
record Replenishment(BigDecimal serviceLevel, BigDecimal safetyStock, BigDecimal reorderPoint) {

    private static final int DECIMALS = 4;
    private static final int DIGITS_OF_Z = 6;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** What is suggested for a demand with a lead time in months. */
    static Replenishment of(Demand demand, BigDecimal serviceLevel, BigDecimal leadTime) {
        BigDecimal safety = z(serviceLevel)
                .multiply(demand.deviation())
                .multiply(leadTime.sqrt(MathContext.DECIMAL64))
                .setScale(DECIMALS, RoundingMode.UP);
        BigDecimal reorder = demand.mean().multiply(leadTime).add(safety).setScale(DECIMALS, RoundingMode.UP);
        return new Replenishment(serviceLevel, safety, reorder);
    }

    /** The normal deviate that is not exceeded in so many percent of cases, six decimals. */
    private static BigDecimal z(BigDecimal serviceLevel) {
        return BigDecimal.valueOf(NORMAL.inverseCumulativeProbability(
                        serviceLevel.movePointLeft(2).doubleValue()))
                .setScale(DIGITS_OF_Z, RoundingMode.HALF_UP);
    }
}
