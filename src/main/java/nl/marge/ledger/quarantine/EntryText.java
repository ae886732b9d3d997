package nl.marge.ledger.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.kernel.Sha256;
import nl.marge.kernel.Violations;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.rules.EntryReader;
import nl.marge.ledger.split.SplitsCommand;
import nl.marge.platform.http.ListedViolation;
import nl.marge.platform.json.StrictJson;

/**
 * An entry as sent, as text: JSON in the shape in which clients send it, so that what is kept can be read, mended and
 * sent again. What is absent stays absent; members have one order and dimensions go by code, so that the same entry is
 * always the same text.
 */
public final class EntryText {

    private static final TypeReference<List<ListedViolation>> VIOLATIONS = new TypeReference<>() {};

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private EntryText() {}

    /** The entry as text. */
    public static String of(EntryCommand command) {
        return write(members(command));
    }

    /** The entry as a tree of members, in the shape of the contract. */
    public static Map<String, Object> members(EntryCommand command) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "externalId", command.externalId());
        put(members, "source", command.source());
        put(members, "kind", command.kind());
        put(members, "scenario", command.scenario());
        put(members, "postingDate", command.postingDate());
        put(members, "currency", command.currency());
        put(members, "rateType", command.rateType());
        put(members, "description", command.description());
        putDimensions(members, command.dimensions());
        members.put("lines", command.lines().stream().map(EntryText::members).toList());
        return members;
    }

    private static Map<String, Object> members(LineCommand line) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "account", line.account());
        put(members, "amount", line.amount());
        put(members, "debit", line.debit());
        put(members, "credit", line.credit());
        put(members, "companyAmount", line.companyAmount());
        put(members, "quantity", line.quantity());
        put(members, "text", line.text());
        put(members, "lineId", line.lineId());
        put(members, "membershipDate", line.membershipDate());
        putDimensions(members, line.dimensions());
        put(members, "splitMode", line.splits().mode());
        if (!line.splits().parts().isEmpty()) {
            members.put(
                    "splits",
                    line.splits().parts().stream().map(EntryText::members).toList());
        }
        return members;
    }

    private static Map<String, Object> members(SplitsCommand.Part part) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "weight", part.weight());
        if (part.remainder()) {
            members.put("remainder", true);
        }
        putDimensions(members, part.dimensions());
        return members;
    }

    private static void put(Map<String, Object> members, String name, Optional<String> text) {
        text.ifPresent(present -> members.put(name, present));
    }

    private static void putDimensions(Map<String, Object> members, Map<String, String> dimensions) {
        if (!dimensions.isEmpty()) {
            members.put("dimensions", new TreeMap<>(dimensions));
        }
    }

    /** Reads {@link #of}. */
    public static EntryCommand read(String text) {
        StrictJson json = new StrictJson();
        EntryReader reader = new EntryReader(json);
        Violations shape = json.read(text.toCharArray(), 0, text.length(), reader::read);
        if (!shape.isEmpty()) {
            throw new IllegalStateException("not an entry: " + text + " " + shape.listed());
        }
        return reader.command();
    }

    /** What was wrong, as text. */
    static String of(List<ListedViolation> violations) {
        return write(violations);
    }

    /** Reads the text of violations. */
    static List<ListedViolation> readViolations(String text) {
        try {
            return JSON.readValue(text, VIOLATIONS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("not violations: " + text, damaged);
        }
    }

    /** By what the same entry is recognised when it is sent again: source, externalId and content. */
    static byte[] fingerprint(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an entry can always be written: " + value, impossible);
        }
    }
}
