package nl.marge.customervalue.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.marge.customervalue.survival.Survival.Point;
import org.junit.jupiter.api.Test;

class SurvivalTest {

    /** Weeks in remission of 21 patients under 6-MP (Freireich et al. 1963), the textbook case of the estimate. */
    @Test
    void remissionsOfFreireichComeOut() {
        Lifetimes weeks = lifetimes(
                List.of(6, 6, 6, 7, 10, 13, 16, 22, 23), List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

        assertEquals(
                List.of(
                        "5: 21 at risk, 0 lost, 1.0000 +- 0.0000",
                        "6: 21 at risk, 3 lost, 0.8571 +- 0.0764",
                        "7: 17 at risk, 4 lost, 0.8067 +- 0.0869",
                        "10: 15 at risk, 5 lost, 0.7529 +- 0.0963",
                        "13: 12 at risk, 6 lost, 0.6902 +- 0.1068",
                        "16: 11 at risk, 7 lost, 0.6275 +- 0.1141",
                        "22: 7 at risk, 8 lost, 0.5378 +- 0.1282",
                        "23: 6 at risk, 9 lost, 0.4482 +- 0.1346",
                        "35: 1 at risk, 9 lost, 0.4482 +- 0.1346"),
                told(Survival.after(List.of(5, 6, 7, 10, 13, 16, 22, 23, 35, 36), weeks)));
    }

    @Test
    void hasNoStandardErrorOnceNobodyIsLeft() {
        assertEquals(
                List.of("0: 2 at risk, 1 lost, 0.5000 +- 0.3536", "3: 1 at risk, 2 lost, 0.0000 +- null"),
                told(Survival.after(List.of(0, 3, 4), lifetimes(List.of(0, 3), List.of()))));
    }

    @Test
    void tellsNothingOfNobody() {
        assertEquals(List.of(), Survival.after(List.of(0, 30), new Lifetimes()));
    }

    /** Without anybody last seen alive it is the share of those who live longer. */
    @Test
    void isThePlainShareWhenEverybodyWasLost() {
        long seed = 1958;
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Integer> days =
                    random.ints(1 + random.nextInt(40), 0, 30).boxed().toList();
            List<Integer> asked = IntStream.range(0, 30).boxed().toList();
            for (Point point : Survival.after(asked, lifetimes(days, List.of()))) {
                long longer = days.stream().filter(day -> day > point.days()).count();
                double share = (double) longer / days.size();
                assertTrue(Math.abs(share - point.share().doubleValue()) < 1e-12, "seed " + seed + ": " + days);
            }
        }
    }

    private static Lifetimes lifetimes(List<Integer> lost, List<Integer> censored) {
        Lifetimes lifetimes = new Lifetimes();
        lost.forEach(lifetimes::addLost);
        censored.forEach(lifetimes::addCensored);
        return lifetimes;
    }

    private static List<String> told(List<Point> points) {
        return points.stream()
                .map(point -> point.days() + ": " + point.atRisk() + " at risk, " + point.lost() + " lost, "
                        + point.share().setScale(4, RoundingMode.HALF_UP) + " +- "
                        + point.standardError()
                                .map(error -> error.setScale(4, RoundingMode.HALF_UP))
                                .orElse(null))
                .collect(Collectors.toList());
    }
}
