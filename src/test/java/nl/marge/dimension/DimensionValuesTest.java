package nl.marge.dimension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DimensionValuesTest {

    /** The law: whatever changes come, in whatever portions, the values are those of a plain sorted map. */
    @Test
    void holdsWhatSortedMapWouldHoldAfterEveryChange() {
        long seed = 20260311;
        Random random = new Random(seed);
        TreeMap<String, DimensionValue> expected = new TreeMap<>();
        DimensionValues values = DimensionValues.NONE;

        for (int round = 0; round < 300; round++) {
            List<DimensionValue> removed = new ArrayList<>();
            List<DimensionValue> changed = new ArrayList<>();
            for (DimensionValue value : expected.values()) {
                if (random.nextInt(50) == 0) {
                    removed.add(value);
                }
            }
            int count = round % 10 == 0 ? 40 : 1;
            for (int i = 0; i < count; i++) {
                changed.add(DimensionBooks.value(1000 * round + i + 1, 1, "C" + random.nextInt(500), 0));
            }
            removed.forEach(value -> expected.remove(value.code()));
            changed.forEach(value -> expected.put(value.code(), value));

            values = values.after(changed, removed);

            String replay = "seed " + seed + " round " + round;
            assertEquals(List.copyOf(expected.values()), values.ordered(), replay);
            for (int i = 0; i < 500; i++) {
                assertEquals(expected.get("C" + i), values.get("C" + i), replay);
            }
        }
    }
}
