package nl.marge.profitability.whatif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunLine;
import nl.marge.allocation.plan.RunLines;
import nl.marge.allocation.plan.RunPlanning;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.ledger.reference.StatementLayout;

/**
 * What levers on drivers do, in the plainest way: quantities one by one in maps, every run calculated whole with them
 * and without, and every line of both added up.
 */
final class PlainWhatIf {

    private final Ground ground;
    private final SetGrouping grouping;
    private final List<Gathered> gathered;
    private final Map<String, BigDecimal> quantities = new LinkedHashMap<>();

    /** On what a ground was laid of, with a grouping of its own by the axes of the ground. */
    PlainWhatIf(Ground ground, SetGrouping grouping, List<Gathered> gathered) {
        this.ground = ground;
        this.grouping = grouping;
        this.gathered = gathered;
        for (Gathered run : gathered) {
            run.quantities()
                    .forEach((driver, given) -> given.forEach(
                            quantity -> quantities.put(name(run, driver, quantity), quantity.quantity())));
        }
    }

    /** The changes by row key and statement row, natural signs; rows without a change are left out. */
    Map<List<Integer>, List<BigInteger>> differences(List<Step> steps) {
        steps.forEach(this::move);
        Map<List<Integer>, BigInteger[]> sums = new HashMap<>();
        for (Gathered run : gathered) {
            add(RunPlanning.calculated(changed(run)), sums, BigInteger.ONE);
            add(RunPlanning.calculated(run), sums, BigInteger.ONE.negate());
        }
        Map<List<Integer>, List<BigInteger>> differences = new HashMap<>();
        sums.forEach((key, sum) -> {
            if (Arrays.stream(sum).anyMatch(amount -> amount.signum() != 0)) {
                differences.put(key, List.of(sum));
            }
        });
        return differences;
    }

    private void move(Step step) {
        String driver = step.lever().driver().orElseThrow();
        Map<String, BigDecimal> reached = new LinkedHashMap<>();
        for (Gathered run : gathered) {
            for (DriverQuantity quantity : run.quantities().getOrDefault(driver, List.of())) {
                if (isReached(run, quantity, step.reach())) {
                    String name = name(run, driver, quantity);
                    reached.put(name, quantities.get(name));
                }
            }
        }
        LeverChange change = step.lever().change();
        BigDecimal total = reached.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (change instanceof LeverChange.Percent percent) {
            BigDecimal factor = BigDecimal.ONE.add(percent.percent().movePointLeft(2));
            reached.forEach((name, quantity) -> quantities.put(name, quantity.multiply(factor)));
        } else if (change instanceof LeverChange.To to) {
            divide(reached, total, to.value());
        } else if (change instanceof LeverChange.By by) {
            divide(reached, total, total.add(by.value()));
        }
    }

    private void divide(Map<String, BigDecimal> reached, BigDecimal before, BigDecimal total) {
        if (reached.isEmpty() || before.compareTo(total) == 0) {
            return;
        }
        List<String> names = new ArrayList<>(reached.keySet());
        long[] parts = Apportionment.by(new ArrayList<>(reached.values()))
                .split(total.setScale(Quantities.DECIMALS, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact());
        for (int i = 0; i < parts.length; i++) {
            quantities.put(names.get(i), Quantities.decimal(parts[i]));
        }
    }

    private boolean isReached(Gathered run, DriverQuantity quantity, Predicate<List<Integer>> reach) {
        if (quantity.quantity().signum() <= 0 || !(quantity.receiver() instanceof Receiver.Values)) {
            return false;
        }
        Receiver.Values receiver = (Receiver.Values) quantity.receiver();
        int[] values = new int[ground.reference().dimensions().dimensionIdLimit()];
        receiver.codeByDimension().forEach((dimension, code) -> {
            var named = ground.reference().dimensions().requireDimension(dimension);
            values[named.id()] =
                    ground.reference().dimensions().requireValue(named, code).id();
        });
        int day = Math.toIntExact(run.request().last().toEpochDay());
        return grouping.keyOf(DimensionSet.of(values), day).filter(reach).isPresent();
    }

    private Gathered changed(Gathered run) {
        Map<String, List<DriverQuantity>> changed = new TreeMap<>();
        run.quantities()
                .forEach((driver, given) -> changed.put(
                        driver,
                        given.stream()
                                .map(quantity -> new DriverQuantity(
                                        quantity.receiver(), quantities.get(name(run, driver, quantity))))
                                .toList()));
        return run.with(changed);
    }

    private void add(PlannedRun run, Map<List<Integer>, BigInteger[]> sums, BigInteger sign) {
        Predicate<List<Integer>> shown = ground.reach(ground.scope().selection().filter());
        RunLines lines = new RunLines(run);
        for (Iterator<RunLine> walk : List.of(lines.debits(), lines.credits())) {
            walk.forEachRemaining(line -> {
                int row = ground.rows().rowOfAccount(line.accountId());
                int day = Math.toIntExact(line.membershipDate().toEpochDay());
                Optional<List<Integer>> key =
                        grouping.keyOf(line.dimensions(), day).filter(shown).map(ground.axes()::rowKey);
                if (row != StatementLayout.NO_ROW && key.isPresent()) {
                    BigInteger[] sum = sums.computeIfAbsent(
                            key.get(), none -> AmountLevers.zeros(ground.rows().count()));
                    BigInteger amount = BigInteger.valueOf(line.amount()).multiply(sign);
                    sum[row] = sum[row].add(ground.rows().natural(row, amount));
                }
            });
        }
    }

    private static String name(Gathered run, String driver, DriverQuantity quantity) {
        return driver + " " + run.request().period() + " " + quantity.receiver().text();
    }
}
