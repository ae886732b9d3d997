package nl.marge.ledger.reclassification.draft;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedLine;

/**
 * A line to be taken from one set to another, and where its values come from on either; on the new one that is told
 * only when it is not the reclassification itself.
 */
public record Move(
        MovableLine line,
        DimensionSet before,
        Provenance beforeProvenance,
        DimensionSet after,
        Optional<Provenance> afterProvenance) {
    public Move {
        requireNonNull(line, "line");
        requireNonNull(before, "before");
        requireNonNull(beforeProvenance, "beforeProvenance");
        requireNonNull(after, "after");
        requireNonNull(afterProvenance, "afterProvenance");
    }

    /** A line taken from where it stands now. */
    static Move of(MovableLine line, DimensionSet after, Optional<Provenance> afterProvenance) {
        return new Move(line, line.set(), line.line().provenance(), after, afterProvenance);
    }

    /** Whether the line would stay where it stands. */
    boolean leadsNowhere() {
        return after.equals(before);
    }

    /** Whether the line still stands where it is to be taken from. */
    public boolean isInPlace() {
        return line.set().equals(before);
    }

    /** The line as it leaves: what it carries, off the set it stands on. */
    public WeighedLine leaving() {
        return line.line().negated();
    }

    /** The line as it arrives; {@code mover} is where values come from that the reclassification itself gives. */
    public WeighedLine arriving(Provenance.Origin mover) {
        Provenance provenance = afterProvenance.orElseGet(() -> beforeProvenance.moved(before, after, mover));
        return line.line().on(after, provenance);
    }

    /** The same line's way back from where it stands now. */
    public Move back() {
        return of(line, before, Optional.of(beforeProvenance));
    }
}
