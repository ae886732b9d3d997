package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.apportion.Weights;

/** The pools while rules run: what has arrived in each, and which have sent and so receive nothing any more. */
final class Pools {

    /** Lists of weights whose whole numbers are kept at most: rules that share one mostly follow soon. */
    private static final int WEIGHTS_LIMIT = 16;

    private final List<PoolCost> costs;
    private final int decimals;
    private final List<List<Parcel>> arrived = new ArrayList<>();
    private final boolean[] closed;

    /** Rules by one driver share the list of its weights. */
    private final Map<List<BigDecimal>, Weights> weightsByList = new IdentityHashMap<>();

    Pools(AllocationInput input) {
        costs = input.pools();
        decimals = input.decimals();
        closed = new boolean[costs.size()];
        costs.forEach(cost -> arrived.add(new ArrayList<>()));
    }

    /** It is the sender's turn: its pool receives nothing from now on. */
    Turn close(Sender sender) {
        int pool = sender.pool();
        if (pool < 0 || pool >= closed.length || closed[pool]) {
            throw new IllegalArgumentException(
                    "rule " + sender.rule() + " sends from pool " + pool + ", which is unknown or has already sent");
        }
        closed[pool] = true;
        return new Turn(sender, costs.get(pool), List.copyOf(arrived.get(pool)), decimals);
    }

    /** The pools that have sent, by position. */
    BitSet closed() {
        BitSet positions = new BitSet();
        for (int pool = 0; pool < closed.length; pool++) {
            positions.set(pool, closed[pool]);
        }
        return positions;
    }

    /** The weights of a list as whole numbers. */
    Weights weights(List<BigDecimal> list) {
        if (weightsByList.size() >= WEIGHTS_LIMIT) {
            weightsByList.clear();
        }
        return weightsByList.computeIfAbsent(list, Weights::of);
    }

    /** Whether a receiver still receives: it is no pool, or one that has not yet sent. */
    boolean isOpen(int receiver) {
        if (receiver >= 0) {
            return true;
        }
        int pool = Stream.pool(receiver);
        if (pool >= closed.length) {
            throw new IllegalArgumentException("there is no pool " + pool + ", only " + closed.length);
        }
        return !closed[pool];
    }

    /** Hands pools what went to them. */
    void deliver(Portions portions) {
        int[] receivers = portions.receivers();
        for (int i = 0; i < receivers.length; i++) {
            if (receivers[i] < 0) {
                Parcel origin = portions.origins().get(portions.originIndexes()[i]);
                arrived.get(Stream.pool(receivers[i]))
                        .add(new Parcel(origin.accountId(), origin.dimensions(), portions.amounts()[i]));
            }
        }
    }

    /** A pool that received has to send: a cycle's rules see to it. */
    void requireNothingWaiting() {
        for (int pool = 0; pool < closed.length; pool++) {
            if (!closed[pool] && !arrived.get(pool).isEmpty()) {
                throw new IllegalArgumentException(
                        "pool " + costs.get(pool).code() + " received cost and no rule sends it on");
            }
        }
    }
}
