package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A lever and how far it is moved.
 *
 * @param filter whose lines or receivers, as reports have it; empty = all
 * @param driver code; empty = it moves amounts
 * @param volumePercent how much is sold more with it, in percent; given with {@link LeverKind#PRICE} alone
 */
public record Lever(
        LeverKind kind,
        String filter,
        Optional<String> driver,
        LeverChange change,
        Optional<BigDecimal> volumePercent) {

    public Lever {
        requireNonNull(kind, "kind");
        requireNonNull(filter, "filter");
        requireNonNull(driver, "driver");
        requireNonNull(change, "change");
        requireNonNull(volumePercent, "volumePercent");
    }

    /** The same lever moved otherwise. */
    public Lever moved(LeverChange other) {
        return new Lever(kind, filter, driver, other, volumePercent);
    }
}
