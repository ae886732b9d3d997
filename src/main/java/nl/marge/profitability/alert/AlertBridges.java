package nl.marge.profitability.alert;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.cube.asked.AskedReport;
import nl.marge.kernel.Refusal;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.bridge.BridgeBase;
import nl.marge.profitability.bridge.BridgeQuery;
import nl.marge.profitability.bridge.BridgeStep;
import nl.marge.profitability.bridge.Bridges;
import nl.marge.profitability.comparison.Comparison;
import nl.marge.profitability.ranking.RankingQuery;

/** The profit bridge that leads from the margin before to the margin now. */
@ApplicationScoped
class AlertBridges {

    private final Bridges bridges;

    AlertBridges(Bridges bridges) {
        this.bridges = bridges;
    }

    /** The steps of each row, or why there are none. */
    record Steps(Map<ReportRow, List<BridgeStep>> byRow, Optional<String> missing) {
        Steps {
            byRow = Map.copyOf(byRow);
            requireNonNull(missing, "missing");
        }
    }

    /** The steps of all rows of a query, which must name what it compares with. */
    Steps steps(RankingQuery query, AskedReport asked) {
        List<String> measures = Bridges.measures(asked.reference());
        if (!measures.contains(query.measure())) {
            return new Steps(
                    Map.of(),
                    Optional.of("A bridge leads to a line of the statement that contains CM1, and " + query.measure()
                            + " does not."));
        }
        try {
            Map<ReportRow, List<BridgeStep>> byRow = new HashMap<>();
            bridges.of(bridge(query, asked), asked.reference(), asked.view())
                    .rows()
                    .forEach(row -> byRow.put(row.row(), row.steps()));
            return new Steps(byRow, Optional.empty());
        } catch (Refusal units) {
            // The alerts hold whether or not quantities can be added up; who wants the bridge is told what to change.
            return new Steps(Map.of(), Optional.of(units.violations().get(0).message()));
        }
    }

    private static BridgeQuery bridge(RankingQuery query, AskedReport asked) {
        RankingQuery base = query.base().orElseThrow();
        Comparison with = query.compare().orElseThrow();
        Optional<String> scenario =
                with instanceof Comparison.Scenario other ? Optional.of(other.code()) : Optional.empty();
        return new BridgeQuery(
                query.range(),
                query.by(),
                BridgeQuery.defaultLines(asked.reference().dimensions()),
                query.selection(),
                new BridgeBase(with.text(), base.range(), scenario),
                query.measure(),
                BridgeQuery.DEFAULT_UNIT_ATTRIBUTE);
    }
}
