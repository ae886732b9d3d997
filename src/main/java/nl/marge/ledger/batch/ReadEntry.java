package nl.marge.ledger.batch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Violations;
import nl.marge.ledger.rules.EntryCommand;

/**
 * One entry of a batch as read: its place from 0, its physical line in a stream from 1, its externalId as far as it
 * could be read, and the command, of use only when nothing is wrong
 * with its shape.
 */
record ReadEntry(int index, OptionalLong line, Optional<String> externalId, EntryCommand command, Violations shape) {
    ReadEntry {
        requireNonNull(line, "line");
        requireNonNull(externalId, "externalId");
        requireNonNull(command, "command");
        requireNonNull(shape, "shape");
    }

    /** Lines the entry has, for deciding how much goes into one transaction. */
    int lineCount() {
        return command.lines().size();
    }
}
