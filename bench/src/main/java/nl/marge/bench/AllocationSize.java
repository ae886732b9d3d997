package nl.marge.bench;

import java.util.List;

/**
 * How much to allocate: every pool goes to every customer, so a run has {@code pools} times {@code customers} lines.
 * Pool p follows driver p modulo {@code drivers}; the first driver is measured from the ledger, the others are
 * uploaded. Each round is a month. Equal seeds give equal books.
 */
record AllocationSize(long seed, int pools, int drivers, int customers, int segments, int rounds) {

    /** Two million lines a run. */
    static final AllocationSize DEFAULT = new AllocationSize(1, 40, 4, 50_000, 12, 3);

    AllocationSize {
        if (pools < 1 || drivers < 1 || customers < 1 || segments < 1 || rounds < 1) {
            throw new IllegalArgumentException("Every size must be at least 1.");
        }
        if (pools > CostWorkload.POOLS_LIMIT || drivers > pools || rounds >= CostWorkload.MONTHS) {
            throw new IllegalArgumentException("At most " + CostWorkload.POOLS_LIMIT + " pools, a driver for each, and "
                    + (CostWorkload.MONTHS - 1) + " rounds.");
        }
    }

    /** The default with what {@code arguments}, such as {@code pools=10}, say otherwise. */
    static AllocationSize of(String... arguments) {
        Arguments given =
                new Arguments(List.of("seed", "pools", "drivers", "customers", "segments", "rounds"), arguments);
        return new AllocationSize(
                given.longNumber("seed", DEFAULT.seed),
                given.number("pools", DEFAULT.pools),
                given.number("drivers", DEFAULT.drivers),
                given.number("customers", DEFAULT.customers),
                given.number("segments", DEFAULT.segments),
                given.number("rounds", DEFAULT.rounds));
    }

    int lines() {
        return pools * customers;
    }
}
