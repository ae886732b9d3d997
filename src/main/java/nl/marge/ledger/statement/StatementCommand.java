package nl.marge.ledger.statement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A statement as a caller sent it, read but not yet checked. */
record StatementCommand(List<LineCommand> lines) {
    StatementCommand {
        lines = List.copyOf(lines);
    }

    /** A line as sent; {@code plus} and {@code minus} are empty when absent. */
    record LineCommand(
            Optional<String> code,
            Optional<String> name,
            Optional<String> kind,
            Optional<String> nature,
            List<String> plus,
            List<String> minus) {
        LineCommand {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
            requireNonNull(nature, "nature");
            plus = List.copyOf(plus);
            minus = List.copyOf(minus);
        }
    }
}
