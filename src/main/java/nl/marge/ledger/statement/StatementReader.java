package nl.marge.ledger.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.statement.StatementCommand.LineCommand;
import nl.marge.platform.json.StrictJson;

/** Reads a statement from a request. */
final class StatementReader {

    private StatementReader() {}

    static StatementCommand read(StrictJson json) {
        List<LineCommand> lines = new ArrayList<>();
        json.object(member -> {
            if (member.equals("lines")) {
                json.array(() -> lines.add(new LineReader().read(json)));
            } else {
                json.unknownMember("lines");
            }
        });
        return new StatementCommand(lines);
    }

    private static final class LineReader {
        private Optional<String> code = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<String> kind = Optional.empty();
        private Optional<String> nature = Optional.empty();
        private final List<String> plus = new ArrayList<>();
        private final List<String> minus = new ArrayList<>();

        private LineCommand read(StrictJson json) {
            json.object(member -> {
                switch (member) {
                    case "code" -> code = json.text();
                    case "name" -> name = json.text();
                    case "kind" -> kind = json.text();
                    case "nature" -> nature = json.text();
                    case "plus" -> json.array(() -> json.text().ifPresent(plus::add));
                    case "minus" -> json.array(() -> json.text().ifPresent(minus::add));
                    default -> json.unknownMember("code", "name", "kind", "nature", "plus", "minus");
                }
            });
            return new LineCommand(code, name, kind, nature, plus, minus);
        }
    }
}
