package nl.marge.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.marge.cube.Chunk.EntryClass;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.tail.LineBlock;

/**
 * The chunk at the end of a cube, which still grows. What was handed out by {@link #view} never changes: lines are only
 * appended behind it, and a column that appears later or grows is a new array.
 */
final class ChunkBuilder {

    /** Lines in a chunk at most: large enough that a chunk costs nothing, small enough to skip and to share out. */
    static final int LINES_LIMIT = 1 << 16;

    private static final int CLASSES_LIMIT = 1 << Byte.SIZE;
    private static final int START = 1 << 8;

    private int lines;
    private long firstNumber;
    private long lastNumber;
    private int lastClass;
    private int dayMin = Integer.MAX_VALUE;
    private int dayMax = Integer.MIN_VALUE;
    private int[] days = new int[START];
    private int[] accounts = new int[START];
    private int[] dimensionSets = new int[START];
    private byte[] classes = new byte[START];
    private long[] amounts = new long[START];
    private long[] currencyAmounts = new long[0];
    private long[] quantities = new long[0];
    private int[] membershipDays = new int[0];
    private long[] entryStarts = new long[START / Long.SIZE];
    private final List<EntryClass> dictionary = new ArrayList<>();

    /** Appends one line of a block; false when there is no room and a new chunk must begin. */
    boolean append(LineBlock block, int entry, int line) {
        int entryClass = classOf(block.kinds()[entry], block.scenarios()[entry], block.currencies()[entry]);
        if (lines == LINES_LIMIT || entryClass == CLASSES_LIMIT) {
            return false;
        }
        if (lines == days.length) {
            grow();
        }
        int day = block.postingDays()[entry];
        dayMin = Math.min(dayMin, day);
        dayMax = Math.max(dayMax, day);
        days[lines] = day;
        accounts[lines] = block.accounts()[line];
        dimensionSets[lines] = block.dimensionSets()[line];
        classes[lines] = (byte) entryClass;
        amounts[lines] = block.amounts()[line];
        appendCurrencyAmount(block.currencyAmounts().length == 0 ? 0 : block.currencyAmounts()[line]);
        appendQuantity(block.quantities().length == 0 ? 0 : block.quantities()[line]);
        appendMembershipDay(block.membershipDays()[line]);
        appendNumber(block.firstNumber() + entry);
        lines++;
        return true;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    private int classOf(EntryKind kind, String scenario, String currency) {
        if (!dictionary.isEmpty() && dictionary.get(lastClass).is(kind, scenario, currency)) {
            return lastClass;
        }
        EntryClass entryClass = new EntryClass(kind, scenario, currency);
        int found = dictionary.indexOf(entryClass);
        if (found >= 0) {
            lastClass = found;
            return found;
        }
        if (dictionary.size() < CLASSES_LIMIT) {
            lastClass = dictionary.size();
            dictionary.add(entryClass);
            return lastClass;
        }
        return CLASSES_LIMIT;
    }

    private void appendCurrencyAmount(long amount) {
        if (amount != 0 && currencyAmounts.length == 0) {
            currencyAmounts = new long[days.length];
        }
        if (currencyAmounts.length > 0) {
            currencyAmounts[lines] = amount;
        }
    }

    private void appendQuantity(long quantity) {
        if (quantity != 0 && quantities.length == 0) {
            quantities = new long[days.length];
        }
        if (quantities.length > 0) {
            quantities[lines] = quantity;
        }
    }

    private void appendMembershipDay(int day) {
        if (day != days[lines] && membershipDays.length == 0) {
            membershipDays = days.clone();
        }
        if (membershipDays.length > 0) {
            membershipDays[lines] = day;
        }
    }

    private void appendNumber(long number) {
        if (lines == 0) {
            firstNumber = number;
        }
        if (lines == 0 || number != lastNumber) {
            entryStarts[lines / Long.SIZE] |= 1L << lines;
        }
        lastNumber = number;
    }

    private void grow() {
        int room = Math.min(2 * lines, LINES_LIMIT);
        days = Arrays.copyOf(days, room);
        accounts = Arrays.copyOf(accounts, room);
        dimensionSets = Arrays.copyOf(dimensionSets, room);
        classes = Arrays.copyOf(classes, room);
        amounts = Arrays.copyOf(amounts, room);
        currencyAmounts = currencyAmounts.length == 0 ? currencyAmounts : Arrays.copyOf(currencyAmounts, room);
        quantities = quantities.length == 0 ? quantities : Arrays.copyOf(quantities, room);
        membershipDays = membershipDays.length == 0 ? membershipDays : Arrays.copyOf(membershipDays, room);
        entryStarts = Arrays.copyOf(entryStarts, room / Long.SIZE);
    }

    /** The lines so far. */
    Chunk view() {
        return new Chunk(
                lines,
                firstNumber,
                dayMin,
                dayMax,
                days,
                accounts,
                dimensionSets,
                classes,
                amounts,
                currencyAmounts,
                quantities,
                membershipDays.length == 0 ? days : membershipDays,
                entryStarts,
                List.copyOf(dictionary));
    }
}
