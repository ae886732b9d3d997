package nl.marge.ledger.rules;

import java.util.Optional;
import nl.marge.platform.json.StrictJson;

/** Reads the command of a reversal. */
public final class ReversalReader {

    private Optional<String> postingDate = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private Optional<String> externalId = Optional.empty();

    private ReversalReader() {}

    public static ReversalCommand read(StrictJson json) {
        ReversalReader reader = new ReversalReader();
        json.object(member -> reader.readMember(member, json));
        return new ReversalCommand(reader.postingDate, reader.reason, reader.externalId);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "postingDate" -> postingDate = json.text();
            case "reason" -> reason = json.text();
            case "externalId" -> externalId = json.text();
            default -> json.unknownMember("postingDate", "reason", "externalId");
        }
    }
}
