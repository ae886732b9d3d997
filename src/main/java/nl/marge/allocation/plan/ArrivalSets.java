package nl.marge.allocation.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.allocation.engine.Portions;
import nl.marge.allocation.engine.RuleResult;
import nl.marge.allocation.setting.Receiver;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue.Reserved;

/** The dimension sets on which cost arrives: the receiver's values and what is kept of the source. */
public final class ArrivalSets {

    private final PlannedRun run;
    private final DimensionReference dimensions;
    private final DimensionSet[] setByReceiver;
    private final Map<String, DimensionSet> reserved = new HashMap<>();

    /** The sets of a run. */
    public ArrivalSets(PlannedRun run) {
        this.run = run;
        this.dimensions = run.gathered().reference().dimensions();
        this.setByReceiver = new DimensionSet[run.assembly().receivers().size()];
    }

    /** The set of a receiver of a rule that keeps {@code kept}. */
    public DimensionSet of(RuleResult result, int receiver, DimensionSet kept) {
        DimensionSet own = receiver < setByReceiver.length ? ofReceiver(receiver) : ofReserved(result, receiver);
        return kept.size() == 0 ? own : joined(own, kept);
    }

    private DimensionSet ofReceiver(int receiver) {
        if (setByReceiver[receiver] == null) {
            int[] values = new int[dimensions.dimensionIdLimit()];
            run.assembly().receivers().receiver(receiver).codeByDimension().forEach((code, value) -> {
                Dimension dimension = dimensions.requireDimension(code);
                values[dimension.id()] =
                        dimensions.requireValue(dimension, value).id();
            });
            setByReceiver[receiver] = DimensionSet.of(values);
        }
        return setByReceiver[receiver];
    }

    private DimensionSet ofReserved(RuleResult result, int receiver) {
        Reserved kind = reservedValue(receiver);
        List<String> receiving =
                run.gathered().receivingDimensions(result.sender().rule());
        return reserved.computeIfAbsent(kind + ":" + receiving, none -> {
            int[] values = new int[dimensions.dimensionIdLimit()];
            // Planning a run makes sure that they are there; a question about an old run may find a dimension without.
            ReservedDimensions.of(dimensions, receiving)
                    .forEach(id -> dimensions.reserved(id, kind).ifPresent(value -> values[id] = value.id()));
            return DimensionSet.of(values);
        });
    }

    /** Which reserved value stands for a receiver of portions that is none of the input's. */
    static Reserved reservedValue(int receiver) {
        return receiver == Portions.UNUSED ? Reserved.UNUSED_CAPACITY : Reserved.OVER_DRIVEN;
    }

    /** A reserved receiver of a rule as traces name it, by the receiving dimensions alone. */
    static Receiver.Values reserved(Gathered gathered, RuleResult result, int receiver) {
        SortedMap<String, String> codes = new TreeMap<>();
        gathered.receivingDimensions(result.sender().rule())
                .forEach(dimension ->
                        codes.put(dimension, reservedValue(receiver).code()));
        return new Receiver.Values(codes);
    }

    private DimensionSet joined(DimensionSet own, DimensionSet kept) {
        int[] values = new int[dimensions.dimensionIdLimit()];
        put(kept, values);
        put(own, values);
        return DimensionSet.of(values);
    }

    private static void put(DimensionSet set, int[] values) {
        for (int i = 0; i < set.size(); i++) {
            values[set.dimensionId(i)] = set.valueId(i);
        }
    }
}
