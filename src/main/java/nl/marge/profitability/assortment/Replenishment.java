package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.marge.kernel.Quantities;

/**
 * The stock that demand and service level suggest for items that are reviewed continuously and ordered with a fixed
 * lead time, demand taken as normal and months as independent (Silver, Pyke and Thomas, Inventory and Production
 * Management in Supply Chains, 4th edition, chapter 6): {@code safety stock = z(service level) x deviation x sqrt(lead
 * time)}, {@code reorder point = mean x lead time + safety stock}. An input for whoever replenishes, not an order. As
 * many decimals as quantities have, each rounded once from what is exact, UP, so that no level is missed by rounding.
 * Pure.
 *
 * @param leadTime in months
 */
record Replenishment(ServiceLevel level, BigDecimal leadTime, BigDecimal safetyStock, BigDecimal reorderPoint) {

    Replenishment {
        requireNonNull(level, "level");
        requireNonNull(leadTime, "leadTime");
        requireNonNull(safetyStock, "safetyStock");
        requireNonNull(reorderPoint, "reorderPoint");
    }

    /** What is suggested for a demand with a lead time in months. */
    static Replenishment of(Demand demand, ServiceLevel level, BigDecimal leadTime) {
        BigDecimal safety = demand.deviationTimes(level.deviate().pow(2).multiply(leadTime));
        BigDecimal reorder = demand.meanTimes(leadTime).add(safety);
        return new Replenishment(level, leadTime, rounded(safety), rounded(reorder));
    }

    private static BigDecimal rounded(BigDecimal quantity) {
        return quantity.setScale(Quantities.DECIMALS, RoundingMode.UP);
    }
}
