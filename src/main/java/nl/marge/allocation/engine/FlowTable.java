package nl.marge.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.marge.allocation.engine.ReciprocalGroup.Member;
import nl.marge.kernel.apportion.Cells;
import nl.marge.kernel.apportion.ExactShares;
import nl.marge.kernel.apportion.Margins;

/**
 * What leaves a reciprocal group in whole units. The group is one sender: its total is rounded once over its receivers
 * (domain.md R23); then the cells of receivers and roots are filled to both sums; then each cell is divided over the
 * rules by which it leaves.
 */
final class FlowTable {

    private final List<Member> members;
    private final FlowColumns columns;
    private final BigInteger determinant;
    private final int[][] columnsByRoot;
    private final BigInteger[][] weights;
    private final BigInteger[][] exact;
    private final long[] cells;

    /**
     * The table.
     *
     * @param positions of each receiver among those of each member, -1 = not served
     */
    FlowTable(List<Member> members, FlowColumns columns, BigInteger determinant, List<int[]> positions) {
        this.members = members;
        this.columns = columns;
        this.determinant = determinant;
        columnsByRoot = columns.columnsByRoot();
        weights = positions.stream().map(this::weights).toArray(BigInteger[][]::new);
        BigInteger[][] flow = columns.flowByMemberAndRoot();
        exact = Arrays.stream(weights).map(each -> exact(each, flow)).toArray(BigInteger[][]::new);
        long[] costs = columns.costs();
        BigInteger total = Arrays.stream(costs).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] rows = Arrays.stream(exact)
                .map(row -> Arrays.stream(row).reduce(BigInteger.ZERO, BigInteger::add))
                .toArray(BigInteger[]::new);
        cells = Margins.fill(Cells.of(exact, determinant), ExactShares.round(rows, determinant, total), costs);
    }

    /** What a receiver gets, by column. */
    long[] row(int row) {
        long[] amounts = new long[columns.size()];
        for (int root = 0; root < columnsByRoot.length; root++) {
            divide(row, root, amounts);
        }
        return amounts;
    }

    private void divide(int row, int root, long[] amounts) {
        int[] served = Arrays.stream(columnsByRoot[root])
                .filter(column -> weights[row][columns.owner(column)].signum() > 0)
                .toArray();
        if (served.length == 0) {
            return;
        }
        BigInteger[] shares = Arrays.stream(served)
                .mapToObj(column -> weights[row][columns.owner(column)].multiply(columns.flow(column)))
                .toArray(BigInteger[]::new);
        long amount = cells[row * columnsByRoot.length + root];
        long floor = ExactShares.floor(exact[row][root], determinant).longValueExact();
        boolean up = amount > floor && exact[row][root].mod(determinant).signum() > 0;
        long[] parts = ExactShares.round(shares, determinant, BigInteger.valueOf(up ? floor + 1 : floor));
        for (int i = 0; i < parts.length; i++) {
            amounts[served[i]] = parts[i];
            amount -= parts[i];
        }
        // Rarely both sums can only be met by units beyond the next whole one: they go by the first rule.
        amounts[served[0]] += amount;
    }

    private BigInteger[] weights(int[] positions) {
        List<BigInteger> weightsByMember = new ArrayList<>();
        for (int member = 0; member < positions.length; member++) {
            int position = positions[member];
            weightsByMember.add(
                    position < 0 ? BigInteger.ZERO : members.get(member).weight(position));
        }
        return weightsByMember.toArray(BigInteger[]::new);
    }

    private static BigInteger[] exact(BigInteger[] weights, BigInteger[][] flow) {
        BigInteger[] exact = new BigInteger[flow[0].length];
        Arrays.fill(exact, BigInteger.ZERO);
        for (int member = 0; member < weights.length; member++) {
            for (int root = 0; root < exact.length && weights[member].signum() > 0; root++) {
                exact[root] = exact[root].add(weights[member].multiply(flow[member][root]));
            }
        }
        return exact;
    }
}
