package nl.marge.ledger.batch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Violations;
import nl.marge.ledger.rules.EntryCommand;

/** Entries that stand in memory. */
final class CommandSource implements EntrySource {

    private final List<EntryCommand> commands;
    private int next;

    CommandSource(List<EntryCommand> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    public Optional<ReadEntry> next() {
        if (next == commands.size()) {
            return Optional.empty();
        }
        EntryCommand command = commands.get(next);
        return Optional.of(
                new ReadEntry(next++, OptionalLong.empty(), command.externalId(), command, new Violations()));
    }

    @Override
    public void rewind() {
        next = 0;
    }
}
