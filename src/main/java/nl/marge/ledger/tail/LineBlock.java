package nl.marge.ledger.tail;

import static java.util.Objects.requireNonNull;

import nl.marge.ledger.EntryKind;

/**
 * Committed lines in number order, as columns: entries have gapless numbers from {@code firstNumber}, entry {@code e}
 * has the lines from {@code lineEnds[e - 1]} (0 for the first) up to before {@code lineEnds[e]}. Days are epoch days,
 * amounts minor units (debit +), quantities millionths; {@code quantities} is empty when no line has one and 0 where a
 * line has none; {@code currencyAmounts} likewise, in minor units of the entry's currency, where that is another than
 * the company's; {@code membershipDays} holds the posting day where a line has no date of its own. The arrays are
 * handed over, not copied.
 */
public record LineBlock(
        long firstNumber,
        int[] lineEnds,
        int[] postingDays,
        EntryKind[] kinds,
        String[] scenarios,
        String[] currencies,
        int[] accounts,
        int[] dimensionSets,
        long[] amounts,
        long[] currencyAmounts,
        long[] quantities,
        int[] membershipDays) {
    public LineBlock {
        requireNonNull(lineEnds, "lineEnds");
        requireNonNull(postingDays, "postingDays");
        requireNonNull(kinds, "kinds");
        requireNonNull(scenarios, "scenarios");
        requireNonNull(currencies, "currencies");
        requireNonNull(accounts, "accounts");
        requireNonNull(dimensionSets, "dimensionSets");
        requireNonNull(amounts, "amounts");
        requireNonNull(currencyAmounts, "currencyAmounts");
        requireNonNull(quantities, "quantities");
        requireNonNull(membershipDays, "membershipDays");
    }

    /** How many entries there are. */
    public int entries() {
        return lineEnds.length;
    }

    /** How many lines there are. */
    public int lines() {
        return accounts.length;
    }

    /** The first line of an entry. */
    public int lineStart(int entry) {
        return entry == 0 ? 0 : lineEnds[entry - 1];
    }

    /** The number of the last entry. */
    public long lastNumber() {
        return firstNumber + entries() - 1;
    }
}
