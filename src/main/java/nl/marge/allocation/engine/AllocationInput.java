package nl.marge.allocation.engine;

import java.util.List;

/**
 * Everything an allocation is calculated from: the pools, and the rules in the order in which they run.
 *
 * @param decimals of the currency: 2 for EUR; amounts are in minor units, and only {@link RuleResult#exactOut} is not
 */
public record AllocationInput(int decimals, List<PoolCost> pools, List<Sender> senders) {
    public AllocationInput {
        pools = List.copyOf(pools);
        senders = List.copyOf(senders);
    }
}
