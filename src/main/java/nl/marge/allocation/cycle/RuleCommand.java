package nl.marge.allocation.cycle;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Place;

/** What a caller says of a rule, read but not yet checked: absent members are empty. */
public record RuleCommand(
        Place place,
        String code,
        OptionalInt order,
        Optional<String> pool,
        Optional<String> method,
        Optional<String> group,
        Optional<String> driver,
        Receivers receivers,
        List<String> keep,
        Optional<String> account,
        List<Activity> activities,
        List<Weight> weights) {

    public RuleCommand {
        requireNonNull(place, "place");
        requireNonNull(code, "code");
        requireNonNull(order, "order");
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

    /** Whether it is of a method. */
    boolean is(Method asked) {
        return method.filter(asked.name()::equals).isPresent();
    }

    /** Whether its method gives to pools. */
    boolean servesPools() {
        return is(Method.STEP_DOWN) || is(Method.RECIPROCAL);
    }

    /** What narrows the receivers. */
    public record Receivers(Optional<List<String>> pools, Map<String, List<String>> dimensions) {

        /** Every receiver. */
        static final Receivers ALL = new Receivers(Optional.empty(), Map.of());

        public Receivers {
            pools = pools.map(List::copyOf);
            dimensions = new LinkedHashMap<>(dimensions);
        }
    }

    /** Work that takes time. */
    public record Activity(Place place, String code, Optional<String> account, List<Term> terms) {
        public Activity {
            requireNonNull(place, "place");
            requireNonNull(code, "code");
            requireNonNull(account, "account");
            terms = List.copyOf(terms);
        }
    }

    /** Minutes for one unit of a driver. */
    public record Term(Place place, Optional<String> driver, Optional<String> minutes) {
        public Term {
            requireNonNull(place, "place");
            requireNonNull(driver, "driver");
            requireNonNull(minutes, "minutes");
        }
    }

    /** The weight of a receiver, which has a code by dimension. */
    public record Weight(Place place, Map<String, String> receiver, Optional<String> weight) {
        public Weight {
            requireNonNull(place, "place");
            receiver = Map.copyOf(receiver);
            requireNonNull(weight, "weight");
        }
    }
}
