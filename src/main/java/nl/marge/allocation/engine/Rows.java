package nl.marge.allocation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.marge.allocation.setting.Method;

/** The pairs of stream and receiver among which a rule divides, in order of position, each with its weight. */
record Rows(int[] streams, int[] receivers, List<BigDecimal> weights) {

    /** The pairs whose receiver is open to the rule: no pool that has already sent, and no pool at all if direct. */
    static Rows of(Sender sender, Pools pools) {
        List<Stream> streams = sender.streams();
        boolean[] open = openReceivers(sender, pools);
        int count = count(open);
        if (streams.size() == 1 && count == open.length) {
            Stream only = streams.get(0);
            return new Rows(new int[count], only.receivers(), only.weights());
        }
        int[] streamOf = new int[count];
        int[] receivers = new int[streamOf.length];
        List<BigDecimal> weights = new ArrayList<>(streamOf.length);
        int position = 0;
        for (int stream = 0; stream < streams.size(); stream++) {
            Stream from = streams.get(stream);
            for (int i = 0; i < from.receivers().length; i++) {
                if (open[position++]) {
                    streamOf[weights.size()] = stream;
                    receivers[weights.size()] = from.receivers()[i];
                    weights.add(from.weights().get(i));
                }
            }
        }
        return new Rows(streamOf, receivers, weights);
    }

    int size() {
        return receivers.length;
    }

    private static boolean[] openReceivers(Sender sender, Pools pools) {
        int count = sender.streams().stream()
                .mapToInt(stream -> stream.receivers().length)
                .sum();
        boolean[] open = new boolean[count];
        int position = 0;
        for (Stream stream : sender.streams()) {
            for (int receiver : stream.receivers()) {
                open[position++] = receiver >= 0 || sender.method() != Method.DIRECT && pools.isOpen(receiver);
            }
        }
        return open;
    }

    private static int count(boolean[] open) {
        int count = 0;
        for (boolean each : open) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
