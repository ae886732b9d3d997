package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import nl.marge.allocation.setting.Method;
import nl.marge.dimension.DimensionSet;

/**
 * A cycle drawn from a seed: one to six pools with cost and income of several accounts and sets, each with a rule of any
 * method, some of them in a reciprocal group; weights of several scales, some zero, some too large for a long.
 */
final class SeededCycle {

    private static final int DIMENSIONS = 3;

    final long seed;
    final AllocationInput input;

    private final Random random;
    private final int pools;
    private final int receivers;
    private final boolean costOnly;
    private final boolean accountsNamed;
    private final Optional<List<Integer>> keepOfAll;

    SeededCycle(long seed) {
        this.seed = seed;
        random = new Random(seed);
        pools = 1 + random.nextInt(6);
        receivers = 1 + random.nextInt(8);
        costOnly = random.nextBoolean();
        accountsNamed = random.nextInt(3) == 0;
        keepOfAll = random.nextBoolean() ? Optional.of(dimensions()) : Optional.empty();
        List<PoolCost> costs = new ArrayList<>();
        while (costs.size() < pools) {
            costs.add(new PoolCost("P" + costs.size(), parcels()));
        }
        input = new AllocationInput(random.nextInt(4), costs, senders());
    }

    /** Whether cost keeps its account whatever rule it goes by. */
    boolean namesNoAccount() {
        return !accountsNamed;
    }

    /** Whether no pool has income. */
    boolean hasCostOnly() {
        return costOnly;
    }

    /** What all rules keep, where they keep the same. */
    Optional<List<Integer>> keepOfAll() {
        return keepOfAll;
    }

    /** The same cycle with the opposite of all cost. */
    AllocationInput opposite() {
        return with(parcels -> parcels.stream()
                .map(parcel -> new Parcel(parcel.accountId(), parcel.dimensions(), -parcel.amount()))
                .toList());
    }

    /** The same cycle with the cost of each pool in another order. */
    AllocationInput turned() {
        return with(parcels -> {
            List<Parcel> turned = new ArrayList<>(parcels);
            Collections.reverse(turned);
            return turned;
        });
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + input;
    }

    private AllocationInput with(java.util.function.UnaryOperator<List<Parcel>> change) {
        List<PoolCost> changed = input.pools().stream()
                .map(pool -> new PoolCost(pool.code(), change.apply(pool.parcels())))
                .toList();
        return new AllocationInput(input.decimals(), changed, input.senders());
    }

    private List<Parcel> parcels() {
        List<Parcel> parcels = new ArrayList<>();
        int count = random.nextInt(6);
        int bits = 1 + random.nextInt(random.nextInt(10) == 0 ? 55 : 24);
        while (parcels.size() < count) {
            long amount = new BigInteger(bits, random).longValueExact();
            int[] valueByDimension = new int[DIMENSIONS + 1];
            dimensions().forEach(dimension -> valueByDimension[dimension] = 1 + random.nextInt(2));
            parcels.add(new Parcel(
                    4000 + random.nextInt(3),
                    DimensionSet.of(valueByDimension),
                    costOnly || random.nextBoolean() ? amount : -amount));
        }
        return parcels;
    }

    private List<Integer> dimensions() {
        return IntStream.rangeClosed(1, DIMENSIONS)
                .filter(dimension -> random.nextInt(3) == 0)
                .boxed()
                .toList();
    }

    private List<Sender> senders() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, pools).boxed().toList());
        Collections.shuffle(order, random);
        int first = random.nextInt(pools);
        int last = random.nextBoolean() ? first + random.nextInt(pools) : -1;
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < pools; i++) {
            boolean grouped = i >= first && i <= last;
            Method method = grouped ? Method.RECIPROCAL : alone();
            List<Stream> streams = new ArrayList<>();
            int count = method == Method.TIME_DRIVEN || method == Method.FIXED ? 1 + random.nextInt(3) : 1;
            while (streams.size() < count) {
                streams.add(stream("S" + streams.size()));
            }
            senders.add(new Sender(
                    "R" + i,
                    order.get(i),
                    method,
                    grouped ? Optional.of("G") : Optional.empty(),
                    keepOfAll.orElseGet(this::dimensions),
                    method == Method.TIME_DRIVEN ? Optional.of(capacity(streams)) : Optional.empty(),
                    streams));
        }
        return senders;
    }

    private Method alone() {
        Method[] methods = {Method.FIXED, Method.DIRECT, Method.STEP_DOWN, Method.STEP_DOWN, Method.TIME_DRIVEN};
        return methods[random.nextInt(methods.length)];
    }

    private Stream stream(String code) {
        List<Integer> named = new ArrayList<>();
        IntStream.range(-pools, receivers)
                .filter(receiver -> random.nextInt(4) > 0)
                .forEach(named::add);
        Collections.shuffle(named, random);
        boolean zero = random.nextInt(25) == 0;
        boolean huge = random.nextInt(20) == 0;
        List<BigDecimal> weights = named.stream()
                .map(receiver -> zero ? BigDecimal.ZERO : weight(huge))
                .toList();
        OptionalInt account =
                accountsNamed && random.nextInt(3) > 0 ? OptionalInt.of(4002 + random.nextInt(3)) : OptionalInt.empty();
        return new Stream(
                code, account, named.stream().mapToInt(Integer::intValue).toArray(), weights);
    }

    private BigDecimal weight(boolean huge) {
        BigDecimal weight = BigDecimal.valueOf(
                random.nextInt(5) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 10 : 1_000_000), random.nextInt(7));
        return huge ? weight.scaleByPowerOfTen(15) : weight;
    }

    /** Less than, as much as, or more than what is used. */
    private BigDecimal capacity(List<Stream> streams) {
        BigDecimal used =
                streams.stream().flatMap(stream -> stream.weights().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal factor = BigDecimal.valueOf(5 + random.nextInt(11), 1);
        return used.multiply(factor).setScale(6, RoundingMode.HALF_UP).max(new BigDecimal("0.000001"));
    }
}
