package nl.marge.profitability.whatif;

import static nl.marge.profitability.whatif.DriverColumns.NO_SLOT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.profitability.whatif.DriverColumns.Column;

/**
 * Levers that change the quantities of drivers, one after the other: each scales those of the receivers it reaches in
 * proportion. A total is divided over receivers and periods by largest remainder, to six decimals. Pools are nobody's
 * segment, so their quantities stay; so do those below zero, which count as zero. Pure.
 */
final class QuantityLevers {

    private final Ground ground;
    private final Violations violations;
    /** By driver the quantities of its column as the levers have left them. */
    private final Map<String, BigDecimal[]> nowByDriver = new HashMap<>();

    private QuantityLevers(Ground ground, Violations violations) {
        this.ground = ground;
        this.violations = violations;
    }

    /**
     * By which quantities each run of the ground is calculated then instead of its own, in their order, by driver code;
     * nothing for a run that they change nothing of.
     *
     * @param violations takes the levers that nothing can be scaled by
     */
    static List<Map<String, List<DriverQuantity>>> changed(Ground ground, List<Step> steps, Violations violations) {
        QuantityLevers levers = new QuantityLevers(ground, violations);
        for (Step step : steps) {
            step.lever().driver().ifPresent(driver -> levers.move(step, driver));
        }
        return IntStream.range(0, ground.runs().size())
                .mapToObj(levers::changed)
                .toList();
    }

    private void move(Step step, String driver) {
        Column column = ground.drivers().of(driver);
        BigDecimal[] now =
                nowByDriver.computeIfAbsent(driver, none -> column.quantities().toArray(BigDecimal[]::new));
        int[] slots = reached(step, column);
        LeverChange change = step.lever().change();
        if (change instanceof LeverChange.Percent percent) {
            BigDecimal factor = percent.percent().movePointLeft(2).add(BigDecimal.ONE);
            for (int slot : slots) {
                now[slot] = now[slot].multiply(factor);
            }
        } else if (change instanceof LeverChange.By by) {
            bring(step, new Reached(now, slots), new Reached(now, slots).total().add(by.value()), "changeBy");
        } else if (change instanceof LeverChange.To to) {
            bring(step, new Reached(now, slots), to.value(), "to");
        }
    }

    /** The slots that a lever reaches, ascending. */
    private int[] reached(Step step, Column column) {
        boolean[] reached = ground.sets().reached(step.reach());
        return IntStream.range(0, column.keys().length)
                .filter(slot -> column.keys()[slot] != KeyedSets.NONE && reached[column.keys()[slot]])
                .toArray();
    }

    /** The quantities that a lever changes. */
    private record Reached(BigDecimal[] now, int[] slots) {

        BigDecimal total() {
            return quantities().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        List<BigDecimal> quantities() {
            return Arrays.stream(slots).mapToObj(slot -> now[slot]).toList();
        }
    }

    /** Brings the quantities to a total, in proportion to what they are. */
    private void bring(Step step, Reached reached, BigDecimal total, String member) {
        BigDecimal base = reached.total();
        if (total.compareTo(base) == 0 || reached.slots().length == 0 && isUnused(step)) {
            return;
        }
        if (base.signum() == 0 || total.signum() < 0) {
            refuse(step, base, member);
            return;
        }
        long millionths = total.setScale(Quantities.DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
        long[] parts = Apportionment.by(reached.quantities()).split(millionths);
        for (int i = 0; i < parts.length; i++) {
            reached.now()[reached.slots()[i]] = Quantities.decimal(parts[i]);
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

    private Map<String, List<DriverQuantity>> changed(int run) {
        Map<String, List<DriverQuantity>> changed = new HashMap<>();
        nowByDriver.forEach((driver, now) -> {
            List<DriverQuantity> quantities =
                    ground.runs().get(run).gathered().quantities().getOrDefault(driver, List.of());
            Column column = ground.drivers().of(driver);
            List<DriverQuantity> then =
                    changed(quantities, column, column.slotsByRun().get(run), now);
            if (then != quantities) {
                changed.put(driver, then);
            }
        });
        return changed;
    }

    /** The quantities then; the very same list where none is another. */
    private static List<DriverQuantity> changed(
            List<DriverQuantity> quantities, Column column, int[] slots, BigDecimal[] now) {
        List<DriverQuantity> then = new ArrayList<>(quantities);
        boolean moved = false;
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            if (slot != NO_SLOT && isOther(column.quantities().get(slot), now[slot])) {
                then.set(i, new DriverQuantity(quantities.get(i).receiver(), now[slot]));
                moved = true;
            }
        }
        return moved ? then : quantities;
    }

    private static boolean isOther(BigDecimal before, BigDecimal now) {
        return before != now && before.compareTo(now) != 0;
    }
}
