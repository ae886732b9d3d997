package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.marge.allocation.setting.Method;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;

/** One case of a page: reads what is given in the words of the page, lets the engine plan, and tells it in these words. */
final class AllocationCase {

    private static final String NONE = "-";
    private static final String POOL = "pool:";
    private static final String UNUSED = "unused";
    private static final String OVER_DRIVEN = "over-driven";

    private final List<String> pools = new ArrayList<>();
    private final List<String> receivers;
    private final List<String> dimensions = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final int decimals;
    private final AllocationPlan plan;

    AllocationCase(List<List<List<String>>> tables) {
        List<List<String>> costs = rows(tables.get(0));
        decimals = costs.stream()
                .mapToInt(row -> new BigDecimal(row.get(3)).scale())
                .max()
                .orElse(2);
        Map<String, List<Parcel>> parcels = new LinkedHashMap<>();
        for (List<String> row : costs) {
            long amount = new BigDecimal(row.get(3))
                    .setScale(decimals)
                    .unscaledValue()
                    .longValueExact();
            parcels.computeIfAbsent(row.get(0), pool -> new ArrayList<>())
                    .add(new Parcel(Integer.parseInt(row.get(1)), set(row.get(2)), amount));
        }
        pools.addAll(parcels.keySet());
        receivers = tables.get(2).get(0).subList(3, tables.get(2).get(0).size());
        List<Sender> senders = rows(tables.get(1)).stream()
                .map(rule -> sender(rule, rows(tables.get(2))))
                .toList();
        List<PoolCost> given = pools.stream()
                .map(pool -> new PoolCost(pool, parcels.get(pool)))
                .toList();
        plan = AllocationEngine.plan(new AllocationInput(decimals, given, senders));
    }

    /** What became of each rule. */
    List<List<String>> results() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "rule",
                "outcome",
                "own",
                "received",
                "out",
                UNUSED,
                OVER_DRIVEN,
                "residual",
                "passed through",
                "used"));
        for (RuleResult result : plan.results()) {
            table.add(List.of(
                    result.sender().rule(),
                    result.outcome().name(),
                    money(result.own()),
                    money(result.received()),
                    money(result.out()),
                    money(result.unused()),
                    money(result.overDriven()),
                    money(result.residual()),
                    result.exactOut().toPlainString(),
                    result.used().toPlainString()));
        }
        return table;
    }

    /** Where the cost of each rule arrived, a row for each activity, account and kept dimensions; and the sums. */
    List<List<String>> arrivals() {
        List<String> columns = columns();
        Map<List<String>, long[]> rows = new LinkedHashMap<>();
        long[] sums = new long[columns.size()];
        for (RuleResult result : plan.results()) {
            Portions portions = result.portions();
            for (int i = 0; i < portions.size(); i++) {
                int column = columns.indexOf(receiver(portions.receivers()[i]));
                rows.computeIfAbsent(head(result, i), key -> new long[sums.length])[column] += portions.amounts()[i];
                sums[column] += portions.amounts()[i];
            }
        }
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("rule", "activity", "account", "keeps"));
        header.addAll(columns);
        table.add(header);
        rows.forEach((head, amounts) -> table.add(row(head, amounts)));
        table.add(row(List.of("sum", "", "", ""), sums));
        return table;
    }

    private List<String> columns() {
        Set<String> columns = new LinkedHashSet<>(receivers);
        for (RuleResult result : plan.results()) {
            Arrays.stream(result.portions().receivers())
                    .mapToObj(this::receiver)
                    .forEach(columns::add);
        }
        return List.copyOf(columns);
    }

    private List<String> head(RuleResult result, int portion) {
        Portions portions = result.portions();
        Parcel origin = portions.origins().get(portions.originIndexes()[portion]);
        int stream = portions.streams()[portion];
        return List.of(
                result.sender().rule(),
                stream < 0 ? NONE : result.sender().streams().get(stream).code(),
                String.valueOf(origin.accountId()),
                text(origin.dimensions()));
    }

    private List<String> row(List<String> head, long[] amounts) {
        List<String> row = new ArrayList<>(head);
        Arrays.stream(amounts).mapToObj(this::money).forEach(row::add);
        return row;
    }

    private Sender sender(List<String> rule, List<List<String>> weights) {
        List<Stream> streams = weights.stream()
                .filter(row -> row.get(0).equals(rule.get(0)))
                .map(this::stream)
                .toList();
        return new Sender(
                rule.get(0),
                pools.indexOf(rule.get(1)),
                Method.valueOf(rule.get(2)),
                given(rule.get(3)),
                given(rule.get(5))
                        .map(dimension -> List.of(id(dimensions, dimension)))
                        .orElse(List.of()),
                given(rule.get(4)).map(BigDecimal::new),
                streams);
    }

    private Stream stream(List<String> row) {
        List<BigDecimal> weights = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < receivers.size(); i++) {
            if (!row.get(3 + i).equals(NONE)) {
                named.add(receiver(receivers.get(i)));
                weights.add(sumOfProducts(row.get(3 + i)));
            }
        }
        OptionalInt account =
                given(row.get(2)).map(Integer::valueOf).map(OptionalInt::of).orElse(OptionalInt.empty());
        int[] numbers = named.stream().mapToInt(Integer::intValue).toArray();
        return new Stream(row.get(1), account, numbers, weights);
    }

    /** {@code 1200 x 6 + 9600 x 2} is the time of 1200 orders and 9600 lines. */
    private static BigDecimal sumOfProducts(String text) {
        return Arrays.stream(text.split(" \\+ "))
                .map(product -> Arrays.stream(product.split(" x "))
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ONE, BigDecimal::multiply))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int receiver(String name) {
        return name.startsWith(POOL)
                ? Stream.pool(pools.indexOf(name.substring(POOL.length())))
                : receivers.indexOf(name);
    }

    private String receiver(int number) {
        if (number == Portions.UNUSED || number == Portions.OVER_DRIVEN) {
            return number == Portions.UNUSED ? UNUSED : OVER_DRIVEN;
        }
        return number < 0 ? POOL + pools.get(Stream.pool(number)) : receivers.get(number);
    }

    /** A set of one value, {@code REGION EU}, or of none. */
    private DimensionSet set(String text) {
        String[] words = text.split(" ");
        int[] valueByDimension = new int[text.equals(NONE) ? 1 : id(dimensions, words[0]) + 1];
        if (!text.equals(NONE)) {
            valueByDimension[valueByDimension.length - 1] = id(values, words[1]);
        }
        return DimensionSet.of(valueByDimension);
    }

    private String text(DimensionSet set) {
        return set.size() == 0 ? NONE : dimensions.get(set.dimensionId(0) - 1) + " " + values.get(set.valueId(0) - 1);
    }

    private static int id(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name) + 1;
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell).filter(text -> !text.equals(NONE));
    }

    private static List<List<String>> rows(List<List<String>> table) {
        return table.subList(1, table.size());
    }

    private String money(long amount) {
        return Money.text(amount, decimals);
    }
}
