package nl.marge.allocation.engine;

import java.util.ArrayList;
import java.util.List;

/** The pools while rules run: what has arrived in each, and which have sent and so receive nothing any more. */
final class Pools {

    private final List<PoolCost> costs;
    private final int decimals;
    private final List<List<Parcel>> arrived = new ArrayList<>();
    private final boolean[] closed;

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
        for (int i = 0; i < portions.size(); i++) {
            if (portions.receivers()[i] < 0) {
                Parcel origin = portions.origins().get(portions.originIndexes()[i]);
                arrived.get(Stream.pool(portions.receivers()[i]))
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
