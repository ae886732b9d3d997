package nl.marge.ledger.reclassification;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;

/** A reclassification as kept: what was asked, how many lines it concerns, and every step taken, in order. */
record Reclassification(int id, ReclassificationCommand command, int lineCount, List<Step> steps) {
    Reclassification {
        requireNonNull(command, "command");
        steps = List.copyOf(steps);
    }

    Reclassification with(List<Step> taken) {
        return new Reclassification(id, command, lineCount, taken);
    }

    /** This one with one step more. */
    Reclassification after(Step step) {
        List<Step> taken = new ArrayList<>(steps);
        taken.add(step);
        return with(taken);
    }

    State state() {
        return steps.get(steps.size() - 1).state();
    }

    /** The step that did {@code action} last, if one did. */
    Optional<Step> last(Action action) {
        return steps.stream().filter(step -> step.action() == action).reduce((earlier, later) -> later);
    }
}
