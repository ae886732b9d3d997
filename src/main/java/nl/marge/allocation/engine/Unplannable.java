package nl.marge.allocation.engine;

import java.util.List;

/** Why an input cannot be planned though its rules are in order: its numbers do not allow it. */
public abstract sealed class Unplannable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Unplannable(String message) {
        super(message);
    }

    /** A pool got cost from others and cannot send it on, because the weights of its rule sum to zero. */
    public static final class StrandedCost extends Unplannable {

        private static final long serialVersionUID = 1L;

        private final String rule;
        private final String pool;
        private final long amount;

        StrandedCost(String rule, String pool, long amount) {
            super("pool " + pool + " received " + amount + " minor units from other pools, and the weights of its rule "
                    + rule + " sum to zero");
            this.rule = rule;
            this.pool = pool;
            this.amount = amount;
        }

        /** The code of the rule that cannot send. */
        public String rule() {
            return rule;
        }

        /** The code of its pool. */
        public String pool() {
            return pool;
        }

        /** What came from other pools, in minor units. */
        public long amount() {
            return amount;
        }
    }

    /** Cost cannot leave a reciprocal group: some of its pools serve only each other, or nobody. */
    public static final class ClosedGroup extends Unplannable {

        private static final long serialVersionUID = 1L;

        private final String group;
        private final transient List<String> pools;

        ClosedGroup(String group, List<String> pools) {
            super("no cost can leave the group " + group + " from its pools " + String.join(", ", pools));
            this.group = group;
            this.pools = List.copyOf(pools);
        }

        /** The code of the group. */
        public String group() {
            return group;
        }

        /** The codes of the pools that cost reaches and cannot leave. */
        public List<String> pools() {
            return pools;
        }
    }

    /** One rule, or one reciprocal group, would make more portions than memory should be spent on. */
    public static final class TooManyPortions extends Unplannable {

        /** Receivers times origins of one rule at most: 80 MB of cells. One origin has no such limit. */
        public static final int LIMIT = 10_000_000;

        private static final long serialVersionUID = 1L;

        private final String rule;
        private final int receivers;
        private final int origins;

        TooManyPortions(String rule, int receivers, int origins) {
            super("rule " + rule + " would divide cost of " + origins + " origins over " + receivers
                    + " receivers; at most " + LIMIT + " portions");
            this.rule = rule;
            this.receivers = receivers;
            this.origins = origins;
        }

        /** The code of the rule; of a group that of its first one. */
        public String rule() {
            return rule;
        }

        /** How many receivers there are, counted once for each activity. */
        public int receivers() {
            return receivers;
        }

        /** How many different accounts and kept dimensions the cost comes from. */
        public int origins() {
            return origins;
        }
    }
}
