package nl.marge.ledger.reclassification.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand.LineReference;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand.Selection;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller asks to be reclassified: the shape only. */
public final class ReclassificationReader {

    private final StrictJson json;
    private Optional<String> description = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private Optional<String> mode = Optional.empty();
    private final Map<String, Optional<String>> set = new LinkedHashMap<>();
    private final List<String> dimensions = new ArrayList<>();
    private Selection selection = Selection.NONE;

    private ReclassificationReader(StrictJson json) {
        this.json = json;
    }

    public static ReclassificationCommand read(StrictJson json) {
        ReclassificationReader reader = new ReclassificationReader(json);
        json.object(reader::readMember);
        return new ReclassificationCommand(
                reader.description, reader.reason, reader.mode, reader.set, reader.dimensions, reader.selection);
    }

    private void readMember(String member) {
        switch (member) {
            case "description" -> description = json.text();
            case "reason" -> reason = json.text();
            case "mode" -> mode = json.text();
            case "set" -> json.object(this::readChange);
            case "dimensions" -> json.array(() -> json.text().ifPresent(dimensions::add));
            case "selection" -> selection = new SelectionReader().read();
            default -> json.unknownMember("description", "reason", "mode", "set", "dimensions", "selection");
        }
    }

    /** Here null says something: the dimension is to be taken away. */
    private void readChange(String dimension) {
        set.put(dimension, json.text());
    }

    /** Reads which lines are meant. */
    private final class SelectionReader {
        private Optional<String> from = Optional.empty();
        private Optional<String> to = Optional.empty();
        private final List<String> accounts = new ArrayList<>();
        private Optional<String> filter = Optional.empty();
        private Optional<String> scenario = Optional.empty();
        private final List<LineReference> lines = new ArrayList<>();

        private Selection read() {
            json.object(this::readMember);
            return new Selection(from, to, accounts, filter, scenario, lines);
        }

        private void readMember(String member) {
            switch (member) {
                case "from" -> from = json.text();
                case "to" -> to = json.text();
                case "accounts" -> json.array(() -> json.text().ifPresent(accounts::add));
                case "filter" -> filter = json.text();
                case "scenario" -> scenario = json.text();
                case "lines" -> json.array(() -> lines.add(new LineReader().read()));
                default -> json.unknownMember("from", "to", "accounts", "filter", "scenario", "lines");
            }
        }
    }

    /** Reads which line is meant. */
    private final class LineReader {
        private Optional<String> number = Optional.empty();
        private Optional<String> line = Optional.empty();

        private LineReference read() {
            json.object(this::readMember);
            return new LineReference(number, line);
        }

        private void readMember(String member) {
            switch (member) {
                case "number" -> number = json.decimalText();
                case "line" -> line = json.decimalText();
                default -> json.unknownMember("number", "line");
            }
        }
    }
}
