package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.kernel.apportion.ExactShares;
import nl.marge.kernel.apportion.Weights;

/**
 * A rule by time: a minute costs the pool's cost divided by the minutes of practical capacity. What was used is charged
 * to receivers by their minutes; what was not used is shown as such, and so is what was charged beyond the cost.
 */
final class TimeDrivenRule {

    private final Turn turn;
    private final Rows rows;
    private final BigDecimal used;
    private final BigDecimal capacity;
    private final List<Parcel> origins;

    private TimeDrivenRule(Turn turn, Pools pools) {
        this.turn = turn;
        rows = Rows.of(turn.sender(), pools);
        used = rows.weights().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        capacity = turn.sender().capacity().orElse(BigDecimal.ZERO);
        // What is not used stays on the source's account, whatever the activities' accounts.
        origins = Origins.together(turn.parcels(), turn.sender().keep(), true);
        if (capacity.signum() <= 0) {
            throw new IllegalArgumentException("rule " + turn.sender().rule() + " has a capacity of " + capacity
                    + " minutes; it has to be above 0");
        }
    }

    static RuleResult run(Turn turn, Pools pools) {
        return new TimeDrivenRule(turn, pools).result();
    }

    private RuleResult result() {
        if (turn.hasNothing()) {
            return turn.nothing();
        }
        turn.limit(rows.size() + 1, origins.size());
        long[] amounts = Origins.amounts(origins);
        long[] charged = charged(amounts);
        long[] rest = new long[amounts.length];
        Arrays.setAll(rest, i -> Math.subtractExact(amounts[i], charged[i]));
        Arrivals arrivals = new Arrivals(turn.sender(), origins, rows.size() + 1);
        addCharged(charged, arrivals);
        if (rest.length > 0) {
            int receiver = used.compareTo(capacity) > 0 ? Portions.OVER_DRIVEN : Portions.UNUSED;
            arrivals.add(Arrivals.NO_STREAM, receiver, rest, 0);
        }
        return turn.allocated(turn.exact(turn.total()), used, arrivals.portions());
    }

    private void addCharged(long[] charged, Arrivals arrivals) {
        if (used.signum() == 0 || charged.length == 0) {
            return;
        }
        long[] cells = Apportionment.by(Weights.of(rows.weights())).split(charged);
        arrivals.addAll(rows, cells);
    }

    /** Of the cost of each origin what is charged to receivers. */
    private long[] charged(long[] amounts) {
        boolean turned = Apportionment.isTurned(amounts, turn.total());
        Weights minutes = Weights.of(List.of(used, capacity));
        BigInteger[] shares = new BigInteger[amounts.length];
        Arrays.setAll(shares, i -> minutes.at(0).multiply(BigInteger.valueOf(turned ? -amounts[i] : amounts[i])));
        BigInteger sum = BigInteger.valueOf(charged(turned ? -turn.total() : turn.total()));
        long[] charged = ExactShares.round(shares, minutes.at(1), sum);
        return IntStream.range(0, charged.length)
                .mapToLong(i -> turned ? -charged[i] : charged[i])
                .toArray();
    }

    /** Of the whole cost what is charged: by largest remainder, or where it is more than the cost by HALF_UP. */
    private long charged(long total) {
        if (used.compareTo(capacity) <= 0) {
            return Apportionment.by(List.of(used, capacity.subtract(used))).split(total)[0];
        }
        return BigDecimal.valueOf(total)
                .multiply(used)
                .divide(capacity, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
