package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.kernel.apportion.Cells;
import nl.marge.kernel.apportion.ExactShares;
import nl.marge.kernel.apportion.Margins;
import nl.marge.kernel.apportion.Weights;

/**
 * What flows through pools that serve each other, solved at once and exactly. With b the cost of each pool, w(p,r) the
 * weight of receiver r in the rule of pool p, and W(p) the sum of them, what passes through pool m is x(m) = b(m) + sum
 * over p of x(p) w(p,m) / W(p). Here the unknown is y(p) = x(p) / W(p), so that all numbers are whole: W(m) y(m) - sum
 * over p of w(p,m) y(p) = b(m). A receiver r outside gets the sum over p of w(p,r) y(p). The group is one sender: its
 * total is rounded once over its receivers.
 */
final class ReciprocalFlow {

    private final List<Member> flowing;
    private final Elimination inverse;
    private final boolean turned;
    private final FlowColumns columns;
    private final Map<Integer, Integer> rowOf = new LinkedHashMap<>();
    private final BigInteger total;

    /**
     * The flow.
     *
     * @param places of the members that cost reaches; from each of them it can leave the group
     */
    ReciprocalFlow(List<Member> members, List<Integer> places) {
        flowing = places.stream().map(members::get).toList();
        inverse = Elimination.of(matrix(places));
        long sum = flowing.stream().mapToLong(member -> member.turn().total()).reduce(0, Math::addExact);
        long[] amounts = flowing.stream()
                .flatMap(member -> Origins.together(member.turn().parcels(), List.of(), true).stream())
                .mapToLong(Parcel::amount)
                .toArray();
        turned = Apportionment.isTurned(amounts, sum);
        total = signed(sum);
        columns = new FlowColumns(flowing, inverse, turned);
        for (Member member : flowing) {
            for (int receiver : member.outside().receivers()) {
                rowOf.putIfAbsent(receiver, rowOf.size());
            }
        }
    }

    /** What becomes of each member. */
    List<RuleResult> results() {
        flowing.get(0).turn().limit(rowOf.size(), columns.size());
        List<Weights> weights = flowing.stream()
                .map(member -> member.weights(positions(member)))
                .toList();
        BigInteger determinant = inverse.determinant();
        Cells exact = Cells.of(weights, columns.owners(), columns.factors(), determinant);
        long[] cells = Margins.fill(exact, rowTotals(weights), columns.totals());
        if (turned) {
            Arrays.setAll(cells, i -> -cells[i]);
        }
        List<RuleResult> results = new ArrayList<>();
        for (int member = 0; member < flowing.size(); member++) {
            Turn turn = flowing.get(member).turn();
            results.add(turn.allocated(exactOut(member), BigDecimal.ZERO, portions(member, cells)));
        }
        return results;
    }

    private BigInteger[][] matrix(List<Integer> places) {
        BigInteger[][] matrix = new BigInteger[flowing.size()][flowing.size()];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                matrix[row][column] = row == column
                        ? flowing.get(row).total()
                        : flowing.get(column).to(places.get(row)).negate();
            }
        }
        return matrix;
    }

    private int[] positions(Member member) {
        int[] positions = new int[rowOf.size()];
        Arrays.fill(positions, -1);
        int[] receivers = member.outside().receivers();
        for (int i = 0; i < receivers.length; i++) {
            positions[rowOf.get(receivers[i])] = i;
        }
        return positions;
    }

    private long[] rowTotals(List<Weights> weights) {
        BigInteger[] numerators = new BigInteger[rowOf.size()];
        Arrays.fill(numerators, BigInteger.ZERO);
        for (int member = 0; member < flowing.size(); member++) {
            BigInteger through = through(member);
            for (int row = 0; row < numerators.length; row++) {
                numerators[row] =
                        numerators[row].add(weights.get(member).at(row).multiply(through));
            }
        }
        return ExactShares.round(numerators, inverse.determinant(), total);
    }

    /** y(p), times the determinant. */
    private BigInteger through(int member) {
        BigInteger through = BigInteger.ZERO;
        for (int from = 0; from < flowing.size(); from++) {
            BigInteger cost = signed(flowing.get(from).turn().total());
            through = through.add(inverse.adjugate()[member][from].multiply(cost));
        }
        return through;
    }

    /** x(p), in the currency's unit. */
    private BigDecimal exactOut(int member) {
        Turn turn = flowing.get(member).turn();
        BigInteger through = flowing.get(member).total().multiply(through(member));
        BigInteger minorUnits = BigInteger.TEN.pow(turn.decimals());
        return new BigDecimal(turned ? through.negate() : through)
                .divide(
                        new BigDecimal(inverse.determinant().multiply(minorUnits)),
                        Turn.EXACT_DECIMALS,
                        RoundingMode.HALF_UP);
    }

    private Portions portions(int member, long[] cells) {
        Sender sender = flowing.get(member).turn().sender();
        int first = columns.first(member);
        List<Parcel> origins = columns.origins(member);
        Arrivals arrivals = new Arrivals(sender, origins, origins.isEmpty() ? 0 : rowOf.size());
        if (!origins.isEmpty()) {
            rowOf.forEach((receiver, row) -> arrivals.add(0, receiver, cells, row * columns.size() + first));
        }
        return arrivals.portions();
    }

    private BigInteger signed(long amount) {
        return turned ? BigInteger.valueOf(amount).negate() : BigInteger.valueOf(amount);
    }
}
