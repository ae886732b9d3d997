package nl.marge.profitability.assortment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The stock that demand and service level suggest for items that are reviewed continuously and ordered with a fixed lead
 * time, demand taken as normal and months as independent (Silver, Pyke and Thomas, Inventory and Production Management
 * in Supply Chains, 4th edition, chapter 6): {@code safety stock = z(service level) x deviation x sqrt(lead time)}, {@code
 * reorder point = mean x lead time + safety stock}. An input for whoever replenishes, not an order. Four decimals, UP,
 * so that no level is missed by rounding. Pure.
 */
record Replenishment(ServiceLevel level, BigDecimal safetyStock, BigDecimal reorderPoint) {

    private static final int DECIMALS = 4;

    /** What is suggested for a demand with a lead time in months. */
    static Replenishment of(Demand demand, ServiceLevel level, BigDecimal leadTime) {
        BigDecimal safety = level.deviate()
                .multiply(demand.deviation())
                .multiply(leadTime.sqrt(MathContext.DECIMAL64))
                .setScale(DECIMALS, RoundingMode.UP);
        BigDecimal reorder = demand.mean().multiply(leadTime).add(safety).setScale(DECIMALS, RoundingMode.UP);
        return new Replenishment(level, safety, reorder);
    }
}
