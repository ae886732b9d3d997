package nl.marge.profitability.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.lever.LeverChange;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.allocation.plan.SeededRuns;
import nl.marge.cube.CubeFixture;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.dimension.grouping.MembershipMode;
import nl.marge.dimension.grouping.SetGrouping;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.tail.LineBlock;
import nl.marge.profitability.ReportsFixture;
import org.junit.jupiter.api.Test;

/** What holds for levers on drivers whatever the cycle, over a thousand of them; each failure tells the seed. */
class WhatIfLawsTest {

    private static final int SEEDS = 1_000;
    private static final String[] FILTERS = {
        "", "SEGMENT:S0", "SEGMENT:S1,S2", "CUSTOMER:C0", "CUSTOMER:C1,LAST;SEGMENT:S0"
    };

    @Test
    void changesWhatTheRunsFromScratchChange() {
        int moving = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Books books = new Books(seed, random.nextInt(4) == 0 ? "SEGMENT:S0,S1" : "", by(random));
            for (int i = 0; i < 3; i++) {
                List<Lever> levers = levers(random);
                Told fast = told(() -> books.differences(levers));

                if (fast.refused().filter(text -> text.contains("lever")).isPresent()) {
                    // Levers that nothing can be scaled by are another test's.
                    continue;
                }
                assertEquals(told(() -> books.plain(levers)), fast, "seed " + seed + " " + levers);
                moving += fast.changes().isEmpty() ? 0 : 1;
            }
        }
        assertTrue(moving > SEEDS, "only " + moving + " levers moved anything");
    }

    @Test
    void noPercentChangesNothing() {
        for (long seed = 0; seed < SEEDS / 4; seed++) {
            Books books = new Books(seed, "", "SEGMENT");
            for (int driver = 0; driver < SeededRuns.DRIVERS; driver++) {
                List<Lever> levers = List.of(lever(driver, "", new LeverChange.Percent(BigDecimal.ZERO)));

                Told nothing = told(() -> books.differences(levers));

                assertTrue(nothing.changes().isEmpty(), "seed " + seed);
            }
        }
    }

    @Test
    void allSegmentsTogetherAreTheWholeAndRowsTieToTheCompany() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Books books = new Books(seed, "", "SEGMENT");
            LeverChange change = new LeverChange.Percent(percent(random));
            int driver = random.nextInt(SeededRuns.DRIVERS);
            List<Lever> bySegment = IntStream.range(0, SeededRuns.SEGMENTS)
                    .mapToObj(segment -> lever(driver, "SEGMENT:S" + segment, change))
                    .toList();

            Told whole = told(() -> books.differences(List.of(lever(driver, "", change))));

            assertEquals(whole, told(() -> books.differences(bySegment)), "seed " + seed);
        }
    }

    private static String by(Random random) {
        return List.of("SEGMENT", "CUSTOMER", "COST_CENTER,SEGMENT", "").get(random.nextInt(4));
    }

    private static BigDecimal percent(Random random) {
        return BigDecimal.valueOf(random.nextInt(30_000) - 10_000, 2);
    }

    private static List<Lever> levers(Random random) {
        List<Lever> levers = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (levers.size() < count) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(10_000_000), 3);
            LeverChange change =
                    switch (random.nextInt(4)) {
                        case 0 ->
                            new LeverChange.By(
                                    random.nextInt(3) == 0
                                            ? value.movePointLeft(3).negate()
                                            : value);
                        case 1 -> new LeverChange.To(value);
                        default -> new LeverChange.Percent(percent(random));
                    };
            levers.add(lever(random.nextInt(SeededRuns.DRIVERS), FILTERS[random.nextInt(FILTERS.length)], change));
        }
        return levers;
    }

    private static Lever lever(int driver, String filter, LeverChange change) {
        return new Lever(LeverKind.BACK_OFFICE, filter, Optional.of("D" + driver), change, Optional.empty());
    }

    /** What came of it: changes by row and line of the template, or why there are none. */
    private record Told(Map<List<Integer>, List<BigInteger>> changes, Optional<String> refused) {}

    private static Told told(Supplier<Map<List<Integer>, List<BigInteger>>> made) {
        try {
            return new Told(made.get(), Optional.empty());
        } catch (Refusal refused) {
            return new Told(Map.of(), Optional.of(refused.violations().toString()));
        }
    }

    /** A report on books of a seed, asked again and again of the same foundation. */
    private static final class Books {

        private final SeededRuns runs;
        private final Questions questions = new Questions();
        private final Foundation foundation = new Foundation(questions, ReportsFixture.reports(questions));
        private final Scope scope;
        private final CubeView view;

        Books(long seed, String filter, String by) {
            runs = new SeededRuns(seed);
            GroupBy axes = GroupBy.read(by, runs.reference().dimensions(), new Violations());
            scope = new Scope(
                    new DateRange("first", "last", runs.first(), runs.last()),
                    axes,
                    new LineSelection(
                            filter(filter),
                            new MembershipMode.AsWas(),
                            EnumSet.allOf(EntryKind.class),
                            "ACTUAL",
                            Optional.empty()));
            view = view();
        }

        Map<List<Integer>, List<BigInteger>> differences(List<Lever> levers) {
            Ground ground = ground(levers);
            Differences differences = new Calculation(ground).differences(steps(ground, levers));
            Map<List<Integer>, List<BigInteger>> byRow = new HashMap<>();
            List<BigInteger> sum =
                    List.of(AmountLevers.zeros(ground.rows().lines().size()));
            for (List<Integer> key : differences.changedKeys()) {
                byRow.put(key, differences.row(key));
                sum = sum(sum, differences.row(key));
            }
            assertEquals(differences.company(), sum, "the rows against the company");
            return byRow;
        }

        Map<List<Integer>, List<BigInteger>> plain(List<Lever> levers) {
            Ground ground = ground(levers);
            SetGrouping grouping = new SetGrouping(
                    runs.reference().dimensions(),
                    ground.axes().by(),
                    DimensionFilter.none(),
                    new MembershipMode.AsWas());
            Map<List<Integer>, List<BigInteger>> byRow = new HashMap<>();
            new PlainWhatIf(ground, grouping, runs.gathered())
                    .differences(steps(ground, levers))
                    .forEach(
                            (key, amounts) -> byRow.put(key, ground.rows().values(amounts.toArray(BigInteger[]::new))));
            return byRow;
        }

        private Ground ground(List<Lever> levers) {
            List<DimensionFilter> filters =
                    levers.stream().map(lever -> filter(lever.filter())).toList();
            return foundation.ground(
                    new Grounds.Asked(scope, filters, Grounds.Drivers.ALL, Set.of()),
                    runs.reference(),
                    view,
                    new ConsideredRuns(List.of(), runs.gathered(), List.of()));
        }

        private List<Step> steps(Ground ground, List<Lever> levers) {
            return IntStream.range(0, levers.size())
                    .mapToObj(i -> new Step(
                            levers.get(i), ground.reach(filter(levers.get(i).filter())), Place.at("/levers/" + i)))
                    .toList();
        }

        private DimensionFilter filter(String text) {
            Violations wrong = new Violations();
            DimensionFilter filter = DimensionFilter.read(text, runs.reference().dimensions(), wrong);
            wrong.refuseContent();
            return filter;
        }

        private static List<BigInteger> sum(List<BigInteger> some, List<BigInteger> more) {
            return IntStream.range(0, some.size())
                    .mapToObj(i -> some.get(i).add(more.get(i)))
                    .toList();
        }

        /** Differences ask nothing of the ledger, so one line is enough. */
        private CubeView view() {
            int day = Math.toIntExact(runs.first().toEpochDay());
            return CubeFixture.view(
                    new LineBlock(
                            1,
                            new int[] {1},
                            new int[] {day},
                            new EntryKind[] {EntryKind.JOURNAL},
                            new String[] {"ACTUAL"},
                            new String[] {"EUR"},
                            new int[] {1},
                            new int[] {1},
                            new long[] {100},
                            new long[0],
                            new long[0],
                            new int[] {day}),
                    List.of(DimensionSet.of(new int[0])));
        }
    }
}
