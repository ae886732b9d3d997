package nl.marge.allocation.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Map<String, int[]> numbersByDriver = new HashMap<>();

    private final Map<String, Integer> poolNumbers = new HashMap<>();
    private final Violations violations;

    DriverWeights(Gathered gathered, ReceiverNumbers receivers, Violations violations) {
        this.gathered = gathered;
        this.receivers = receivers;
        this.violations = violations;
        gathered.rules().forEach(rule -> poolNumbers.put(rule.pool(), poolNumbers.size()));
    }

    /** The weights that stand in the rule itself. */
    Map<Integer, BigDecimal> fixed(AllocationRule rule) {
        Map<Integer, BigDecimal> weights = new LinkedHashMap<>();
        for (AllocationRule.FixedWeight weight : rule.weights()) {
            number(weight.receiver()).ifPresent(receiver -> weights.put(receiver, weight.weight()));
        }
        return weights;
    }

    /** The quantities of a driver of the rule. */
    Map<Integer, BigDecimal> of(AllocationRule rule, String driverCode) {
        Driver driver = gathered.settings().driver(driverCode).orElseThrow();
        List<DriverQuantity> quantities = gathered.quantities().get(driverCode);
        if (driver.fromLedger().isEmpty()) {
            requireGiven(rule, driver, quantities);
        }
        int[] numbers = numbersByDriver.computeIfAbsent(driverCode, none -> {
            int[] unknown = new int[quantities.size()];
            Arrays.fill(unknown, UNKNOWN);
            return unknown;
        });
        Map<Integer, BigDecimal> weights = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            DriverQuantity quantity = quantities.get(i);
            if (mayReceive(rule, quantity.receiver())) {
                numbers[i] = numbers[i] == UNKNOWN ? number(quantity.receiver()).orElse(NOBODY) : numbers[i];
                if (numbers[i] != NOBODY) {
                    weights.put(numbers[i], counted(driver, quantity));
                }
            }
        }
        return weights;
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
