package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One "from - to - by what" of a cycle.
 *
 * @param order rules run by ascending order; no two of a version have the same
 * @param group of pools that serve each other; given with {@link Method#RECIPROCAL} alone
 * @param driver code; empty with {@link Method#FIXED} and {@link Method#TIME_DRIVEN}
 * @param receivers what narrows the receivers of the driver
 * @param keep codes of the dimensions that arriving lines keep from the source
 * @param account code of the account that cost arrives on; empty = it keeps the source's
 * @param activities of {@link Method#TIME_DRIVEN} alone
 * @param weights of {@link Method#FIXED} alone
 */
public record AllocationRule(
        String code,
        int order,
        String pool,
        Method method,
        Optional<String> group,
        Optional<String> driver,
        Receivers receivers,
        List<String> keep,
        Optional<String> account,
        List<Activity> activities,
        List<FixedWeight> weights) {

    public AllocationRule {
        requireNonNull(code, "code");
        requireNonNull(pool, "pool");
        requireNonNull(method, "method");
        requireNonNull(group, "group");
        requireNonNull(driver, "driver");
        requireNonNull(receivers, "receivers");
        keep = List.copyOf(keep);
        requireNonNull(account, "account");
        activities = List.copyOf(activities);
        weights = List.copyOf(weights);
    }

    /** Whether cost leaves the pool of that code by it, or may arrive there. */
    public boolean namesPool(String named) {
        return pool.equals(named)
                || receivers.pools().filter(pools -> pools.contains(named)).isPresent();
    }

    /** Whether cost follows the driver of that code. */
    public boolean namesDriver(String named) {
        return driver.filter(named::equals).isPresent()
                || activities.stream()
                        .flatMap(activity -> activity.terms().stream())
                        .anyMatch(term -> term.driver().equals(named));
    }

    /** Whether cost arrives on the account of that code. */
    public boolean namesAccount(String named) {
        return account.filter(named::equals).isPresent()
                || activities.stream()
                        .anyMatch(activity ->
                                activity.account().filter(named::equals).isPresent());
    }

    /** Whether it names a value of a dimension, or, asked without one, the dimension. */
    public boolean namesValue(String dimension, Optional<String> value) {
        List<String> narrowed = receivers.dimensions().get(dimension);
        boolean narrows = narrowed != null && (value.isEmpty() || narrowed.contains(value.get()));
        boolean weighs = weights.stream()
                .map(FixedWeight::receiver)
                .anyMatch(receiver -> receiver instanceof Receiver.Values values
                        && values.code(dimension)
                                .filter(code -> value.isEmpty() || code.equals(value.get()))
                                .isPresent());
        return narrows || weighs || value.isEmpty() && keep.contains(dimension);
    }

    /**
     * What narrows the receivers of a driver.
     *
     * @param pools codes of the pools that may receive; empty = the method decides
     * @param dimensions dimension code to codes of the values that may receive; a dimension not named is not narrowed
     */
    public record Receivers(Optional<List<String>> pools, SortedMap<String, List<String>> dimensions) {

        /** Every receiver of the driver. */
        public static final Receivers ALL = new Receivers(Optional.empty(), new TreeMap<>());

        public Receivers {
            pools = pools.map(List::copyOf);
            dimensions = new TreeMap<>(dimensions);
        }
    }

    /** Work that takes time: so many minutes for each unit of some drivers (a time equation). */
    public record Activity(String code, Optional<String> account, List<Term> terms) {
        public Activity {
            requireNonNull(code, "code");
            requireNonNull(account, "account");
            terms = List.copyOf(terms);
        }
    }

    /** A term of a time equation: minutes for one unit of a driver. */
    public record Term(String driver, BigDecimal minutes) {
        public Term {
            requireNonNull(driver, "driver");
            requireNonNull(minutes, "minutes");
        }
    }

    /** The weight of a receiver that stands in the rule itself. */
    public record FixedWeight(Receiver receiver, BigDecimal weight) {
        public FixedWeight {
            requireNonNull(receiver, "receiver");
            requireNonNull(weight, "weight");
        }
    }
}
