package nl.marge.ledger.batch;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryReader;
import nl.marge.platform.json.JsonBody;
import nl.marge.platform.json.StrictJson;

/**
 * Entries of a JSON body {@code {"entries":[...]}}. What is wrong with the shape of one entry is that entry's problem,
 * with pointers relative to it; what is wrong around them refuses the request.
 */
final class JsonSource implements EntrySource {

    private static final String ENTRIES = "/entries/";

    private final List<ReadEntry> entries;
    private int next;

    private JsonSource(List<ReadEntry> entries) {
        this.entries = entries;
    }

    /**
     * Reads the whole body.
     *
     * @throws Refusal INVALID_REQUEST when it is not JSON or not of this shape
     */
    static JsonSource of(InputStream body) {
        List<EntryCommand> commands = new ArrayList<>();
        AtomicBoolean given = new AtomicBoolean();
        Violations shape = JsonBody.readAll(body, json -> given.set(readEntries(json, commands)));
        if (shape.isEmpty() && commands.isEmpty()) {
            throw nothing(given.get());
        }
        Map<Integer, Violations> shapeByEntry = new HashMap<>();
        Violations around = new Violations();
        for (Violation violation : shape.listed()) {
            sort(violation, shapeByEntry, around);
        }
        around.refuse(Refusal.Reason.INVALID_REQUEST);
        List<ReadEntry> entries = new ArrayList<>(commands.size());
        for (EntryCommand command : commands) {
            int index = entries.size();
            Violations own = shapeByEntry.getOrDefault(index, new Violations());
            entries.add(new ReadEntry(index, OptionalLong.empty(), command.externalId(), command, own));
        }
        return new JsonSource(entries);
    }

    /** A sender that was cut off, or built nothing, is not to think that all is well. */
    private static Refusal nothing(boolean given) {
        return given
                ? Refusal.of(
                        Refusal.Reason.ENTRY_REFUSED,
                        Violation.at(
                                "/entries",
                                ViolationCode.VALUE_MISSING,
                                "The batch has no entries, as one of an export that failed. Send at least one."))
                : Refusal.of(
                        Refusal.Reason.INVALID_REQUEST,
                        Violation.at(
                                "/entries",
                                ViolationCode.VALUE_MISSING,
                                "The batch has no member entries. Send {\"entries\":[...]}."));
    }

    /** Reads the entries; false when none were given, be it an empty array. */
    private static boolean readEntries(StrictJson json, List<EntryCommand> commands) {
        EntryReader reader = new EntryReader(json);
        AtomicBoolean given = new AtomicBoolean();
        json.object(member -> {
            if (member.equals("entries")) {
                given.set(!json.isNull());
                json.array(() -> {
                    reader.clear();
                    reader.read();
                    commands.add(reader.command());
                });
            } else {
                json.unknownMember("entries");
            }
        });
        return given.get();
    }

    private static void sort(Violation violation, Map<Integer, Violations> shapeByEntry, Violations around) {
        String pointer = violation.place() instanceof Place.Pointer place ? place.pointer() : "";
        if (!pointer.startsWith(ENTRIES)) {
            around.add(violation);
            return;
        }
        int end = pointer.indexOf('/', ENTRIES.length());
        String index = pointer.substring(ENTRIES.length(), end < 0 ? pointer.length() : end);
        Violations own = shapeByEntry.computeIfAbsent(Integer.parseInt(index), entry -> new Violations());
        own.add(end < 0 ? "" : pointer.substring(end), violation.code(), violation.message());
    }

    @Override
    public Optional<ReadEntry> next() {
        return next < entries.size() ? Optional.of(entries.get(next++)) : Optional.empty();
    }

    @Override
    public void rewind() {
        next = 0;
    }
}
