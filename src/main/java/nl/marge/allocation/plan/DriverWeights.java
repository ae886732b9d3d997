package nl.marge.allocation.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Method;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** The quantities of drivers as weights of numbered receivers, narrowed to those that a rule lets receive. */
final class DriverWeights {

    /** Neither a receiver's number nor a pool's. */
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int NOBODY = Integer.MIN_VALUE + 1;

    private final Gathered gathered;
    private final ReceiverNumbers receivers;

    /** The numbers of a driver's receivers, in the order of its quantities, as far as rules have asked. */
    private final Map<String, int[]> numbersByDriver;

    private final Map<String, Integer> poolNumbers;
    private final Map<Asked, Weighted> known = new HashMap<>();
    private final Violations violations;

    /** Of what was gathered; receivers are numbered as rules ask for them. */
    DriverWeights(Gathered gathered, Violations violations) {
        this(gathered, new ReceiverNumbers(), new HashMap<>(), new HashMap<>(), violations);
        gathered.rules().forEach(rule -> poolNumbers.put(rule.pool(), poolNumbers.size()));
    }

    private DriverWeights(
            Gathered gathered,
            ReceiverNumbers receivers,
            Map<String, int[]> numbersByDriver,
            Map<String, Integer> poolNumbers,
            Violations violations) {
        this.gathered = gathered;
        this.receivers = receivers;
        this.numbersByDriver = numbersByDriver;
        this.poolNumbers = poolNumbers;
        this.violations = violations;
    }

    /** What a rule asks of a driver, as far as it makes a difference. */
    private record Asked(String driver, boolean toPools, AllocationRule.Receivers receivers) {}

    /** Weights by receiver; not to be written to. Rules that ask the same get the same instance. */
    record Weighted(int[] receivers, List<BigDecimal> weights) {}

    /** The same numbers for other quantities of the same receivers, once every rule has asked. */
    DriverWeights with(Gathered changed, Violations noted) {
        return new DriverWeights(changed, receivers, new HashMap<>(numbersByDriver), poolNumbers, noted);
    }

    /** The numbers given. */
    ReceiverNumbers receivers() {
        return receivers;
    }

    /** The weights that stand in the rule itself. */
    Weighted fixed(AllocationRule rule) {
        Minutes weights = minutes();
        for (AllocationRule.FixedWeight weight : rule.weights()) {
            number(weight.receiver()).ifPresent(receiver -> weights.put(receiver, weight.weight()));
        }
        return weights.weighted();
    }

    /** The quantities of a driver of the rule. */
    Weighted of(AllocationRule rule, String driverCode) {
        Driver driver = gathered.settings().driver(driverCode).orElseThrow();
        List<DriverQuantity> quantities = gathered.quantities().get(driverCode);
        if (driver.fromLedger().isEmpty()) {
            requireGiven(rule, driver, quantities);
        }
        Asked asked = new Asked(driverCode, rule.method() != Method.DIRECT, rule.receivers());
        Weighted found = known.get(asked);
        if (found == null) {
            int before = violations.total();
            found = narrowed(rule, driver, quantities);
            // What is wrong is told for each rule.
            if (violations.total() == before) {
                known.put(asked, found);
            }
        }
        return found;
    }

    private Weighted narrowed(AllocationRule rule, Driver driver, List<DriverQuantity> quantities) {
        int[] numbers = numbersByDriver.computeIfAbsent(driver.code(), none -> {
            int[] unknown = new int[quantities.size()];
            Arrays.fill(unknown, UNKNOWN);
            return unknown;
        });
        Minutes weights = minutes();
        for (int i = 0; i < numbers.length; i++) {
            DriverQuantity quantity = quantities.get(i);
            if (mayReceive(rule, quantity.receiver())) {
                if (numbers[i] == UNKNOWN) {
                    numbers[i] = number(quantity.receiver()).orElse(NOBODY);
                }
                if (numbers[i] != NOBODY) {
                    weights.put(numbers[i], counted(driver, quantity));
                }
            }
        }
        return weights.weighted();
    }

    /** Nobody's minutes yet. */
    Minutes minutes() {
        return new Minutes(poolNumbers.size());
    }

    /** Weights by receiver as they are added up, in the order in which receivers appear. */
    static final class Minutes {

        private static final int FIRST_SIZE = 16;

        private final int pools;
        /** One more than the place of a receiver, by its number and the count of pools; 0 = none yet. */
        private int[] places = new int[FIRST_SIZE];

        private int[] receivers = new int[FIRST_SIZE];
        private BigDecimal[] weights = new BigDecimal[FIRST_SIZE];
        private int size;

