package nl.marge.company;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import nl.marge.kernel.FiscalCalendar;

/**
 * The books of one legal entity. {@code id} is ours and never leaves the service; {@code decimals} are those of the
 * currency; {@code version} is the reference version of its last change.
 */
public record Company(
        int id,
        String code,
        String name,
        String currency,
        int decimals,
        FiscalCalendar calendar,
        ZoneId timeZone,
        long version) {
    public Company {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(currency, "currency");
        requireNonNull(calendar, "calendar");
        requireNonNull(timeZone, "timeZone");
    }
}
