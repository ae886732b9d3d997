package nl.marge.customervalue;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.marge.customervalue.spend.SpendSample;

/** What the 946 CDNOW customers who came back within 39 weeks spent on each day they did, as note 025 takes it. */
public final class CdNowSpend {

    private CdNowSpend() {}

    /** Without the first purchase, and without customers whose repeats cost nothing. */
    public static SpendSample repeats() {
        SpendSample.Builder sample = new SpendSample.Builder();
        for (TreeMap<LocalDate, Long> spent : CdNow.centsByDay()) {
            double mean = meanOfRepeats(spent);
            if (mean > 0) {
                sample.add(spent.size() - 1, mean);
            }
        }
        return sample.build();
    }

    /** In dollars; 0 when there is no repeat. */
    public static double meanOfRepeats(TreeMap<LocalDate, Long> centsByDay) {
        NavigableMap<LocalDate, Long> repeats = centsByDay.tailMap(centsByDay.firstKey(), false);
        long cents = repeats.values().stream().mapToLong(Long::longValue).sum();
        return repeats.isEmpty() ? 0 : cents / 100.0 / repeats.size();
    }
}