        private Minutes(int pools) {
            this.pools = pools;
        }

        /** Adds so many minutes for each unit. */
        void add(Weighted units, BigDecimal minutes) {
            for (int i = 0; i < units.receivers().length; i++) {
                BigDecimal more = units.weights().get(i).multiply(minutes);
                int place = place(units.receivers()[i]);
                weights[place] = weights[place] == null ? more : weights[place].add(more);
            }
        }

        /** Sets a receiver's weight. */
        void put(int receiver, BigDecimal weight) {
            // The place first: it may lay the columns down anew.
            int place = place(receiver);
            weights[place] = weight;
        }

        Weighted weighted() {
            return new Weighted(Arrays.copyOf(receivers, size), List.of(Arrays.copyOf(weights, size)));
        }

        private int place(int receiver) {
            int index = receiver + pools;
            if (index >= places.length) {
                places = Arrays.copyOf(places, Math.max(index + 1, 2 * places.length));
            }
            if (places[index] == 0) {
                if (size == receivers.length) {
                    receivers = Arrays.copyOf(receivers, 2 * size);
                    weights = Arrays.copyOf(weights, 2 * size);
                }
                receivers[size] = receiver;
                places[index] = ++size;
            }
            return places[index] - 1;
        }
    }

    private BigDecimal counted(Driver driver, DriverQuantity quantity) {
        if (quantity.quantity().signum() >= 0) {
            return quantity.quantity();
        }
        if (driver.negative() == Driver.Negative.REFUSE) {
            violations.add(
                    "/period",
                    ViolationCode.QUANTITY_NEGATIVE,
                    "Driver " + driver.code() + " of " + quantity.receiver().text() + " in "
                            + gathered.request().period() + " is "
                            + quantity.quantity().toPlainString()
                            + ". A share cannot be negative: correct what it is measured from, or let the driver count"
                            + " it as 0 with \"negative\":\"CLAMP\".");
        }
        return BigDecimal.ZERO;
    }

    /** The number of a receiver; empty for a pool that has no rule in this cycle. */
    private Optional<Integer> number(Receiver receiver) {
        return receiver instanceof Receiver.Pool pool
                ? Optional.ofNullable(poolNumbers.get(pool.code())).map(Stream::pool)
                : Optional.of(receivers.numberOf((Receiver.Values) receiver));
    }

    private static boolean mayReceive(AllocationRule rule, Receiver receiver) {
        if (receiver instanceof Receiver.Pool pool) {
            return rule.method() != Method.DIRECT
                    && rule.receivers()
                            .pools()
                            .map(named -> named.contains(pool.code()))
                            .orElse(true);
        }
        if (rule.receivers().dimensions().isEmpty()) {
            return true;
        }
        Receiver.Values values = (Receiver.Values) receiver;
        return rule.receivers().dimensions().entrySet().stream().allMatch(narrowed -> values.code(narrowed.getKey())
                .filter(narrowed.getValue()::contains)
                .isPresent());
    }

    /** Whoever names a receiver means it to be measured; a driver without any quantity was not measured at all. */
    private void requireGiven(AllocationRule rule, Driver driver, List<DriverQuantity> quantities) {
        if (quantities.isEmpty()) {
            missing(rule, driver, "any receiver");
        }
        rule.receivers().pools().orElse(List.of()).stream()
                .filter(pool ->
                        quantities.stream().noneMatch(given -> given.receiver().equals(new Receiver.Pool(pool))))
                .forEach(pool -> missing(rule, driver, "pool:" + pool));
        rule.receivers().dimensions().forEach((dimension, codes) -> codes.stream()
                .filter(code -> quantities.stream()
                        .noneMatch(given -> given.receiver() instanceof Receiver.Values values
                                && values.code(dimension).filter(code::equals).isPresent()))
                .forEach(code -> missing(rule, driver, dimension + ":" + code)));
    }

    private void missing(AllocationRule rule, Driver driver, String receiver) {
        if (quantitiesAreMissingFor(rule, receiver)) {
            violations.add(
                    "/period",
                    ViolationCode.DRIVER_QUANTITY_MISSING,
                    "Driver " + driver.code() + " has no quantity of " + receiver + " in "
                            + gathered.request().period() + "; rule " + rule.code()
                            + " needs it. Give it with PUT .../drivers/" + driver.code()
                            + "/quantities (0 where there was none).");
        }
    }

    private static boolean quantitiesAreMissingFor(AllocationRule rule, String receiver) {
        return rule.method() != Method.DIRECT || !receiver.startsWith("pool:");
    }
}
