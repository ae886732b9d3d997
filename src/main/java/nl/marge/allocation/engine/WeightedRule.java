package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.util.List;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.kernel.apportion.Weights;

/** A rule by weights alone: FIXED, DIRECT and STEP_DOWN, which differ in who is open to receive ({@link Rows}). */
final class WeightedRule {

    private WeightedRule() {}

    static RuleResult run(Turn turn, Pools pools) {
        if (turn.hasNothing()) {
            return turn.nothing();
        }
        Sender sender = turn.sender();
        Rows rows = Rows.of(sender, pools);
        Weights weights = Weights.of(rows.weights());
        if (weights.total().signum() == 0) {
            return turn.withoutDriver();
        }
        List<Parcel> origins = Origins.together(turn.parcels(), sender.keep(), Origins.accountsMatter(sender));
        turn.limit(rows.size(), origins.size());
        long[] cells = Apportionment.by(weights).split(Origins.amounts(origins));
        Arrivals arrivals = new Arrivals(sender, origins, rows.size());
        for (int row = 0; row < rows.size() && !origins.isEmpty(); row++) {
            arrivals.add(rows.streams()[row], rows.receivers()[row], cells, row * origins.size());
        }
        return turn.allocated(turn.exact(turn.total()), BigDecimal.ZERO, arrivals.portions());
    }
}
