package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a rule holds, by posting date: both ends included, {@link LocalDate#MIN} and {@link LocalDate#MAX} where open.
 */
public record Validity(LocalDate from, LocalDate to) {

    /** Always. */
    public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

    public Validity {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** From and to these days, each open when empty. */
    public static Validity of(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new Validity(from.orElse(LocalDate.MIN), to.orElse(LocalDate.MAX));
    }

    /** Whether the rule holds for what is posted on {@code date}. */
    public boolean isOn(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The first day, when it is not open. */
    public Optional<LocalDate> first() {
        return Optional.of(from).filter(date -> !date.equals(LocalDate.MIN));
    }

    /** The last day, when it is not open. */
    public Optional<LocalDate> last() {
        return Optional.of(to).filter(date -> !date.equals(LocalDate.MAX));
    }
}
