package nl.marge.allocation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionSet;

/**
 * Gathers the portions of one rule from the cells of its table, and gives them the account they arrive on: the stream's
 * or else the source's. Where cost of several accounts arrives on one, it is one portion.
 */
final class Arrivals {

    /** The stream of what nobody receives: unused and over-driven capacity, which keeps its account. */
    static final int NO_STREAM = -1;

    private final List<Parcel> origins = new ArrayList<>();
    private final int[][] originOfColumn;
    private final long[] sums;

    private int size;
    private int[] streams;
    private int[] receivers;
    private int[] originIndexes;
    private long[] amounts;

    /**
     * For cost of these origins.
     *
     * @param rows how many are to be expected
     */
    Arrivals(Sender sender, List<Parcel> columns, int rows) {
        Map<Parcel, Integer> indexes = new HashMap<>();
        originOfColumn = new int[sender.streams().size() + 1][columns.size()];
        for (int stream = NO_STREAM; stream < sender.streams().size(); stream++) {
            for (int column = 0; column < columns.size(); column++) {
                Parcel source = columns.get(column);
                int account = stream == NO_STREAM
                        ? source.accountId()
                        : sender.streams().get(stream).accountId().orElse(source.accountId());
                originOfColumn[stream + 1][column] = index(account, source.dimensions(), indexes);
            }
        }
        sums = new long[origins.size()];
        int expected = Math.multiplyExact(rows, Math.max(1, columns.size()));
        streams = new int[expected];
        receivers = new int[expected];
        originIndexes = new int[expected];
        amounts = new long[expected];
    }

    /** The portions of a rule with one stream and cost of one origin: the columns as they are, if none is zero. */
    static Optional<Portions> asTheyAre(Sender sender, List<Parcel> origins, Rows rows, long[] amounts) {
        if (origins.size() != 1 || sender.streams().size() != 1) {
            return Optional.empty();
        }
        for (long amount : amounts) {
            if (amount == 0) {
                return Optional.empty();
            }
        }
        Parcel origin = origins.get(0);
        int account = sender.streams().get(0).accountId().orElse(origin.accountId());
        Parcel sent = new Parcel(account, origin.dimensions(), origin.amount());
        // The one stream and the one origin both have the number 0, in every row.
        return Optional.of(new Portions(rows.streams(), rows.receivers(), rows.streams(), amounts, List.of(sent)));
    }

    /** All rows of a table, each with as many cells as there are columns. */
    void addAll(Rows rows, long[] cells) {
        int width = originOfColumn[0].length;
        int[] streamOf = rows.streams();
        int[] receiverOf = rows.receivers();
        for (int row = 0; row < receiverOf.length && width > 0; row++) {
            add(streamOf[row], receiverOf[row], cells, row * width);
        }
    }

    /** A row of the table, whose cells stand from {@code first} on. */
    void add(int stream, int receiver, long[] cells, int first) {
        int[] originOf = originOfColumn[stream + 1];
        if (originOf.length == 1) {
            add(stream, receiver, originOf[0], cells[first]);
            return;
        }
        for (int column = 0; column < originOf.length; column++) {
            sums[originOf[column]] = Math.addExact(sums[originOf[column]], cells[first + column]);
        }
        for (int origin : originOf) {
            add(stream, receiver, origin, sums[origin]);
            sums[origin] = 0;
        }
    }

    /** All that was added, after which nothing is; each origin with what went out on it. */
    Portions portions() {
        long[] byOrigin = new long[origins.size()];
        for (int i = 0; i < size; i++) {
            byOrigin[originIndexes[i]] = Math.addExact(byOrigin[originIndexes[i]], amounts[i]);
        }
        List<Parcel> sent = new ArrayList<>();
        for (Parcel origin : origins) {
            sent.add(new Parcel(origin.accountId(), origin.dimensions(), byOrigin[sent.size()]));
        }
        return new Portions(
                size == streams.length ? streams : Arrays.copyOf(streams, size),
                size == receivers.length ? receivers : Arrays.copyOf(receivers, size),
                size == originIndexes.length ? originIndexes : Arrays.copyOf(originIndexes, size),
                size == amounts.length ? amounts : Arrays.copyOf(amounts, size),
                sent);
    }

    private void add(int stream, int receiver, int origin, long amount) {
        if (amount != 0) {
            streams[size] = stream;
            receivers[size] = receiver;
            originIndexes[size] = origin;
            amounts[size++] = amount;
        }
    }

    private int index(int account, DimensionSet dimensions, Map<Parcel, Integer> indexes) {
        Parcel origin = new Parcel(account, dimensions, 0);
        return indexes.computeIfAbsent(origin, key -> {
            origins.add(key);
            return origins.size() - 1;
        });
    }
}
