package nl.marge.ledger.entry;

import java.util.Optional;

/** Where an entry lies: its batch and its place in it. Outside it is one opaque text. */
public record EntryId(long batchId, int ordinal) {

    private static final int RADIX = 36;

    /** The id as clients see it. */
    @Override
    public String toString() {
        return Long.toString(batchId, RADIX) + "-" + Integer.toString(ordinal, RADIX);
    }

    /** Reads {@link #toString()}; empty when {@code text} is no id of ours. */
    public static Optional<EntryId> read(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0) {
            return Optional.empty();
        }
        try {
            EntryId id = new EntryId(
                    Long.parseLong(text.substring(0, dash), RADIX), Integer.parseInt(text.substring(dash + 1), RADIX));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
