package nl.marge.dimension;

import java.time.LocalDate;
import nl.marge.kernel.Dates;

/**
 * What was said of one value's membership in another dimension: from {@code fromDay} (epoch day; {@link #FOR_EVER} =
 * for ever before) it belongs to {@code memberOfId}, or to none where that is 0, until the next of the same value.
 */
public record Membership(int valueId, int fromDay, int memberOfId) {

    /** The day before all days. */
    public static final int FOR_EVER = Integer.MIN_VALUE;

    /** How the database keeps it: the day before the first day Marge knows. */
    private static final LocalDate FOR_EVER_DATE = Dates.FIRST.minusDays(1);

    /** A day as the database keeps it. */
    public static LocalDate date(int fromDay) {
        return fromDay == FOR_EVER ? FOR_EVER_DATE : LocalDate.ofEpochDay(fromDay);
    }

    /** Reads {@link #date}. */
    public static int day(LocalDate date) {
        return date.equals(FOR_EVER_DATE) ? FOR_EVER : Math.toIntExact(date.toEpochDay());
    }
}
