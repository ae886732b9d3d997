package nl.marge.profitability.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.marge.kernel.Percents;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;

/**
 * The rows of values of a report in the order of one of its lines, the largest first; of equal ones the first by key
 * first. What no value claims and capacity nobody used are nobody's profit: they stand apart, and with them the ranking
 * sums to the report's total. Amounts in minor units with natural signs. Pure.
 */
public final class Ranking {

    private static final int DECILES = 10;

    private final ProfitAndLoss report;
    private final RankedLines lines;
    private final List<Ranked> ranked;
    private final List<Apart> apart = new ArrayList<>();
    private final BigInteger total;

    /** The measures of the ranked rows, in the order of keys. */
    private final List<Measures> byKey = new ArrayList<>();

    /** Where each of them stands among the ranked, from 0. */
    private final int[] placeByKey;

    private Ranking(ProfitAndLoss report, RankedLines lines) {
        this.report = report;
        this.lines = lines;
        List<ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < report.rows().size(); i++) {
            ReportRow row = report.rows().get(i);
            if (row.kind() == RowKind.VALUE) {
                rows.add(row);
                byKey.add(lines.of(report, i));
            } else {
                apart.add(new Apart(row, lines.of(report, i)));
            }
        }
        ranked = new ArrayList<>(rows.size());
        placeByKey = new int[rows.size()];
        BigInteger cumulative = BigInteger.ZERO;
        // Of equal ones the first comes first, and the report's rows come by key.
        for (int place : Descending.order(amounts(Measures::value))) {
            placeByKey[place] = ranked.size();
            cumulative = cumulative.add(byKey.get(place).value());
            ranked.add(new Ranked(rows.get(place), ranked.size() + 1, byKey.get(place), cumulative));
        }
        total = cumulative;
    }

    /** The ranking of a report's rows by {@code lines}. */
    public static Ranking of(ProfitAndLoss report, RankedLines lines) {
        return new Ranking(report, lines);
    }

    /** A row with its rank from 1, and the sum of the measure of all rows up to it. */
    public record Ranked(ReportRow row, int rank, Measures measures, BigInteger cumulative) {}

    /** A row that is not ranked. */
    public record Apart(ReportRow row, Measures measures) {}

    /** A tenth of the rows, or one more or less: how many they are, and what they come to. */
    public record Decile(int decile, int count, Measures measures) {}

    public ProfitAndLoss report() {
        return report;
    }

    public RankedLines lines() {
        return lines;
    }

    /** The rows by rank. */
    public List<Ranked> ranked() {
        return ranked;
    }

    /** The rows that stand apart, in the order of the report. */
    public List<Apart> apart() {
        return apart;
    }

    /** The measure of all ranked rows together. */
    public BigInteger total() {
        return total;
    }

    /** What percentage of the total that is; empty where the total is not above zero, and a share means nothing. */
    public Optional<BigDecimal> share(BigInteger value) {
        return Percents.ofPositive(value, total);
    }

    /** The decile of a rank: 1 for the best tenth; {@code ceil(10 x rank / rows)}. */
    public int decile(int rank) {
        return (DECILES * rank + ranked.size() - 1) / ranked.size();
    }

    /** The deciles that have rows, the best first. */
    public List<Decile> deciles() {
        List<Decile> deciles = new ArrayList<>();
        for (int decile = 1; decile <= DECILES; decile++) {
            int of = decile;
            List<Ranked> rows =
                    ranked.stream().filter(row -> decile(row.rank()) == of).toList();
            if (!rows.isEmpty()) {
                deciles.add(new Decile(decile, rows.size(), sum(rows)));
            }
        }
        return deciles;
    }

    /** How many rows the first {@code percent} of them are: rounded up, so that one is one. */
    public int top(int percent) {
        return (int) (((long) ranked.size() * percent + 99) / 100);
    }

    /** A measure of each ranked row, in the order of keys. */
    List<BigInteger> amounts(Function<Measures, BigInteger> measure) {
        return amounts(byKey, measure);
    }

    /** The places among the ranked, from 0, of rows told by their places in the order of keys. */
    int[] places(int[] placesByKey) {
        int[] places = new int[placesByKey.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = placeByKey[placesByKey[i]];
        }
        return places;
    }

    private static List<BigInteger> amounts(List<Measures> measures, Function<Measures, BigInteger> measure) {
        List<BigInteger> amounts = new ArrayList<>(measures.size());
        for (Measures of : measures) {
            amounts.add(measure.apply(of));
        }
        return amounts;
    }

    /** What rows come to together. */
    public static Measures sum(List<Ranked> rows) {
        return Measures.sum(rows.stream().map(Ranked::measures).toList());
    }

    /** The place of each row, from 1, by its key. */
    public Map<List<Integer>, Ranked> byKey() {
        Map<List<Integer>, Ranked> byKey = new HashMap<>();
        IntStream.range(0, ranked.size())
                .forEach(i -> byKey.put(ranked.get(i).row().key(), ranked.get(i)));
        return byKey;
    }
}
