package nl.marge.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.kernel.apportion.ExactShares;

/**
 * By which member of a reciprocal group the cost of each origin leaves it. Within the group cost keeps its account and
 * dimensions; the rule by which it leaves says which dimensions it goes on keeping. So the cost of an account, with the
 * dimensions that all rules keep, leaves whole, divided over members by exact shares and brought to whole units once.
 */
final class FlowColumns {

    private final List<Integer> owners = new ArrayList<>();
    private final List<Parcel> origins = new ArrayList<>();

    /** What leaves by the rule from the origin, for one unit of weight; times the determinant. */
    private final List<BigInteger> factors = new ArrayList<>();

    private final long[] totals;

    FlowColumns(List<Member> members, Elimination inverse, boolean turned) {
        boolean byAccount = members.stream()
                .anyMatch(member -> Origins.accountsMatter(member.turn().sender()));
        Set<Integer> keptByAny = new LinkedHashSet<>();
        members.forEach(member -> keptByAny.addAll(member.turn().sender().keep()));
        List<List<Parcel>> sources = members.stream()
                .map(member -> Origins.together(member.turn().parcels(), List.copyOf(keptByAny), byAccount))
                .toList();
        for (int member = 0; member < members.size(); member++) {
            if (members.get(member).outsideTotal().signum() > 0) {
                add(member, members.get(member).turn().sender().keep(), sources, inverse.adjugate()[member]);
            }
        }
        if (turned) {
            factors.replaceAll(BigInteger::negate);
        }
        totals = totals(members, sources, inverse, turned);
    }

    int size() {
        return owners.size();
    }

    /** The member by which each column leaves; those of one member follow each other. */
    int[] owners() {
        return owners.stream().mapToInt(Integer::intValue).toArray();
    }

    BigInteger[] factors() {
        return factors.toArray(BigInteger[]::new);
    }

    /** Each column in whole units. */
    long[] totals() {
        return totals.clone();
    }

    /** The first column of a member that has one. */
    int first(int member) {
        return owners.indexOf(member);
    }

    /** What leaves by a member, column by column; without amounts. */
    List<Parcel> origins(int member) {
        int first = first(member);
        return first < 0 ? List.of() : origins.subList(first, owners.lastIndexOf(member) + 1);
    }

    private void add(int member, List<Integer> keep, List<List<Parcel>> sources, BigInteger[] shares) {
        Map<Parcel, BigInteger> byOrigin = new TreeMap<>(Origins.ORDER);
        for (int from = 0; from < sources.size(); from++) {
            for (Parcel source : sources.get(from)) {
                BigInteger amount = BigInteger.valueOf(source.amount()).multiply(shares[from]);
                byOrigin.merge(Origins.origin(source, keep), amount, BigInteger::add);
            }
        }
        byOrigin.forEach((origin, factor) -> {
            if (factor.signum() != 0) {
                owners.add(member);
                origins.add(origin);
                factors.add(factor);
            }
        });
    }

    private long[] totals(List<Member> members, List<List<Parcel>> sources, Elimination inverse, boolean turned) {
        List<Integer> keptByAll = new ArrayList<>(members.get(0).turn().sender().keep());
        members.forEach(member -> keptByAll.retainAll(member.turn().sender().keep()));
        Map<Parcel, BigInteger> sums = new LinkedHashMap<>();
        sources.forEach(parcels -> parcels.forEach(parcel -> sums.merge(
                Origins.origin(parcel, keptByAll),
                BigInteger.valueOf(turned ? -parcel.amount() : parcel.amount()),
                BigInteger::add)));
        long[] whole = new long[size()];
        Map<Parcel, List<Integer>> columnsOf = new LinkedHashMap<>();
        for (int column = 0; column < size(); column++) {
            columnsOf
                    .computeIfAbsent(Origins.origin(origins.get(column), keptByAll), key -> new ArrayList<>())
                    .add(column);
        }
        columnsOf.forEach((origin, columns) -> {
            BigInteger[] shares = columns.stream()
                    .map(column ->
                            members.get(owners.get(column)).outsideTotal().multiply(factors.get(column)))
                    .toArray(BigInteger[]::new);
            long[] rounded = ExactShares.round(shares, inverse.determinant(), sums.get(origin));
            for (int i = 0; i < rounded.length; i++) {
                whole[columns.get(i)] = rounded[i];
            }
        });
        return whole;
    }
}
