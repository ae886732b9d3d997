package nl.marge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpentTest {

    @Test
    void tellsHowOftenAndLeastMiddleAndMostInMilliseconds() {
        Spent spent = new Spent();
        spent.add("trace", 3_000_000);
        spent.add("trace", 1_000_000);
        spent.add("report", 1_234_500_000);
        spent.add("trace", 10_000_000);
        Spent later = new Spent();
        later.add("report", 2_234_500_000L);
        spent.addAll(later);

        List<String> table = spent.table().lines().toList();

        assertTrue(table.get(1).matches("\\| trace +\\| +3 \\| +1\\.0 +3\\.0 +10\\.0 \\|"), table.get(1));
        assertTrue(table.get(2).matches("\\| report +\\| +2 \\| +1,234\\.5 +1,734\\.5 +2,234\\.5 \\|"), table.get(2));
    }

    @Test
    void givesWhatWasAskedFor() throws Exception {
        assertEquals("answer", new Spent().on("question", () -> "answer"));
    }
}
