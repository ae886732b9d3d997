package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.engine.ReciprocalGroup.Member;
import nl.marge.allocation.engine.RuleResult.Handed;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.kernel.apportion.Elimination;

/**
 * What flows through pools that serve each other, solved at once and exactly. With b the cost of each pool, w(p,r) the
 * weight of receiver r in the rule of pool p, and W(p) the sum of them, what passes through pool m is x(m) = b(m) + sum
 * over p of x(p) w(p,m) / W(p). Here the unknown is y(p) = x(p) / W(p), so that all numbers are whole: W(m) y(m) - sum
 * over p of w(p,m) y(p) = b(m). A receiver r outside gets the sum over p of w(p,r) y(p).
 */
final class ReciprocalFlow {

    private final List<Integer> places;
    private final List<Member> flowing;
    private final Elimination inverse;

    /**
     * The flow.
     *
     * @param places of the members that cost reaches; from each of them it can leave the group
     */
    ReciprocalFlow(List<Member> members, List<Integer> places) {
        this.places = List.copyOf(places);
        flowing = places.stream().map(members::get).toList();
        inverse = Elimination.of(matrix());
    }

    /** What becomes of each member. */
    List<RuleResult> results() {
        List<Turn> turns = flowing.stream().map(Member::turn).toList();
        long total = turns.stream().mapToLong(Turn::total).reduce(0, Math::addExact);
        // So that opposite costs get opposite portions.
        boolean turned = Apportionment.isTurned(new FlowColumns(flowing, inverse).costs(), total);
        List<Member> upright = turned ? flowing.stream().map(Member::opposite).toList() : flowing;
        FlowColumns columns = new FlowColumns(upright, inverse);
        Map<Integer, int[]> positions = positions();
        turns.get(0).limit(positions.size(), columns.size());
        FlowTable table = new FlowTable(upright, columns, inverse.determinant(), List.copyOf(positions.values()));
        List<Arrivals> arrivals = new ArrayList<>();
        for (int member = 0; member < turns.size(); member++) {
            arrivals.add(new Arrivals(turns.get(member).sender(), columns.origins(member), positions.size()));
        }
        int row = 0;
        for (int receiver : positions.keySet()) {
            long[] cells = table.row(row++);
            if (turned) {
                Arrays.setAll(cells, i -> -cells[i]);
            }
            for (int member = 0; member < turns.size() && columns.size() > 0; member++) {
                arrivals.get(member).add(0, receiver, cells, columns.first(member));
            }
        }
        List<RuleResult> results = new ArrayList<>();
        for (int member = 0; member < turns.size(); member++) {
            Portions portions = arrivals.get(member).portions();
            results.add(turns.get(member)
                    .allocated(exactOut(member), BigDecimal.ZERO, portions)
                    .handing(handed(member)));
        }
        return results;
    }

    private BigInteger[][] matrix() {
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

    /** For each receiver its position among those of each member, -1 where the member does not serve it. */
    private Map<Integer, int[]> positions() {
        Map<Integer, int[]> positions = new LinkedHashMap<>();
        for (int member = 0; member < flowing.size(); member++) {
            int[] receivers = flowing.get(member).outside().receivers();
            for (int i = 0; i < receivers.length; i++) {
                positions.computeIfAbsent(receivers[i], key -> unserved())[member] = i;
            }
        }
        return positions;
    }

    private int[] unserved() {
        int[] unserved = new int[flowing.size()];
        Arrays.fill(unserved, -1);
        return unserved;
    }

    /** x(p), in the currency's unit. */
    private BigDecimal exactOut(int member) {
        return exact(member, flowing.get(member).total());
    }

    /** x(p) w(p,m) / W(p) for each other member m that is served, by position of its pool. */
    private List<Handed> handed(int member) {
        List<Handed> handed = new ArrayList<>();
        for (int to = 0; to < flowing.size(); to++) {
            BigInteger weight = flowing.get(member).to(places.get(to));
            if (weight.signum() > 0) {
                handed.add(new Handed(flowing.get(to).turn().sender().pool(), exact(member, weight)));
            }
        }
        return handed;
    }

    /** y(p) times a weight, in the currency's unit. */
    private BigDecimal exact(int member, BigInteger weight) {
        BigInteger through = BigInteger.ZERO;
        for (int from = 0; from < flowing.size(); from++) {
            BigInteger cost = BigInteger.valueOf(flowing.get(from).turn().total());
            through = through.add(inverse.adjugate()[member][from].multiply(cost));
        }
        BigInteger minorUnits = BigInteger.TEN.pow(flowing.get(member).turn().decimals());
        return new BigDecimal(through.multiply(weight))
                .divide(
                        new BigDecimal(inverse.determinant().multiply(minorUnits)),
                        Turn.EXACT_DECIMALS,
                        RoundingMode.HALF_UP);
    }
}
