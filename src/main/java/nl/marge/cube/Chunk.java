package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.ledger.EntryKind;

/**
 * A stretch of lines in number order as primitive columns, of which the first {@code lines} are filled: 21 bytes and
 * one bit a line, 8 more only where a line of the stretch has a quantity, 8 more where one is in
 * another currency, 4 more only where a membership date differs
 * from the posting date (otherwise {@code membershipDays} is {@code days} itself). {@code classes} points into {@code
 * dictionary}. The bits of {@code entryStarts} tell which lines begin an entry, so that every line's number is known
 * from {@code firstNumber}, the number of the entry the first line belongs to.
 */
record Chunk(
        int lines,
        long firstNumber,
        int dayMin,
        int dayMax,
        int[] days,
        int[] accounts,
        int[] dimensionSets,
        byte[] classes,
        long[] amounts,
        long[] currencyAmounts,
        long[] quantities,
        int[] membershipDays,
        long[] entryStarts,
        List<EntryClass> dictionary) {

    /** How many lines of this chunk belong to entries up to {@code number}. */
    int linesThrough(long number) {
        long ahead = number - firstNumber;
        if (ahead < 0) {
            return 0;
        }
        for (int word = 0; word < entryStarts.length; word++) {
            long starts = word == 0 ? entryStarts[0] & ~1L : entryStarts[word];
            if (Long.bitCount(starts) > ahead) {
                return Math.min(lines, word * Long.SIZE + position(starts, ahead));
            }
            ahead -= Long.bitCount(starts);
        }
        return lines;
    }

    /** The number of the entry each line belongs to. */
    long[] entryNumbers() {
        long[] numbers = new long[lines];
        long number = firstNumber;
        for (int line = 0; line < lines; line++) {
            boolean starts = line > 0 && (entryStarts[line / Long.SIZE] >>> line & 1) != 0;
            number += starts ? 1 : 0;
            numbers[line] = number;
        }
        return numbers;
    }

    /** The position of the bit that has {@code before} bits below it. */
    private static int position(long bits, long before) {
        long left = bits;
        for (long i = 0; i < before; i++) {
            left &= left - 1;
        }
        return Long.numberOfTrailingZeros(left);
    }

    /** What a report chooses entries by besides dates: their kind, scenario and currency. */
    record EntryClass(EntryKind kind, String scenario, String currency) {
        EntryClass {
            requireNonNull(kind, "kind");
            requireNonNull(scenario, "scenario");
            requireNonNull(currency, "currency");
        }

        boolean is(EntryKind otherKind, String otherScenario, String otherCurrency) {
            return kind == otherKind && scenario.equals(otherScenario) && currency.equals(otherCurrency);
        }
    }

    /** Bytes held, unused room included. */
    long bytes() {
        long perLine = days.length * (Integer.BYTES * 3L + Byte.BYTES + Long.BYTES) + entryStarts.length * Long.BYTES;
        return perLine
                + (currencyAmounts.length + quantities.length) * (long) Long.BYTES
                + (membershipDays == days ? 0 : membershipDays.length * (long) Integer.BYTES);
    }
}
