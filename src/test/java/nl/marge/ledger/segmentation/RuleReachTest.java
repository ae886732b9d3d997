package nl.marge.ledger.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import nl.marge.ledger.segmentation.Method.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules are written {@code CM4>10&CM4<=20&country=NL,BE}; several stand before a slash, then the one that is asked of. */
class RuleReachTest {

    private static final List<String> COUNTRIES = List.of("NL", "BE", "DE");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "CM4>10 / CM4>10",
                "CM4>10 / CM4>20",
                "CM4<=20 / CM4>5&CM4<=20",
                "CM4>10 / CM4>20&country=NL",
                "country=NL,BE / country=BE",
                "CM4>10 CM4<=10 / ",
                "CM4>10 CM4>0&CM4<=10 CM4<=0 / CM4>-5",
                "CM4>10 CM4>0&CM4<=10 / CM4>5",
                "country=NL country=BE,DE / country=NL,DE",
                "CM4>10 CM4<=10&country=NL / country=NL",
            })
    void tellsThatNothingIsLeft(String before, String rule) {
        assertTrue(isTaken(before, rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "CM4>20 / CM4>10",
                "CM4>10 CM4<=9 / ",
                "CM4>10&country=NL / CM4>20",
                "CM4>10 / CM3>20",
                "country=NL country=BE,DE / ",
                "country=NL / country=NL,BE",
                "CM4>10&country=NL CM4<=10&country=BE / country=NL",
                "CM4>0&CM4<=10 / CM4>0",
            })
    void tellsThatSomethingIsLeft(String before, String rule) {
        assertFalse(isTaken(before, rule));
    }

    @Test
    void namesWhereConditionsExcludeEachOther() {
        assertEquals(Optional.of("CM4"), reach("CM4>10&CM4<=5").contradiction());
        assertEquals(Optional.of("CM4"), reach("CM4>10&CM4<=10&country=NL").contradiction());
        assertEquals(
                Optional.of("attribute country"), reach("country=NL&country=BE").contradiction());
        assertEquals(
                Optional.empty(), reach("CM4>10&CM4>5&CM4<=11&country=NL,BE").contradiction());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSaidToBeTakenIsTakenWhereverOneLooks(long seed) {
        Random random = new Random(seed);
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            before.add(draw(random));
        }
        String rule = draw(random);
        boolean taken = isTaken(String.join(" ", before), rule);
        for (int cm3 = -1; cm3 <= 4 && taken; cm3++) {
            for (int cm4 = -1; cm4 <= 4; cm4++) {
                for (String country : List.of("NL", "BE", "DE", "")) {
                    int[] amounts = {cm3, cm4};
                    if (holds(rule, amounts, country)) {
                        assertTrue(
                                before.stream().anyMatch(one -> holds(one, amounts, country)),
                                "seed " + seed + ": " + before + " / " + rule + " at " + Arrays.toString(amounts)
                                        + country);
                    }
                }
            }
        }
    }

    private static String draw(Random random) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            String line = random.nextInt(3) == 0 ? "CM3" : "CM4";
            conditions.add(
                    switch (random.nextInt(3)) {
                        case 0 -> line + ">" + random.nextInt(4);
                        case 1 -> line + "<=" + random.nextInt(4);
                        default ->
                            "country=" + COUNTRIES.get(random.nextInt(3)) + "," + COUNTRIES.get(random.nextInt(3));
                    });
        }
        return String.join("&", conditions);
    }

    private static boolean holds(String rule, int[] amounts, String country) {
        return conditions(rule).stream().allMatch(condition -> {
            if (condition instanceof Condition.Attribute attribute) {
                return attribute.is().contains(country);
            }
            Condition.Measure measure = (Condition.Measure) condition;
            BigInteger amount = BigInteger.valueOf(amounts[measure.index() - 3]);
            return measure.above().map(least -> amount.compareTo(least) > 0).orElse(true)
                    && measure.atMost().map(most -> amount.compareTo(most) <= 0).orElse(true);
        });
    }

    private static boolean isTaken(String before, String rule) {
        List<RuleReach> rules =
                Arrays.stream(before.split(" ")).map(RuleReachTest::reach).toList();
        RuleReach reach = reach(rule == null ? "" : rule);
        return rules.stream().anyMatch(reach::isWithin) || reach.isTakenBy(rules);
    }

    private static RuleReach reach(String rule) {
        return RuleReach.of(conditions(rule));
    }

    private static List<Condition> conditions(String rule) {
        List<Condition> conditions = new ArrayList<>();
        for (String condition : rule.isEmpty() ? new String[0] : rule.split("&")) {
            if (condition.contains(">")) {
                conditions.add(measure(condition.substring(0, 3), bound(condition, ">"), Optional.empty()));
            } else if (condition.contains("<=")) {
                conditions.add(measure(condition.substring(0, 3), Optional.empty(), bound(condition, "<=")));
            } else {
                int equals = condition.indexOf('=');
                conditions.add(new Condition.Attribute(
                        condition.substring(0, equals),
                        List.of(condition.substring(equals + 1).split(","))));
            }
        }
        return conditions;
    }

    private static Condition measure(String line, Optional<BigInteger> above, Optional<BigInteger> atMost) {
        return new Condition.Measure(line, line.charAt(2) - '0', above, atMost);
    }

    private static Optional<BigInteger> bound(String condition, String sign) {
        return Optional.of(new BigInteger(condition.substring(condition.indexOf(sign) + sign.length())));
    }
}
