package nl.marge.allocation.engine;

/** A pool got cost from others and cannot send it on, because the weights of its rule sum to zero. */
public final class StrandedCost extends RuntimeException {

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
