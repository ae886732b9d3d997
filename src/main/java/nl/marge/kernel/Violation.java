package nl.marge.kernel;

import static java.util.Objects.requireNonNull;

/** One thing wrong with a request: what kind, where, and in a sentence or two the thing, its value and the remedy. */
public record Violation(ViolationCode code, Place place, String message) {
    public Violation {
        requireNonNull(code, "code");
        requireNonNull(place, "place");
        requireNonNull(message, "message");
    }

    /** A violation at an RFC 6901 pointer into the body. */
    public static Violation at(String pointer, ViolationCode code, String message) {
        return new Violation(code, Place.at(pointer), message);
    }

    /** A violation of one query parameter. */
    public static Violation parameter(String name, ViolationCode code, String message) {
        return new Violation(code, new Place.Parameter(name), message);
    }

    /** The same violation, told as standing in a line of a streamed body. */
    public Violation inLine(long line) {
        return place instanceof Place.Pointer p
                ? new Violation(code, new Place.StreamLine(line, p.pointer()), message)
                : this;
    }
}
