package nl.marge.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.allocation.engine.ReciprocalGroup.Member;
import nl.marge.kernel.apportion.Elimination;

/**
 * What leaves a reciprocal group: a column for each rule and origin. Within the group cost keeps its account and
 * dimensions; the rule by which it leaves says which dimensions it goes on keeping. Columns are of one root when they
 * have the same account and agree in the dimensions that all rules keep: the cost of a root leaves whole.
 */
final class FlowColumns {

    private final List<Member> members;
    private final List<List<Parcel>> sources;
    private final List<Integer> keptByAll;
    private final Map<Parcel, BigInteger> costByRoot = new TreeMap<>(Origins.ORDER);
    private final List<Parcel> origins = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<BigInteger> flows = new ArrayList<>();

    FlowColumns(List<Member> members, Elimination inverse) {
        this.members = members;
        boolean byAccount = members.stream()
                .anyMatch(member -> Origins.accountsMatter(member.turn().sender()));
        Set<Integer> keptByAny = new LinkedHashSet<>();
        keptByAll = new ArrayList<>(members.get(0).turn().sender().keep());
        for (Member member : members) {
            keptByAny.addAll(member.turn().sender().keep());
            keptByAll.retainAll(member.turn().sender().keep());
        }
        sources = members.stream()
                .map(member -> Origins.together(member.turn().parcels(), List.copyOf(keptByAny), byAccount))
                .toList();
        sources.forEach(parcels -> parcels.forEach(parcel -> costByRoot.merge(
                Origins.origin(parcel, keptByAll), BigInteger.valueOf(parcel.amount()), BigInteger::add)));
        for (int member = 0; member < members.size(); member++) {
            add(member, inverse.adjugate()[member]);
        }
    }

    int size() {
        return origins.size();
    }

    /** By which member a column leaves; the columns of one member follow each other. */
    int owner(int column) {
        return owners.get(column);
    }

    /** What passes by the column's rule from its origin for one unit of weight, times the determinant. */
    BigInteger flow(int column) {
        return flows.get(column);
    }

    /** Where the cost that a member sends comes from, in the order of its columns; without amounts. */
    List<Parcel> origins(int member) {
        int first = first(member);
        return first < 0 ? List.of() : List.copyOf(origins.subList(first, owners.lastIndexOf(member) + 1));
    }

    /** The first column of a member, -1 if it has none. */
    int first(int member) {
        return owners.indexOf(member);
    }

    /** The cost of each root. */
    long[] costs() {
        return costByRoot.values().stream()
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }

    /** The columns of each root, in the order of {@link #costs}. */
    int[][] columnsByRoot() {
        Map<Parcel, List<Integer>> columns = new TreeMap<>(Origins.ORDER);
        costByRoot.keySet().forEach(root -> columns.put(root, new ArrayList<>()));
        for (int column = 0; column < size(); column++) {
            columns.get(Origins.origin(origins.get(column), keptByAll)).add(column);
        }
        return columns.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** What passes through each member for one unit of weight, times the determinant; of each root. */
    BigInteger[][] flowByMemberAndRoot() {
        int[][] columns = columnsByRoot();
        BigInteger[][] flow = new BigInteger[members.size()][columns.length];
        for (BigInteger[] each : flow) {
            Arrays.fill(each, BigInteger.ZERO);
        }
        for (int root = 0; root < columns.length; root++) {
            for (int column : columns[root]) {
                flow[owner(column)][root] = flow[owner(column)][root].add(flow(column));
            }
        }
        return flow;
    }

    private void add(int member, BigInteger[] shares) {
        Map<Parcel, BigInteger> byOrigin = new TreeMap<>(Origins.ORDER);
        List<Integer> keep = members.get(member).turn().sender().keep();
        for (int from = 0; from < sources.size(); from++) {
            for (Parcel source : sources.get(from)) {
                BigInteger flow = BigInteger.valueOf(source.amount()).multiply(shares[from]);
                byOrigin.merge(Origins.origin(source, keep), flow, BigInteger::add);
            }
        }
        byOrigin.forEach((origin, flow) -> {
            owners.add(member);
            origins.add(origin);
            flows.add(flow);
        });
    }
}
