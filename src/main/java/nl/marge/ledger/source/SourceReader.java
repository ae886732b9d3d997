package nl.marge.ledger.source;

import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a source. */
final class SourceReader {

    private String code;
    private Optional<String> mode = Optional.empty();
    private Optional<String> lateLines = Optional.empty();

    private SourceReader(String pathCode) {
        code = pathCode;
    }

    /** The source that stands next; {@code pathCode} is its code unless the body says one. */
    static SourceCommand read(StrictJson json, String pathCode) {
        SourceReader reader = new SourceReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return new SourceCommand(Place.REQUEST, reader.code, reader.mode, reader.lateLines);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "mode" -> mode = json.text();
            case "lateLines" -> lateLines = json.text();
            default -> json.unknownMember("code", "mode", "lateLines");
        }
    }
}
