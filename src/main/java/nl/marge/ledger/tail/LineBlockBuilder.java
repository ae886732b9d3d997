package nl.marge.ledger.tail;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.Money;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.PackedLines;

/**
 * Puts headers and lines that come batch by batch in their places in number order: first all headers, which tell where
 * each entry's lines go, then the lines.
 */
final class LineBlockBuilder {

    private final long firstNumber;
    private final Map<Long, Integer> indexOfOrdinalZero = new HashMap<>();
    private final Map<String, EntryKind> kindByName = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private long lastBatch = Long.MIN_VALUE;
    private int lastIndexOfOrdinalZero;

    private final int[] lineCounts;
    private final int[] postingDays;
    private final EntryKind[] kinds;
    private final String[] scenarioByEntry;
    private final String[] currencyByEntry;

    private int[] lineEnds = new int[0];
    private int[] filled = new int[0];
    private int[] accounts = new int[0];
    private int[] dimensionSets = new int[0];
    private long[] amounts = new long[0];
    private long[] currencyAmounts = new long[0];
    private long[] quantities = new long[0];
    private int[] membershipDays = new int[0];

    /** A block of these batches, whose numbers follow one another. */
    LineBlockBuilder(List<PublishedBatch> batches) {
        firstNumber = batches.get(0).numberOf(batches.get(0).firstOrdinal());
        int entries = 0;
        for (PublishedBatch batch : batches) {
            indexOfOrdinalZero.put(batch.batchId(), entries - batch.firstOrdinal());
            entries += batch.entries();
        }
        lineCounts = new int[entries];
        postingDays = new int[entries];
        kinds = new EntryKind[entries];
        scenarioByEntry = new String[entries];
        currencyByEntry = new String[entries];
    }

    /** The place of an entry in the block; entries of a batch outside the part asked for fall outside the block. */
    int indexOf(long batchId, int ordinal) {
        if (batchId != lastBatch) {
            lastBatch = batchId;
            lastIndexOfOrdinalZero = indexOfOrdinalZero.get(batchId);
        }
        return lastIndexOfOrdinalZero + ordinal;
    }

    void header(int entry, String kind, String scenario, int postingDay, int lineCount) {
        kinds[entry] = kindByName.computeIfAbsent(kind, EntryKind::valueOf);
        scenarioByEntry[entry] = texts.computeIfAbsent(scenario, same -> same);
        postingDays[entry] = postingDay;
        lineCounts[entry] = lineCount;
    }

    /** The currency of an entry. */
    void currency(int entry, String currency) {
        currencyByEntry[entry] = texts.computeIfAbsent(currency, same -> same);
    }

    void endHeaders() {
        lineEnds = lineCounts.clone();
        Arrays.parallelPrefix(lineEnds, Integer::sum);
        int lines = lineEnds[lineEnds.length - 1];
        filled = new int[lineCounts.length];
        accounts = new int[lines];
        dimensionSets = new int[lines];
        amounts = new long[lines];
        membershipDays = new int[lines];
        for (int entry = 0; entry < lineEnds.length; entry++) {
            Arrays.fill(membershipDays, lineEnds[entry] - lineCounts[entry], lineEnds[entry], postingDays[entry]);
        }
    }

    /** Whether there are entries whose lines may be packed. */
    boolean mayHavePacked() {
        return Arrays.stream(kinds).anyMatch(kind -> kind != null && PackedLines.holds(kind));
    }

    /** All lines of an entry. */
    void packed(int entry, PackedLines lines) {
        for (int i = 0; i < lines.count(); i++) {
            int line = nextLineOf(entry);
            line(line, lines.accountId(i), lines.setId(i), lines.amount(i));
            membershipDay(line, lines.membershipDay(i));
        }
    }

    /** The place of the next line of an entry. */
    int nextLineOf(int entry) {
        if (filled[entry] == lineCounts[entry]) {
            throw new IllegalStateException(
                    "entry " + (firstNumber + entry) + " has more than its " + lineCounts[entry] + " lines");
        }
        return lineEnds[entry] - lineCounts[entry] + filled[entry]++;
    }

    void line(int line, int account, int dimensionSet, long amount) {
        accounts[line] = account;
        dimensionSets[line] = dimensionSet;
        amounts[line] = amount;
    }

    void quantity(int line, long quantity) {
        if (quantity != 0 && quantities.length == 0) {
            quantities = new long[accounts.length];
        }
        if (quantity != 0) {
            quantities[line] = quantity;
        }
    }

    /** What a line is in the currency of its entry, which is another than the company's. */
    void currencyAmount(int entry, int line, BigDecimal amount) {
        if (currencyAmounts.length == 0) {
            currencyAmounts = new long[accounts.length];
        }
        int decimals = Money.decimalsOf(currencyByEntry[entry]);
        currencyAmounts[line] = amount.movePointRight(decimals).longValueExact();
    }

    void membershipDay(int line, int day) {
        membershipDays[line] = day;
    }

    /**
     * The block.
     *
     * @throws IllegalStateException when a header or a line that must be there did not come
     */
    LineBlock block() {
        for (int entry = 0; entry < lineCounts.length; entry++) {
            if (kinds[entry] == null || filled[entry] != lineCounts[entry]) {
                throw new IllegalStateException("entry " + (firstNumber + entry) + " has " + filled[entry]
                        + " lines where its header says " + lineCounts[entry]);
            }
        }
        return new LineBlock(
                firstNumber,
                lineEnds,
                postingDays,
                kinds,
                scenarioByEntry,
                currencyByEntry,
                accounts,
                dimensionSets,
                amounts,
                currencyAmounts,
                quantities,
                membershipDays);
    }
}
