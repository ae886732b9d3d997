package nl.marge.allocation.engine;

import java.util.List;

/** Everything an allocation is calculated from: the pools, and the rules in the order in which they run. */
public record AllocationInput(List<PoolCost> pools, List<Sender> senders) {
    public AllocationInput {
        pools = List.copyOf(pools);
        senders = List.copyOf(senders);
    }
}
