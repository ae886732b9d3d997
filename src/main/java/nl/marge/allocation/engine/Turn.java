package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import nl.marge.allocation.engine.RuleResult.Outcome;
import nl.marge.allocation.engine.Unplannable.StrandedCost;
import nl.marge.allocation.engine.Unplannable.TooManyPortions;

/** A rule whose turn it is, and what its pool holds: cost of its own, and what arrived from other pools. */
record Turn(Sender sender, PoolCost pool, List<Parcel> arrived, int decimals) {

    /** Decimals of what passed through a pool. */
    static final int EXACT_DECIMALS = 6;

    private static final Portions NO_PORTIONS =
            new Portions(new int[0], new int[0], new int[0], new long[0], List.of());

    long own() {
        return sum(pool.parcels());
    }

    long received() {
        return sum(arrived);
    }

    long total() {
        return Math.addExact(own(), received());
    }

    /** All that the pool holds. */
    List<Parcel> parcels() {
        return java.util.stream.Stream.concat(pool.parcels().stream(), arrived.stream())
                .toList();
    }

    /** Whether another turn has the very same sender and its pool holds the same. */
    boolean isSame(Turn other) {
        return sender == other.sender
                && decimals == other.decimals
                && pool.equals(other.pool)
                && arrived.equals(other.arrived);
    }

    /** The same turn with the opposite of all cost. */
    Turn opposite() {
        return new Turn(sender, new PoolCost(pool.code(), opposite(pool.parcels())), opposite(arrived), decimals);
    }

    /** Whether nothing is to be allocated: what arrived is always passed on, even where it makes zero in all. */
    boolean hasNothing() {
        return arrived.isEmpty() && own() == 0;
    }

    RuleResult nothing() {
        return new RuleResult(
                sender,
                Outcome.NOTHING_TO_ALLOCATE,
                0,
                0,
                0,
                0,
                0,
                0,
                exact(0),
                BigDecimal.ZERO,
                NO_PORTIONS,
                List.of());
    }

    /**
     * The cost stays in the pool.
     *
     * @throws StrandedCost if some of it came from other pools
     */
    RuleResult withoutDriver() {
        if (!arrived.isEmpty()) {
            throw new StrandedCost(sender.rule(), pool.code(), received());
        }
        long own = own();
        return new RuleResult(
                sender,
                Outcome.WITHOUT_DRIVER,
                own,
                0,
                0,
                0,
                0,
                own,
                exact(0),
                BigDecimal.ZERO,
                NO_PORTIONS,
                List.of());
    }

    /** All of it went, {@code exactOut} of the currency's unit through the pool. */
    RuleResult allocated(BigDecimal exactOut, BigDecimal used, Portions portions) {
        long unused = 0;
        long overDriven = 0;
        long out = 0;
        for (int i = 0; i < portions.size(); i++) {
            long amount = portions.amounts()[i];
            switch (portions.receivers()[i]) {
                case Portions.UNUSED -> unused += amount;
                case Portions.OVER_DRIVEN -> overDriven += amount;
                default -> out = Math.addExact(out, amount);
            }
        }
        long own = own();
        long received = out + unused + overDriven - own;
        return new RuleResult(
                sender,
                Outcome.ALLOCATED,
                own,
                received,
                out,
                unused,
                overDriven,
                0,
                exactOut,
                used,
                portions,
                List.of());
    }

    /** An amount in the currency's unit, to six decimals. */
    BigDecimal exact(long amount) {
        return BigDecimal.valueOf(amount, decimals).setScale(EXACT_DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** Refuses a table that would be too large to be filled. */
    void limit(int rows, int origins) {
        if (origins > 1 && (long) rows * origins > TooManyPortions.LIMIT) {
            throw new TooManyPortions(sender.rule(), rows, origins);
        }
    }

    private static long sum(List<Parcel> parcels) {
        return parcels.stream().mapToLong(Parcel::amount).reduce(0, Math::addExact);
    }

    private static List<Parcel> opposite(List<Parcel> parcels) {
        return parcels.stream()
                .map(parcel -> new Parcel(parcel.accountId(), parcel.dimensions(), Math.negateExact(parcel.amount())))
                .toList();
    }
}
