package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.plan.Gathered;
import nl.marge.allocation.setting.Receiver;

/** The quantities of drivers in the runs of a ground, laid out by slot as levers ask for them; threads may share it. */
final class DriverColumns {

    /** A quantity that no lever scales: of a pool, or not above zero. */
    static final int NO_SLOT = -1;

    private final List<BaseRun> runs;
    private final KeyedSets sets;
    private final Map<String, Column> columns = new ConcurrentHashMap<>();

    DriverColumns(List<BaseRun> runs, KeyedSets sets) {
        this.runs = List.copyOf(runs);
        this.sets = sets;
    }

    /**
     * One driver. A slot is what a receiver took in a period, however many runs use it; slots are in order of
     * appearance.
     *
     * @param quantities by slot
     * @param keys by slot, of {@link KeyedSets}
     * @param slotsByRun for each run the slot of each quantity in its order, or {@link #NO_SLOT}; nothing for a run
     *     that does not use the driver
     */
    record Column(List<BigDecimal> quantities, int[] keys, List<int[]> slotsByRun) {
        Column {
            quantities = List.copyOf(quantities);
            requireNonNull(keys, "keys");
            slotsByRun = List.copyOf(slotsByRun);
        }
    }

    /** A driver's column; an empty one when no run uses it. */
    Column of(String driver) {
        return columns.computeIfAbsent(driver, this::column);
    }

    private record Slot(YearMonth period, Receiver.Values receiver) {
        Slot {
            requireNonNull(period, "period");
            requireNonNull(receiver, "receiver");
        }
    }

    private Column column(String driver) {
        Map<Slot, Integer> slots = new HashMap<>();
        List<BigDecimal> quantities = new ArrayList<>();
        List<Integer> keys = new ArrayList<>();
        List<int[]> slotsByRun = new ArrayList<>();
        for (BaseRun run : runs) {
            Gathered gathered = run.gathered();
            List<DriverQuantity> given = gathered.quantities().getOrDefault(driver, List.of());
            slotsByRun.add(given.stream()
                    .mapToInt(quantity -> {
                        if (quantity.quantity().signum() <= 0
                                || !(quantity.receiver() instanceof Receiver.Values receiver)) {
                            return NO_SLOT;
                        }
                        Slot slot = new Slot(gathered.request().period(), receiver);
                        return slots.computeIfAbsent(slot, none -> {
                            quantities.add(quantity.quantity());
                            keys.add(sets.keyOf(receiver, gathered.request().last()));
                            return quantities.size() - 1;
                        });
                    })
                    .toArray());
        }
        return new Column(quantities, keys.stream().mapToInt(Integer::intValue).toArray(), slotsByRun);
    }
}
