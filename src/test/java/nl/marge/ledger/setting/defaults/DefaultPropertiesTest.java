package nl.marge.ledger.setting.defaults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.ledger.setting.defaults.DefaultRules.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of default rules over rules and lines drawn from a seed, held against the plain way to read domain.md. */
class DefaultPropertiesTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final List<String> ACCOUNTS = List.of("1300", "4711", "6100", "8000");
    private static final List<String> PATTERNS = List.of("4*", "6100", "4000..6999", "1300", "8*");

    private final DimensionReference dimensions = DefaultBooks.dimensions();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20261123})
    void fillsAsThePlainReadingSaysWhateverTheOrderOfRules(long seed) {
        Random random = new Random(seed);
        int filledTotal = 0;
        for (int round = 0; round < 100; round++) {
            List<DefaultRule> rules = rules(random);
            DefaultResolution ordered = resolution(rules);
            Collections.shuffle(rules, random);
            DefaultResolution shuffled = resolution(rules);
            for (int i = 0; i < 40; i++) {
                RuledLine line = line(random);
                Map<String, String> plain = plain(rules, line);
                assertEquals(plain, told(ordered, line), "seed " + seed + " round " + round + ": " + line);
                assertEquals(plain, told(shuffled, line), "shuffled, seed " + seed + " round " + round);
                filledTotal += plain.size();
            }
        }
        assertTrue(filledTotal > 1_000, "only " + filledTotal + " values were filled");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void fillsOneDimensionWithoutRegardToTheRulesOfOthers(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<DefaultRule> rules = rules(random);
            RuledLine line = line(random);
            Map<String, String> apart = new TreeMap<>();
            for (Dimension dimension : dimensions.dimensions()) {
                List<DefaultRule> own = rules.stream()
                        .filter(rule -> rule.dimension().equals(dimension.code()))
                        .toList();
                apart.putAll(told(resolution(own), line));
            }

            assertEquals(apart, told(resolution(rules), line), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void neverTouchesWhatIsGiven(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            DefaultResolution resolution = resolution(rules(random));
            RuledLine line = line(random);
            int[] before = line.givenByDimension().clone();

            resolution.fill(line).forEach(filled -> assertEquals(0, before[filled.dimensionId()]));

            assertArrayEquals(before, line.givenByDimension(), "the line itself is not written to");
        }
    }

    private static DefaultResolution resolution(List<DefaultRule> rules) {
        return new DefaultRules(
                        rules.stream().map(rule -> new Said(rule, false)).toList())
                .under(DefaultBooks.dimensions());
    }

    private Map<String, String> told(DefaultResolution resolution, RuledLine line) {
        Map<String, String> told = new TreeMap<>();
        resolution
                .fill(line)
                .forEach(filled -> told.put(
                        dimensions.dimension(filled.dimensionId()).code(),
                        filled.rule().code()));
        return told;
    }

    /** The plain way: for each blank, all rules one by one, compared by what domain.md says of two of them. */
    private Map<String, String> plain(List<DefaultRule> rules, RuledLine line) {
        Map<String, String> told = new TreeMap<>();
        for (Dimension target : dimensions.dimensions()) {
            List<DefaultRule> candidates = rules.stream()
                    .filter(rule -> rule.dimension().equals(target.code()))
                    .filter(rule -> rule.value().isPresent() && fits(rule, line))
                    .filter(rule -> distance(rule.source(), line) >= 0)
                    .toList();
            candidates.stream()
                    .filter(rule -> candidates.stream().noneMatch(other -> speaksBefore(other, rule, line)))
                    .min(Comparator.comparingInt(DefaultRule::priority))
                    .filter(rule -> line.given(target.id()) == 0)
                    .filter(rule -> !(target.code().equals("SEGMENT") && isMember(line)))
                    .ifPresent(rule -> told.put(target.code(), rule.code()));
        }
        return told;
    }

    private boolean speaksBefore(DefaultRule other, DefaultRule rule, RuledLine line) {
        return other.source().name().equals(rule.source().name())
                && distance(other.source(), line) < distance(rule.source(), line);
    }

    /** How far a rule's source is from the line's record: 0 = the record itself, 99 = its type, -1 = another. */
    private int distance(RuleSource source, RuledLine line) {
        if (source instanceof RuleSource.OfAccount ofAccount) {
            boolean other = !ofAccount.account().orElse(line.account()).equals(line.account())
                    || !ofAccount.type().orElse(line.accountType()).equals(line.accountType());
            return other ? -1 : ofAccount.account().isPresent() ? 0 : 99;
        }
        RuleSource.OfDimension of = (RuleSource.OfDimension) source;
        int given = line.given(dimensions.requireDimension(of.dimension()).id());
        if (given == 0 || of.value().isEmpty()) {
            return given == 0 ? -1 : 99;
        }
        int steps = 0;
        for (DimensionValue value = dimensions.value(given); value != null; steps++) {
            if (value.code().equals(of.value().get())) {
                return steps;
            }
            value = value.parentId() == 0 ? null : dimensions.value(value.parentId());
        }
        return -1;
    }

    private boolean fits(DefaultRule rule, RuledLine line) {
        return rule.isValidOn(line.postingDate())
                && rule.conditions().stream().allMatch(condition -> isMet(condition, line));
    }

    private boolean isMet(RuleCondition condition, RuledLine line) {
        if (condition instanceof RuleCondition.OfAccount of) {
            return of.accounts().matches(line.account());
        }
        if (condition instanceof RuleCondition.OfAttribute of) {
            int given = line.given(dimensions.requireDimension(of.dimension()).id());
            return given != 0
                    && Optional.ofNullable(dimensions.value(given).attributes().get(of.attribute()))
                            .equals(Optional.of(of.text()));
        }
        RuleCondition.OfValue of = (RuleCondition.OfValue) condition;
        int distance = distance(new RuleSource.OfDimension(of.dimension(), Optional.of(of.value())), line);
        return of.andBelow() ? distance >= 0 : distance == 0;
    }

    private boolean isMember(RuledLine line) {
        int given = line.given(dimensions.requireDimension("CUSTOMER").id());
        return given != 0
                && dimensions.value(given).code().equals("C9")
                && !line.membershipDate().isBefore(LocalDate.parse("2026-02-01"));
    }

    private List<DefaultRule> rules(Random random) {
        List<Integer> priorities = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            priorities.add(i);
        }
        Collections.shuffle(priorities, random);
        List<DefaultRule> rules = new ArrayList<>();
        int count = random.nextInt(25);
        for (int i = 0; i < count; i++) {
            Dimension target = dimension(random);
            List<RuleCondition> conditions = new ArrayList<>();
            while (random.nextInt(3) == 0) {
                conditions.add(condition(random));
            }
            int from = random.nextInt(200);
            rules.add(new DefaultRule(
                    "R" + i,
                    target.code(),
                    random.nextInt(8) == 0 ? Optional.empty() : Optional.of(value(random, target)),
                    priorities.get(i),
                    source(random),
                    conditions,
                    random.nextBoolean() ? LocalDate.MIN : FIRST.plusDays(from),
                    random.nextBoolean() ? LocalDate.MAX : FIRST.plusDays(from + random.nextInt(200)),
                    1));
        }
        return rules;
    }

    private RuleSource source(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new RuleSource.OfAccount(Optional.of(any(random, ACCOUNTS)), Optional.empty());
            case 1 -> new RuleSource.OfAccount(Optional.empty(), Optional.of("EXPENSE"));
            case 2 -> new RuleSource.OfAccount(Optional.empty(), Optional.empty());
            case 3 -> new RuleSource.OfDimension(dimension(random).code(), Optional.empty());
            default -> {
                Dimension dimension = dimension(random);
                yield new RuleSource.OfDimension(dimension.code(), Optional.of(value(random, dimension)));
            }
        };
    }

    private RuleCondition condition(Random random) {
        Dimension dimension = dimension(random);
        return switch (random.nextInt(3)) {
            case 0 ->
                new RuleCondition.OfAccount(
                        AccountPattern.read(any(random, PATTERNS)).orElseThrow());
            case 1 -> new RuleCondition.OfValue(dimension.code(), value(random, dimension), random.nextBoolean());
            default -> new RuleCondition.OfAttribute("CUSTOMER", "country", random.nextBoolean() ? "NL" : "BE");
        };
    }

    private RuledLine line(Random random) {
        int[] given = new int[dimensions.dimensionIdLimit()];
        for (Dimension dimension : dimensions.dimensions()) {
            List<DimensionValue> values = dimensions.valuesInOrder(dimension.id());
            given[dimension.id()] = random.nextBoolean()
                    ? values.get(random.nextInt(values.size())).id()
                    : 0;
        }
        String account = any(random, ACCOUNTS);
        LocalDate date = FIRST.plusDays(random.nextInt(365));
        LocalDate membershipDate = random.nextInt(4) == 0 ? FIRST.plusDays(random.nextInt(365)) : date;
        return new RuledLine(account, DefaultBooks.TYPE_BY_ACCOUNT.get(account), date, membershipDate, given);
    }

    private Dimension dimension(Random random) {
        return any(random, dimensions.dimensions());
    }

    private String value(Random random, Dimension dimension) {
        return any(random, dimensions.valuesInOrder(dimension.id())).code();
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
