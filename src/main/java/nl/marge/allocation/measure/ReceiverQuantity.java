package nl.marge.allocation.measure;

import java.util.List;

/**
 * The quantity of one receiver in millionths.
 *
 * @param valueIds a value of each receiving dimension, in the driver's order; 0 where the lines have none
 */
public record ReceiverQuantity(List<Integer> valueIds, long quantity) {
    public ReceiverQuantity {
        valueIds = List.copyOf(valueIds);
    }

    /** Whether the lines have no value in some receiving dimension, so that nobody can receive by them. */
    boolean isPartial() {
        return valueIds.contains(0);
    }
}
