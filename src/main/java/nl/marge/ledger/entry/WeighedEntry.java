package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Violation;
import nl.marge.kernel.sums.WideSums;
import nl.marge.ledger.EntryKind;

/**
 * An entry that was checked and may be laid down as it is; {@code originalDate} is the posting date that was asked for
 * when a late entry was redirected to a later one, {@code linesSent} how many lines the source sent, before splits, and
 * {@code linesAdded} how many of the last lines Marge added itself.
 */
public record WeighedEntry(
        EntryIdentity identity,
        EntryKind kind,
        String scenario,
        LocalDate postingDate,
        Optional<LocalDate> originalDate,
        String currency,
        Optional<String> description,
        Optional<Reverses> reverses,
        int linesSent,
        List<WeighedLine> lines,
        int linesAdded,
        List<Violation> leftOut) {

    public WeighedEntry {
        requireNonNull(identity, "identity");
        requireNonNull(kind, "kind");
        requireNonNull(scenario, "scenario");
        requireNonNull(postingDate, "postingDate");
        requireNonNull(originalDate, "originalDate");
        requireNonNull(currency, "currency");
        requireNonNull(lines, "lines");
        requireNonNull(leftOut, "leftOut");
    }

    /** An entry of which nothing was left out. */
    public WeighedEntry(
            EntryIdentity identity,
            EntryKind kind,
            String scenario,
            LocalDate postingDate,
            Optional<LocalDate> originalDate,
            String currency,
            Optional<String> description,
            Optional<Reverses> reverses,
            int linesSent,
            List<WeighedLine> lines) {
        this(
                identity,
                kind,
                scenario,
                postingDate,
                originalDate,
                currency,
                description,
                reverses,
                linesSent,
                lines,
                0,
                List.of());
    }

    /** The same entry with other lines. */
    public WeighedEntry withLines(List<WeighedLine> others) {
        return new WeighedEntry(
                identity,
                kind,
                scenario,
                postingDate,
                originalDate,
                currency,
                description,
                reverses,
                linesSent,
                others,
                linesAdded,
                leftOut);
    }

    /** The same entry, of which {@code others} was left out. */
    WeighedEntry withLeftOut(List<Violation> others) {
        return new WeighedEntry(
                identity,
                kind,
                scenario,
                postingDate,
                originalDate,
                currency,
                description,
                reverses,
                linesSent,
                lines,
                linesAdded,
                others);
    }

    /**
     * The sum of the debit lines and the sum of the credit lines, both positive, in minor units; without what Marge
     * added, because a source compares them with what it sent.
     */
    public BigInteger[] debitAndCredit() {
        WideSums sums = new WideSums(2);
        for (WeighedLine line : lines.subList(0, lines.size() - linesAdded)) {
            sums.add(line.amount() > 0 ? 0 : 1, line.amount());
        }
        return new BigInteger[] {sums.sum(0), sums.sum(1).negate()};
    }

    /** Which entry this one cancels, and why. */
    public record Reverses(EntryId entry, Optional<String> reason) {
        public Reverses {
            requireNonNull(entry, "entry");
            requireNonNull(reason, "reason");
        }
    }
}
