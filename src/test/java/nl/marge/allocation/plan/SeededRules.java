package nl.marge.allocation.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationRule.Activity;
import nl.marge.allocation.setting.AllocationRule.FixedWeight;
import nl.marge.allocation.setting.AllocationRule.Receivers;
import nl.marge.allocation.setting.AllocationRule.Term;
import nl.marge.allocation.setting.Method;
import nl.marge.allocation.setting.Receiver;

/** A rule of any method for each pool, some of them in a reciprocal group, narrowed and keeping as it comes. */
final class SeededRules {

    private final Random random;
    private final int pools;
    private final int customers;

    SeededRules(Random random, int pools, int customers) {
        this.random = random;
        this.pools = pools;
        this.customers = customers;
    }

    List<AllocationRule> rules() {
        int first = random.nextInt(pools);
        int last = random.nextBoolean() ? first + random.nextInt(pools) : -1;
        List<AllocationRule> rules = new ArrayList<>();
        for (int pool = 0; pool < pools; pool++) {
            boolean grouped = pool >= first && pool <= last;
            rules.add(rule(pool, grouped ? Method.RECIPROCAL : alone()));
        }
        return rules;
    }

    private AllocationRule rule(int pool, Method method) {
        boolean driven = method != Method.FIXED && method != Method.TIME_DRIVEN;
        return new AllocationRule(
                "R" + pool,
                10 * (pool + 1),
                "P" + pool,
                method,
                method == Method.RECIPROCAL ? Optional.of("G") : Optional.empty(),
                driven ? Optional.of(driver()) : Optional.empty(),
                method == Method.FIXED ? Receivers.ALL : receivers(),
                random.nextInt(3) == 0 ? List.of("COST_CENTER") : List.of(),
                account(),
                method == Method.TIME_DRIVEN ? activities() : List.of(),
                method == Method.FIXED ? weights() : List.of());
    }

    private Method alone() {
        Method[] methods = {Method.FIXED, Method.DIRECT, Method.DIRECT, Method.STEP_DOWN, Method.TIME_DRIVEN};
        return methods[random.nextInt(methods.length)];
    }

    private String driver() {
        return "D" + random.nextInt(SeededRuns.DRIVERS);
    }

    private Optional<String> account() {
        return random.nextInt(3) == 0 ? Optional.of(Integer.toString(4500 + random.nextInt(4))) : Optional.empty();
    }

    /** All, or none of the pools, or two customers of whom one always has a quantity. */
    private Receivers receivers() {
        int kind = random.nextInt(5);
        TreeMap<String, List<String>> narrowed = new TreeMap<>();
        if (kind == 0) {
            narrowed.put("CUSTOMER", List.of("LAST"));
        }
        return new Receivers(kind == 1 ? Optional.of(List.of()) : Optional.empty(), narrowed);
    }

    private List<Activity> activities() {
        List<Activity> activities = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (activities.size() < count) {
            List<Term> terms = new ArrayList<>();
            int driver = random.nextInt(SeededRuns.DRIVERS);
            do {
                terms.add(new Term("D" + driver, BigDecimal.valueOf(1 + random.nextInt(50), 1)));
            } while (++driver < SeededRuns.DRIVERS && random.nextBoolean());
            activities.add(new Activity("A" + activities.size(), account(), terms));
        }
        return activities;
    }

    private List<FixedWeight> weights() {
        List<FixedWeight> weights = new ArrayList<>();
        for (int customer = 0; customer < customers; customer += 1 + random.nextInt(3)) {
            weights.add(new FixedWeight(
                    Receiver.Values.of(Map.of("CUSTOMER", "C" + customer)),
                    BigDecimal.valueOf(1 + random.nextInt(100))));
        }
        int pool = random.nextInt(pools);
        if (random.nextBoolean()) {
            weights.add(new FixedWeight(new Receiver.Pool("P" + pool), BigDecimal.ONE));
        }
        return weights;
    }
}
