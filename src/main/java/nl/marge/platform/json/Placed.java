package nl.marge.platform.json;

import static java.util.Objects.requireNonNull;

import nl.marge.kernel.Place;

/**
 * One item of a body with its place, {@code /3} of an array or a line of NDJSON, so that whatever is found wrong with
 * it later can be told there: {@code violations.add(placed.place().member("name"), ...)}.
 */
public record Placed<T>(T item, Place place) {
    public Placed {
        requireNonNull(item, "item");
        requireNonNull(place, "place");
    }
}
