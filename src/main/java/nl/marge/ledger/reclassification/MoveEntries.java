package nl.marge.ledger.reclassification;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.kernel.Sha256;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.Provenance.Kind;
import nl.marge.ledger.entry.Provenance.Origin;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.posting.HousePosting;
import nl.marge.ledger.reclassification.draft.MovableLine;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;

/**
 * Makes the entries that move amounts: for each line a pair, what it carried off its set and the same onto the new one,
 * on the same account and with the same membership date. So each entry, each account and each membership date come to
 * zero. An entry has one scenario, posting date and currency, those of the lines it moves. Pure.
 */
final class MoveEntries {

    /** Lines moved by one entry at most; each takes two of the 10,000 lines an entry has. */
    private static final int MOVES_LIMIT = 5_000;

    private final int id;
    private final String name;
    private final Optional<String> description;

    private MoveEntries(int id, String name, Optional<String> description) {
        this.id = id;
        this.name = name;
        this.description = description;
    }

    /** The entries that apply a reclassification. */
    static List<WeighedEntry> applying(Reclassification reclassification, List<Move> moves) {
        return of(reclassification, "", "Reclassification ", moves);
    }

    /** The entries that undo it. */
    static List<WeighedEntry> undoing(Reclassification reclassification, List<Move> moves) {
        return of(reclassification, "/undo", "Undo of reclassification ", moves);
    }

    private static List<WeighedEntry> of(
            Reclassification reclassification, String suffix, String title, List<Move> moves) {
        int id = reclassification.id();
        String text = title
                + id
                + reclassification
                        .command()
                        .description()
                        .map(given -> ": " + given)
                        .orElse("");
        int length = Math.min(text.codePointCount(0, text.length()), ReclassificationCommand.TEXT_LIMIT);
        String cut = text.substring(0, text.offsetByCodePoints(0, length));
        return new MoveEntries(id, "reclassification/" + id + suffix, Optional.of(cut)).entries(moves);
    }

    private List<WeighedEntry> entries(List<Move> moves) {
        Map<Heading, List<Move>> byHeading = new TreeMap<>();
        moves.forEach(move -> byHeading
                .computeIfAbsent(Heading.of(move.line()), none -> new ArrayList<>())
                .add(move));
        List<WeighedEntry> entries = new ArrayList<>();
        byHeading.forEach((heading, under) -> {
            for (int from = 0; from < under.size(); from += MOVES_LIMIT) {
                List<Move> some = under.subList(from, Math.min(under.size(), from + MOVES_LIMIT));
                entries.add(entry(entries.size() + 1, heading, some));
            }
        });
        return entries;
    }

    private WeighedEntry entry(int ordinal, Heading heading, List<Move> moves) {
        String externalId = name + "/" + ordinal;
        List<WeighedLine> lines = new ArrayList<>(2 * moves.size());
        for (Move move : moves) {
            lines.add(move.leaving());
            lines.add(move.arriving(mover(id)));
        }
        return new WeighedEntry(
                new EntryIdentity(
                        HousePosting.SOURCE, externalId, Sha256.of(externalId.getBytes(StandardCharsets.UTF_8))),
                EntryKind.RECLASSIFICATION,
                heading.scenario(),
                heading.postingDate(),
                Optional.empty(),
                heading.currency(),
                description,
                Optional.empty(),
                lines.size(),
                lines);
    }

    /** Where values come from that the reclassification itself gives. */
    static Origin mover(int id) {
        return new Origin(Kind.CORRECTION, Optional.of(Integer.toString(id)));
    }

    /** What all lines of an entry share. */
    private record Heading(String scenario, LocalDate postingDate, String currency) implements Comparable<Heading> {

        private static final Comparator<Heading> ORDER = Comparator.comparing(Heading::scenario)
                .thenComparing(Heading::postingDate)
                .thenComparing(Heading::currency);

        private static Heading of(MovableLine line) {
            return new Heading(line.scenario(), line.postingDate(), line.currency());
        }

        @Override
        public int compareTo(Heading other) {
            return ORDER.compare(this, other);
        }
    }
}
