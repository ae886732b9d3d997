package nl.marge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void candidatesTakeTurnsAndTheFirstRoundDoesNotCount() throws Exception {
        List<String> order = new ArrayList<>();
        String table = new SideBySide("lines", 1000)
                .with("a", round -> record(order, "a" + round, round == 0 ? 1 : 1_000_000))
                .with("b", round -> record(order, "b" + round, round == 0 ? 1 : 2_000_000))
                .table(2);

        assertEquals(List.of("a0", "b0", "a1", "b1", "a2", "b2"), order);
        assertTrue(
                table.lines()
                        .toList()
                        .get(2)
                        .matches(".*a .* 1,000,000 1,000,000 1,000,000 .* 1\\.00   1\\.00   1\\.00 .*"),
                table);
        assertTrue(
                table.lines()
                        .toList()
                        .get(3)
                        .matches(".*b .* 500,000   500,000   500,000 .* 0\\.50   0\\.50   0\\.50 .*"),
                table);
    }

    @Test
    void ratiosAreTakenPairByPair() {
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        nanos.put("a", List.of(100L, 1000L, 200L));
        nanos.put("b", List.of(200L, 1000L, 800L));

        String table = new SideBySide("lines", 1).format(nanos);

        assertTrue(table.lines().toList().get(3).matches(".* 0\\.25   0\\.50   1\\.00 .*"), table);
    }

    private static long record(List<String> order, String what, long nanos) {
        order.add(what);
        return nanos;
    }
}
