package nl.marge.allocation.engine;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/**
 * Part of a rule that has weights and an arrival account of its own: an activity, or the whole rule where it has none.
 *
 * @param accountId where its cost arrives; empty = it keeps the source's account
 * @param receivers a receiver at most once: 0 and above are dimension receivers, below are pools ({@link #pool(int)})
 * @param weights one a receiver, exact, none negative: quantities, minutes, or what stands in the rule
 */
public record Stream(String code, OptionalInt accountId, int[] receivers, List<BigDecimal> weights) {

    public Stream {
        requireNonNull(code, "code");
        requireNonNull(accountId, "accountId");
        receivers = receivers.clone();
        weights = List.copyOf(weights);
        if (receivers.length != weights.size()) {
            throw new IllegalArgumentException(receivers.length + " receivers with " + weights.size() + " weights");
        }
    }

    /** The number by which a pool is a receiver; its own inverse. */
    public static int pool(int pool) {
        return -1 - pool;
    }
}
