package nl.marge.allocation.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.dimension.DimensionSet;

/** Puts cost together by where it comes from: its account and the dimensions that are kept. */
final class Origins {

    /** The account where accounts make no difference, because all that arrives is given another. */
    static final int ANY_ACCOUNT = 0;

    /** By account, then by dimensions. */
    static final Comparator<Parcel> ORDER = Comparator.comparingInt(Parcel::accountId)
            .thenComparing(parcel -> parcel.dimensions().content());

    private Origins() {}

    /** One parcel for each account and kept dimensions, by account, whatever the given order; none with amount zero. */
    static List<Parcel> together(List<Parcel> parcels, List<Integer> keep, boolean byAccount) {
        Map<Parcel, Long> amounts = new HashMap<>();
        for (Parcel parcel : parcels) {
            int account = byAccount ? parcel.accountId() : ANY_ACCOUNT;
            Parcel origin = origin(new Parcel(account, parcel.dimensions(), 0), keep);
            amounts.merge(origin, parcel.amount(), Math::addExact);
        }
        List<Parcel> together = new ArrayList<>();
        amounts.forEach((origin, amount) -> {
            if (amount != 0) {
                together.add(new Parcel(origin.accountId(), origin.dimensions(), amount));
            }
        });
        together.sort(ORDER);
        return together;
    }

    /** Where a parcel comes from, as far as it is kept; without an amount. */
    static Parcel origin(Parcel parcel, List<Integer> keep) {
        int last = keep.stream().mapToInt(Integer::intValue).max().orElse(0);
        int[] valueByDimension = new int[last + 1];
        for (int dimension : keep) {
            valueByDimension[dimension] = parcel.dimensions().valueOf(dimension);
        }
        return new Parcel(parcel.accountId(), DimensionSet.of(valueByDimension), 0);
    }

    /** Whether what a rule's cost arrives on depends on the account it comes from. */
    static boolean accountsMatter(Sender sender) {
        return sender.streams().stream().anyMatch(stream -> stream.accountId().isEmpty());
    }

    static long[] amounts(List<Parcel> parcels) {
        return parcels.stream().mapToLong(Parcel::amount).toArray();
    }
}
