package nl.marge.allocation.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.allocation.plan.RunLines;

/** The traces of a planned run, as rows: receiver, quantities and steps, each as text. */
final class TraceRows {

    private final PlannedRun run;

    /** Of the receivers of the input, by number: a large run has millions of steps. */
    private final StringBuilder[] stepsByNumber;

    private final SortedMap<String, StringBuilder> stepsByReceiver = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> quantitiesByReceiver = new HashMap<>();

    private TraceRows(PlannedRun run) {
        this.run = run;
        this.stepsByNumber = new StringBuilder[run.assembly().receivers().size()];
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
        rows.nameNumbered();
        rows.addQuantities();
        return rows.rows();
    }

    private void add(int rule, RuleResult result) {
        Portions portions = result.portions();
        List<Weights> weights = result.sender().streams().stream()
                .map(stream -> Weights.of(stream, stepsByNumber.length))
                .toList();
        for (int i = 0; i < portions.size(); i++) {
            int stream = portions.streams()[i];
            int receiver = portions.receivers()[i];
            BigDecimal weight =
                    stream < 0 ? BigDecimal.ZERO : weights.get(stream).of(receiver);
            int account = portions.origins().get(portions.originIndexes()[i]).accountId();
            new ReceiverTrace.Step(rule, stream, account, weight, portions.amounts()[i])
                    .append(steps(result, receiver));
        }
    }

    private StringBuilder steps(RuleResult result, int receiver) {
        if (receiver < 0 || receiver >= stepsByNumber.length) {
            String text = run.receiver(result, receiver).text();
            return stepsByReceiver.computeIfAbsent(text, none -> new StringBuilder());
        }
        if (stepsByNumber[receiver] == null) {
            stepsByNumber[receiver] = new StringBuilder();
        }
        return stepsByNumber[receiver];
    }

    private void nameNumbered() {
        for (int receiver = 0; receiver < stepsByNumber.length; receiver++) {
            if (stepsByNumber[receiver] != null) {
                stepsByReceiver.put(
                        run.assembly().receivers().receiver(receiver).text(), stepsByNumber[receiver]);
            }
        }
    }

    /** The weights of a stream by number of the receiver, and apart those of pools. */
    private record Weights(BigDecimal[] byNumber, Map<Integer, BigDecimal> byPool) {

        static Weights of(Stream stream, int receivers) {
            Weights weights = new Weights(new BigDecimal[receivers], new HashMap<>());
            for (int i = 0; i < stream.receivers().length; i++) {
                int receiver = stream.receivers()[i];
                if (RunLines.isPool(receiver)) {
                    weights.byPool.put(receiver, stream.weights().get(i));
                } else {
                    weights.byNumber[receiver] = stream.weights().get(i);
                }
            }
            return weights;
        }

        BigDecimal of(int receiver) {
            return RunLines.isPool(receiver) ? byPool.get(receiver) : byNumber[receiver];
        }
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
