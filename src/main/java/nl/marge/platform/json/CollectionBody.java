package nl.marge.platform.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.Violations;

/** A request body that holds many items: a JSON array, or NDJSON of any size with one item a line. */
public final class CollectionBody {

    /** The media type of newline-delimited JSON. */
    public static final String NDJSON = "application/x-ndjson";

    /** Another name of it that is in use. */
    public static final String NDJSON_ALIAS = "application/ndjson";

    /** Items at most, since they are checked together in memory: far more than any master data has. */
    public static final int ITEMS_LIMIT = 1_000_000;

    private CollectionBody() {}

    /** Whether a body of this Content-Type is NDJSON; parameters and case do not matter. */
    public static boolean isNdjson(String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return type.equalsIgnoreCase(NDJSON) || type.equalsIgnoreCase(NDJSON_ALIAS);
    }

    /**
     * Reads all items, each by one call of {@code item}, as the request's Content-Type says.
     *
     * @throws Refusal as an invalid request, with all violations of shape of all items, or as too large
     */
    public static <T> List<Placed<T>> read(String contentType, InputStream body, Function<StrictJson, T> item) {
        return isNdjson(contentType) ? readLines(new NdjsonLines(body), item) : readArray(body, item);
    }

    private static <T> List<Placed<T>> readArray(InputStream body, Function<StrictJson, T> item) {
        return JsonBody.read(body, json -> {
            List<Placed<T>> items = new ArrayList<>();
            json.array(() -> {
                Place place = Place.at("/" + items.size());
                items.add(new Placed<>(item.apply(json), place));
            });
            return items;
        });
    }

    private static <T> List<Placed<T>> readLines(NdjsonLines lines, Function<StrictJson, T> item) {
        StrictJson json = new StrictJson();
        Violations violations = new Violations();
        List<Placed<T>> items = new ArrayList<>();
        while (lines.next()) {
            requireRoom(items);
            Place place = new Place.StreamLine(lines.number(), "");
            Violations ofLine = json.read(lines, () -> items.add(new Placed<>(item.apply(json), place)));
            for (Violation violation : ofLine.listed()) {
                violations.add(violation.inLine(lines.number()));
            }
        }
        violations.refuse(Reason.INVALID_REQUEST);
        return items;
    }

    private static void requireRoom(List<?> items) {
        if (items.size() == ITEMS_LIMIT) {
            throw new Refusal(Reason.TOO_LARGE, "The body has more than " + ITEMS_LIMIT + " items. Send it in parts.");
        }
    }
}
