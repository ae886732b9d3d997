package nl.marge.allocation.memo;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;

/**
 * What a report says of allocation beside its rows.
 *
 * @param runs ids of the runs that count in its range, by period and cycle
 * @param unallocated what of the pools' cost none of them has moved, as a profit: a cost is negative, in minor units;
 *     it stands among the rows already
 */
public record AllocationMemo(List<String> runs, BigInteger unallocated) {

    /** That of a company that allocates nothing. */
    public static final AllocationMemo NONE = new AllocationMemo(List.of(), BigInteger.ZERO);

    public AllocationMemo {
        runs = List.copyOf(runs);
        requireNonNull(unallocated, "unallocated");
    }
}
