package nl.marge.allocation.engine;

/** One rule, or one reciprocal group, would make more portions than memory should be spent on. */
public final class TooManyPortions extends RuntimeException {

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
