package nl.marge.allocation.measure;

import java.util.List;

/**
 * What a driver measured, by the codes of the receivers' values in the driver's order of dimensions; a receiver whose
 * lines come to 0 is there with 0. {@code unattributed} has the lines that miss a value in some receiving dimension:
 * one for each combination of the values they do have, a missing one after the others.
 */
public record MeasuredQuantities(List<ReceiverQuantity> receivers, List<ReceiverQuantity> unattributed) {
    public MeasuredQuantities {
        receivers = List.copyOf(receivers);
        unattributed = List.copyOf(unattributed);
    }
}
