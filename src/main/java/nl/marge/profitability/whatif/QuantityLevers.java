package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.kernel.apportion.Apportionment;

/**
 * Levers that change the quantities of drivers, one after the other: each scales those of the receivers it reaches in
 * proportion. A total is divided over receivers and periods by largest remainder, to six decimals. Pools are nobody's
 * segment, so their quantities stay; so do those below zero, which count as zero. Pure.
 */
final class QuantityLevers {

    private final Ground ground;
    private final Violations violations;
    private final Map<Slot, BigDecimal> before = new LinkedHashMap<>();
    private final Map<Slot, BigDecimal> now = new HashMap<>();

    private QuantityLevers(Ground ground, Violations violations) {
        this.ground = ground;
        this.violations = violations;
    }

    /** One quantity, however many runs use it. */
    private record Slot(String driver, YearMonth period, Receiver.Values receiver) {
        Slot {
            requireNonNull(driver, "driver");
            requireNonNull(period, "period");
            requireNonNull(receiver, "receiver");
        }
    }

    /**
     * What each run of the ground is calculated from then, in their order; empty for one that nothing of changes.
     *
     * @param violations takes the levers that nothing can be scaled by
     */
    static List<Optional<Gathered>> changed(Ground ground, List<Step> steps, Violations violations) {
        QuantityLevers levers = new QuantityLevers(ground, violations);
        for (Step step : steps) {
            step.lever().driver().ifPresent(driver -> levers.move(step, driver));
        }
        return ground.runs().stream().map(run -> levers.changed(run.gathered())).toList();
    }

    private void move(Step step, String driver) {
        List<Slot> slots = slots(step, driver);
        LeverChange change = step.lever().change();
        if (change instanceof LeverChange.Percent percent) {
            BigDecimal factor = percent.percent().movePointLeft(2).add(BigDecimal.ONE);
            slots.forEach(slot -> now.merge(slot, factor, BigDecimal::multiply));
        } else if (change instanceof LeverChange.By by) {
            bring(step, slots, total(slots).add(by.value()), "changeBy");
        } else if (change instanceof LeverChange.To to) {
            bring(step, slots, to.value(), "to");
        }
    }

    private List<Slot> slots(Step step, String driver) {
        Set<Slot> slots = new LinkedHashSet<>();
        for (BaseRun run : ground.runs()) {
            Gathered gathered = run.gathered();
            for (DriverQuantity quantity : gathered.quantities().getOrDefault(driver, List.of())) {
                reached(step, gathered.request(), quantity).ifPresent(receiver -> {
                    Slot slot = new Slot(driver, gathered.request().period(), receiver);
                    slots.add(slot);
                    before.putIfAbsent(slot, quantity.quantity());
                    now.putIfAbsent(slot, quantity.quantity());
                });
            }
        }
        return List.copyOf(slots);
    }

    /** The receiver of a quantity, where the lever can scale it. */
    private Optional<Receiver.Values> reached(Step step, RunRequest run, DriverQuantity quantity) {
        if (quantity.quantity().signum() > 0 && quantity.receiver() instanceof Receiver.Values receiver) {
            return ground.sets()
                    .keyOf(receiver, run.last())
                    .filter(step.reach())
                    .map(key -> receiver);
        }
        return Optional.empty();
    }

    private BigDecimal total(List<Slot> slots) {
        return slots.stream().map(now::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Brings the quantities to a total, in proportion to what they are. */
    private void bring(Step step, List<Slot> slots, BigDecimal total, String member) {
        BigDecimal base = total(slots);
        if (total.compareTo(base) == 0 || slots.isEmpty() && isUnused(step)) {
            return;
        }
        if (base.signum() == 0 || total.signum() < 0) {
            refuse(step, base, member);
            return;
        }
        long millionths = total.setScale(Quantities.DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
        long[] parts = Apportionment.by(slots.stream().map(now::get).toList()).split(millionths);
        for (int i = 0; i < parts.length; i++) {
            now.put(slots.get(i), Quantities.decimal(parts[i]));
        }
    }

    /** Whether no run counts by the driver at all: that is told as a warning. */
    private boolean isUnused(Step step) {
        String driver = step.lever().driver().orElseThrow();
        return ground.runs().stream()
                .noneMatch(run -> run.gathered().quantities().containsKey(driver));
    }

    private void refuse(Step step, BigDecimal base, String member) {
        String what = "Driver " + step.lever().driver().orElseThrow() + " comes to " + shown(base)
                + (step.lever().filter().isEmpty() ? "" : " for " + step.lever().filter()) + " in the runs of "
                + ground.scope().range().from() + " to "
                + ground.scope().range().to();
        violations.add(
                step.place().member(member),
                base.signum() == 0 ? ViolationCode.VALUE_INVALID : ViolationCode.QUANTITY_NEGATIVE,
                what
                        + (base.signum() == 0
                                ? ", so there is nothing to change in proportion. Choose another filter."
                                : ", so it would fall below 0. Take less away."));
    }

    private static String shown(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private Optional<Gathered> changed(Gathered gathered) {
        Map<String, List<DriverQuantity>> changed = new HashMap<>();
        gathered.quantities().forEach((driver, quantities) -> {
            List<DriverQuantity> then = quantities.stream()
                    .map(quantity -> changed(driver, gathered.request().period(), quantity))
                    .toList();
            if (!then.equals(quantities)) {
                changed.put(driver, then);
            }
        });
        return changed.isEmpty() ? Optional.empty() : Optional.of(gathered.with(changed));
    }

    private DriverQuantity changed(String driver, YearMonth period, DriverQuantity quantity) {
        if (quantity.receiver() instanceof Receiver.Values receiver) {
            Slot slot = new Slot(driver, period, receiver);
            boolean moved = before.containsKey(slot) && before.get(slot).compareTo(now.get(slot)) != 0;
            return moved ? new DriverQuantity(receiver, now.get(slot)) : quantity;
        }
        return quantity;
    }
}
