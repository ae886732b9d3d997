package nl.marge.ledger.quarantine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.platform.http.ListedViolation;

/** An entry that the rules refused, as it was sent, and what is wrong with it. */
public record Refused(EntryCommand command, List<ListedViolation> violations) {
    public Refused {
        requireNonNull(command, "command");
        violations = List.copyOf(violations);
    }
}
