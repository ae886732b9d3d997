package nl.marge.profitability.whatif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.apportion.ExactShares;

/**
 * What changes in each row of a report and in all of them, line by line, in minor units with natural signs. What
 * amounts change by is exact and rounded here: a line's change of all rows together HALF_UP, and then brought to the
 * rows by largest remainder, so that the rows' changes sum to it. What allocations move is whole units already.
 */
public final class Differences {

    private final StatementRows statement;
    private final Map<List<Integer>, BigInteger[]> byRow = new LinkedHashMap<>();
    private final BigInteger[] company;

    private Differences(StatementRows statement) {
        this.statement = statement;
        this.company = AmountLevers.zeros(statement.count());
    }

    /**
     * The changes of these rows.
     *
     * @param keys of the rows in the order in which units left over are given
     * @param exact changes of amounts by row key
     * @param moved what allocations move, by row key
     */
    static Differences of(
            StatementRows statement,
            List<List<Integer>> keys,
            Map<List<Integer>, BigDecimal[]> exact,
            Map<List<Integer>, BigInteger[]> moved) {
        Differences differences = new Differences(statement);
        keys.forEach(key -> differences.byRow.put(key, AmountLevers.zeros(statement.count())));
        for (int row = 0; row < statement.count(); row++) {
            differences.addRounded(row, keys, exact);
        }
        moved.forEach((key, amounts) -> {
            for (int row = 0; row < amounts.length; row++) {
                differences.company[row] = differences.company[row].add(amounts[row]);
                differences.byRow.get(key)[row] = differences.byRow.get(key)[row].add(amounts[row]);
            }
        });
        return differences;
    }

    /** The changes of a row, line by line of the template; zeros where it has none. */
    public List<BigInteger> row(List<Integer> key) {
        return statement.values(byRow.getOrDefault(key, AmountLevers.zeros(statement.count())));
    }

    /** The keys of rows in which something changes. */
    List<List<Integer>> changedKeys() {
        return byRow.entrySet().stream()
                .filter(row -> Arrays.stream(row.getValue()).anyMatch(amount -> amount.signum() != 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The changes of all rows together, added on their own way. */
    public List<BigInteger> company() {
        return statement.values(company);
    }

    private void addRounded(int row, List<List<Integer>> keys, Map<List<Integer>, BigDecimal[]> exact) {
        BigDecimal[] shares = keys.stream()
                .map(key -> exact.containsKey(key) ? exact.get(key)[row] : BigDecimal.ZERO)
                .toArray(BigDecimal[]::new);
        BigDecimal sum = Arrays.stream(shares).reduce(BigDecimal.ZERO, BigDecimal::add);
        company[row] = sum.setScale(0, RoundingMode.HALF_UP).unscaledValue();
        BigInteger[] rounded = rounded(shares, sum);
        for (int i = 0; i < rounded.length; i++) {
            byRow.get(keys.get(i))[row] = rounded[i];
        }
    }

    /** By largest remainder; opposite changes are rounded to opposite ones. */
    private static BigInteger[] rounded(BigDecimal[] shares, BigDecimal sum) {
        boolean turned = sum.signum() < 0
                || sum.signum() == 0
                        && Arrays.stream(shares)
                                        .mapToInt(BigDecimal::signum)
                                        .filter(sign -> sign != 0)
                                        .findFirst()
                                        .orElse(0)
                                < 0;
        int scale = Arrays.stream(shares).mapToInt(BigDecimal::scale).max().orElse(0);
        int digits = Math.max(0, scale);
        BigInteger[] numerators = Arrays.stream(shares)
                .map(share -> share.setScale(digits).unscaledValue())
                .map(share -> turned ? share.negate() : share)
                .toArray(BigInteger[]::new);
        BigInteger whole = sum.abs().setScale(0, RoundingMode.HALF_UP).unscaledValue();
        long[] parts = ExactShares.round(numerators, BigInteger.TEN.pow(digits), whole);
        return Arrays.stream(parts)
                .mapToObj(part -> BigInteger.valueOf(turned ? -part : part))
                .toArray(BigInteger[]::new);
    }

    /** Sums by key. */
    static void add(Map<List<Integer>, BigDecimal[]> sums, List<Integer> key, BigDecimal[] amounts) {
        BigDecimal[] sum = sums.computeIfAbsent(key, none -> {
            BigDecimal[] zeros = new BigDecimal[amounts.length];
            Arrays.fill(zeros, BigDecimal.ZERO);
            return zeros;
        });
        Arrays.setAll(sum, row -> sum[row].add(amounts[row]));
    }
}
