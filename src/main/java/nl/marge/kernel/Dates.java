package nl.marge.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Accounting dates: {@code 2026-03-31} in ASCII digits, a day that exists, in the years 1900 to 2199. */
public final class Dates {

    /** The first day Marge knows. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** The last day Marge knows. */
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** The form in words, for messages. */
    public static final String FORM = "a day that exists, written 2026-03-31, from 1900-01-01 to 2199-12-31";

    private Dates() {}

    /** The date written in {@code text}, or empty when it is not one. */
    public static Optional<LocalDate> read(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < FIRST.getYear() || year > LAST.getYear() || month < 1 || day < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The digits from {@code start} to {@code end} as a number, or -1. */
    static int number(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
