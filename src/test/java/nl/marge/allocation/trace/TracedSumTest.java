package nl.marge.allocation.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.marge.allocation.run.ReceiverTrace.Step;
import nl.marge.kernel.Quantities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedSumTest {

    @Test
    void addsWeightsOfReceiversOnceAndAmountsOfAllSteps() {
        TracedSum sum = new TracedSum(account -> true);
        sum.add(new StoredTrace("CUSTOMER:C1", "ORDERS=3;", "0.0.7=3:100;0.0.7=3:50;0.0.8=3:25;"));
        sum.add(new StoredTrace("CUSTOMER:C2", "ORDERS=1.5;", "0.0.8=1.5:10;1.-1.7=0:-5;"));

        assertEquals(2, sum.receivers());
        assertEquals("4.5", sum.quantities().get("ORDERS").toPlainString());
        assertEquals(
                List.of("0.0 on 7: 3 brought 150", "0.0 on 8: 4.5 brought 35", "1.-1 on 7: 0 brought -5"), texts(sum));
        assertEquals(180, sum.total());
    }

    @Test
    void leavesOutWhatArrivedOnOtherAccounts() {
        TracedSum sum = new TracedSum(account -> account == 8);
        sum.add(new StoredTrace("CUSTOMER:C1", "", "0.0.7=3:100;0.0.8=3:25;"));
        sum.add(new StoredTrace("CUSTOMER:C2", "", "0.0.7=3:100;"));

        assertEquals(2, sum.receivers());
        assertEquals(List.of("0.0 on 8: 3 brought 25"), texts(sum));
    }

    /** Beside a sum that knows nothing but decimals in a tree. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void addsUpTheSameInWhateverOrderStepsCome(long seed) {
        Random random = new Random(seed);
        TracedSum sum = new TracedSum(account -> true);
        Map<String, BigDecimal> weights = new TreeMap<>();
        Map<String, Long> amounts = new TreeMap<>();
        for (int receiver = 0; receiver < 100; receiver++) {
            StringBuilder steps = new StringBuilder();
            for (int rule = 0; rule < 5; rule++) {
                if (random.nextInt(4) > 0) {
                    addSteps(random, rule, steps, weights, amounts);
                }
            }
            sum.add(new StoredTrace("CUSTOMER:C" + receiver, "", steps.toString()));
        }

        List<String> expected = amounts.keySet().stream()
                .map(key -> key + ": " + Quantities.plain(weights.get(key)) + " brought " + amounts.get(key))
                .toList();
        assertEquals(expected, texts(sum));
    }

    private static void addSteps(
            Random random, int rule, StringBuilder steps, Map<String, BigDecimal> weights, Map<String, Long> amounts) {
        BigDecimal weight = new BigDecimal(new BigInteger(random.nextInt(66), random), random.nextInt(3) * 3);
        List<Integer> met = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int account = 1 + random.nextInt(3);
            int amount = random.nextInt(2_000) - 1_000;
            steps.append(rule + ".0." + account + "=" + weight.toPlainString() + ":" + amount + ";");
            String key = rule + ".0 on " + account;
            amounts.merge(key, (long) amount, Long::sum);
            if (!met.contains(account)) {
                weights.merge(key, weight, BigDecimal::add);
            }
            met.add(account);
        }
    }

    private static List<String> texts(TracedSum sum) {
        return sum.steps().stream().map(TracedSumTest::text).collect(Collectors.toList());
    }

    private static String text(Step step) {
        return step.rule() + "." + step.part() + " on " + step.accountId() + ": " + Quantities.plain(step.weight())
                + " brought " + step.amount();
    }
}
