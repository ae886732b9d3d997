package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import nl.marge.allocation.setting.Receiver;

/** What a receiver took of a driver in a fiscal period, in the driver's unit, with six decimals. */
public record DriverQuantity(Receiver receiver, BigDecimal quantity) {
    public DriverQuantity {
        requireNonNull(receiver, "receiver");
        requireNonNull(quantity, "quantity");
    }
}
