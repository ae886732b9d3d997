package nl.marge.profitability.assortment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.ranking.Measures;

/**
 * Items with their classes, key by key of the axes before theirs, the largest margin first. Rows without an item stand
 * apart; with them the items sum to the report. Pure.
 */
final class Assortment {

    private final ProfitAndLoss report;
    private final AssortmentQuery query;
    private final Map<List<Integer>, Demand> demands;
    private final List<Item> items = new ArrayList<>();
    private final List<Apart> apart = new ArrayList<>();

    private Assortment(ProfitAndLoss report, AssortmentQuery query, Map<List<Integer>, Demand> demands) {
        this.report = report;
        this.query = query;
        this.demands = demands;
        Map<List<Integer>, List<Apart>> groups = new LinkedHashMap<>();
        for (int i = 0; i < report.rows().size(); i++) {
            ReportRow row = report.rows().get(i);
            Apart told = new Apart(row, query.lines().of(report, i));
            if (row.kind() == RowKind.VALUE && item(row) != 0) {
                groups.computeIfAbsent(group(row), none -> new ArrayList<>()).add(told);
            } else {
                apart.add(told);
            }
        }
        groups.values().forEach(this::classify);
    }

    /**
     * The assortment of a report by the axes of {@code query}.
     *
     * @param demands of the items that have any, by the row's key
     */
    static Assortment of(ProfitAndLoss report, AssortmentQuery query, Map<List<Integer>, Demand> demands) {
        return new Assortment(report, query, demands);
    }

    /** An item; without a demand and what follows from it where nothing is sold by quantity. */
    record Item(
            ReportRow row,
            int rank,
            Measures measures,
            AbcClass abc,
            Optional<Demand> demand,
            Optional<XyzClass> xyz,
            Optional<Replenishment> replenishment) {}

    /** A row that is no item. */
    record Apart(ReportRow row, Measures measures) {}

    ProfitAndLoss report() {
        return report;
    }

    /** The items, group by group in the order of the report. */
    List<Item> items() {
        return items;
    }

    /** What is no item. */
    List<Apart> apart() {
        return apart;
    }

    /** The margin of all items together. */
    BigInteger total() {
        return items.stream().map(item -> item.measures().value()).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void classify(List<Apart> group) {
        // The sort is stable and the report's rows come by key.
        List<Apart> ordered = group.stream()
                .sorted(Comparator.comparing((Apart row) -> row.measures().value())
                        .reversed())
                .toList();
        List<AbcClass> classes =
                AbcClass.of(ordered.stream().map(row -> row.measures().value()).toList(), query.abc());
        for (int i = 0; i < ordered.size(); i++) {
            items.add(item(ordered.get(i), i + 1, classes.get(i)));
        }
    }

    private Item item(Apart row, int rank, AbcClass abc) {
        Optional<Demand> demand = Optional.ofNullable(demands.get(row.row().key()));
        Optional<XyzClass> xyz = demand.flatMap(of -> XyzClass.of(of, query.xyz()));
        Optional<Replenishment> replenishment = xyz.map(steadiness -> Replenishment.of(
                demand.orElseThrow(),
                query.levels().of(abc, steadiness),
                query.leadTimes().of(item(row.row()))));
        return new Item(row.row(), rank, row.measures(), abc, demand, xyz, replenishment);
    }

    private static int item(ReportRow row) {
        return row.key().get(row.key().size() - 1);
    }

    private static List<Integer> group(ReportRow row) {
        return row.key().subList(0, row.key().size() - 1);
    }
}
