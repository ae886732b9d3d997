package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import nl.marge.allocation.setting.Receiver;

/** A quantity of a driver with its period: the receiver as {@link Receiver#text}. */
record PeriodQuantity(YearMonth period, String receiver, BigDecimal quantity) {
    PeriodQuantity {
        requireNonNull(period, "period");
        requireNonNull(receiver, "receiver");
        requireNonNull(quantity, "quantity");
    }

    Key key() {
        return new Key(period, receiver);
    }

    /** What is said once. */
    record Key(YearMonth period, String receiver) {}
}
