package nl.marge.profitability.whatif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violations;
import nl.marge.profitability.ReportRow;

/** What levers come to on a ground. Pure. */
public final class Calculation {

    private final Ground ground;
    private final Predicate<List<Integer>> shown;

    /** Calculates on this ground. */
    public Calculation(Ground ground) {
        this.ground = ground;
        this.shown = ground.reach(ground.scope().selection().filter());
    }

    /**
     * What changes when all of {@code steps} are moved, one after the other.
     *
     * @throws Refusal with every lever that there is nothing to move by, or when a run could not be made so
     */
    public Differences differences(List<Step> steps) {
        Violations violations = new Violations();
        Map<List<Integer>, BigDecimal[]> exact = exact(steps, violations);
        List<Map<String, List<DriverQuantity>>> changed = QuantityLevers.changed(ground, steps, violations);
        violations.refuseContent();
        Map<List<Integer>, BigInteger[]> moved = moved(changed);
        return Differences.of(ground.rows(), keys(exact, moved), exact, moved);
    }

    /** All that the levers do, together and each alone. */
    public WhatIf whatIf(List<Step> steps) {
        Differences all = differences(steps);
        List<Differences> alone = steps.size() == 1
                ? List.of(all)
                : steps.stream().map(step -> differences(List.of(step))).toList();
        return new WhatIf(ground, steps, all, alone, rows(all, alone));
    }

    /** The rows of the report and those that a lever brings, in the order of reports. */
    private List<ReportRow> rows(Differences all, List<Differences> alone) {
        Set<ReportRow> rows = new LinkedHashSet<>(ground.report().rows());
        List<Differences> each = new ArrayList<>(alone);
        each.add(all);
        each.stream()
                .flatMap(differences -> differences.changedKeys().stream())
                .map(key -> ReportRow.of(key, ground.reference().dimensions()))
                .forEach(rows::add);
        return rows.stream()
                .sorted(ReportRow.order(ground.reference().dimensions()))
                .toList();
    }

    private Map<List<Integer>, BigDecimal[]> exact(List<Step> steps, Violations violations) {
        Map<List<Integer>, BigDecimal[]> exact = new HashMap<>();
        if (steps.stream().allMatch(step -> step.lever().driver().isPresent())) {
            return exact;
        }
        List<BigDecimal[]> differences = AmountLevers.differences(ground, steps, violations);
        for (int place = 0; place < differences.size(); place++) {
            List<Integer> key = ground.amounts().get(place).key();
            if (shown.test(key)) {
                Differences.add(exact, ground.axes().rowKey(key), differences.get(place));
            }
        }
        return exact;
    }

    private Map<List<Integer>, BigInteger[]> moved(List<Map<String, List<DriverQuantity>>> changed) {
        RunMoves moves = new RunMoves(ground.sets(), ground.rows());
        for (int i = 0; i < changed.size(); i++) {
            if (!changed.get(i).isEmpty()) {
                BaseRun base = ground.runs().get(i);
                moves.add(base, base.with(changed.get(i)));
            }
        }
        return moves.byRow();
    }

    private List<List<Integer>> keys(Map<List<Integer>, BigDecimal[]> exact, Map<List<Integer>, BigInteger[]> moved) {
        Set<List<Integer>> keys = new LinkedHashSet<>(exact.keySet());
        keys.addAll(moved.keySet());
        return keys.stream()
                .map(key -> ReportRow.of(key, ground.reference().dimensions()))
                .sorted(ReportRow.order(ground.reference().dimensions()))
                .map(ReportRow::key)
                .toList();
    }
}
