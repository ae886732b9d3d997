package nl.marge.ledger.quarantine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.platform.http.ListedViolation;

/**
 * An entry that was set aside: under which source and externalId it came, what it says now, what was wrong with that
 * when it was last looked at, and every step so far, the first first.
 */
public record HeldEntry(Kept kept, String source, String externalId, List<Step> steps) {
    public HeldEntry {
        requireNonNull(kept, "kept");
        requireNonNull(source, "source");
        requireNonNull(externalId, "externalId");
        steps = List.copyOf(steps);
    }

    /** What the entry says now. */
    public EntryCommand command() {
        return said().command();
    }

    /** What was wrong with that when it was last looked at. */
    public List<ListedViolation> violations() {
        return said().violations();
    }

    private Step.Said said() {
        return steps.stream()
                .flatMap(step -> step.said().stream())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The step done last. */
    public Step last() {
        return steps.get(steps.size() - 1);
    }

    /** What the sender sent. */
    public EntryCommand sent() {
        return steps.get(0).said().orElseThrow().command();
    }

    /** How many steps are stored: that the sender posted it otherwise is told by the journal. */
    int storedSteps() {
        return last().kind() == Step.Kind.SUPERSEDED ? steps.size() - 1 : steps.size();
    }
}
