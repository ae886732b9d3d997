package nl.marge.allocation.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.plan.PlannedRun;

/** The traces of a planned run, as rows: receiver, quantities and steps, each as text. */
final class TraceRows {

    private final PlannedRun run;
    private final Map<String, StringBuilder> stepsByReceiver = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> quantitiesByReceiver = new HashMap<>();

    private TraceRows(PlannedRun run) {
        this.run = run;
    }

    /** One row. */
    record Row(String receiver, String quantities, String steps) {}

    /** All rows, by receiver. */
    static List<Row> of(PlannedRun run) {
        TraceRows rows = new TraceRows(run);
        List<RuleResult> results = run.plan().results();
        for (int rule = 0; rule < results.size(); rule++) {
            rows.add(rule, results.get(rule));
        }
        rows.addQuantities();
        return rows.rows();
    }

    private void add(int rule, RuleResult result) {
        Portions portions = result.portions();
        List<Map<Integer, BigDecimal>> weights =
                result.sender().streams().stream().map(TraceRows::weights).toList();
        for (int i = 0; i < portions.size(); i++) {
            int stream = portions.streams()[i];
            int receiver = portions.receivers()[i];
            BigDecimal weight =
                    stream < 0 ? BigDecimal.ZERO : weights.get(stream).get(receiver);
            int account = portions.origins().get(portions.originIndexes()[i]).accountId();
            new ReceiverTrace.Step(rule, stream, account, weight, portions.amounts()[i])
                    .append(stepsByReceiver.computeIfAbsent(text(result, receiver), none -> new StringBuilder()));
        }
    }

    private static Map<Integer, BigDecimal> weights(Stream stream) {
        Map<Integer, BigDecimal> weights = new HashMap<>();
        for (int i = 0; i < stream.receivers().length; i++) {
            weights.put(stream.receivers()[i], stream.weights().get(i));
        }
        return weights;
    }

    private String text(RuleResult result, int receiver) {
        return run.receiver(result, receiver).text();
    }

    private void addQuantities() {
        run.gathered().quantities().forEach((driver, quantities) -> {
            for (DriverQuantity quantity : quantities) {
                String receiver = quantity.receiver().text();
                if (stepsByReceiver.containsKey(receiver)) {
                    quantitiesByReceiver
                            .computeIfAbsent(receiver, none -> new TreeMap<>())
                            .put(driver, quantity.quantity());
                }
            }
        });
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(stepsByReceiver.size());
        stepsByReceiver.forEach((receiver, steps) -> rows.add(new Row(
                receiver,
                ReceiverTrace.quantitiesText(quantitiesByReceiver.getOrDefault(receiver, Map.of())),
                steps.toString())));
        return rows;
    }
}
