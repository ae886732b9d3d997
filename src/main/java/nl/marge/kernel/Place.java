package nl.marge.kernel;

import static java.util.Objects.requireNonNull;

/** Where in a request something is wrong. */
public sealed interface Place {

    /** The request as a whole. */
    Place REQUEST = new Pointer("");

    /** A place in the body, as an RFC 6901 pointer: {@code /lines/3/amount}; empty for the whole body. */
    record Pointer(String pointer) implements Place {
        public Pointer {
            requireNonNull(pointer, "pointer");
        }
    }

    /** A query parameter, by name. */
    record Parameter(String name) implements Place {
        public Parameter {
            requireNonNull(name, "name");
        }
    }

    /** A place in one line of a streamed body: the line counts physical lines from 1, the pointer is within it. */
    record StreamLine(long line, String pointer) implements Place {
        public StreamLine {
            requireNonNull(pointer, "pointer");
        }
    }

    /** The place of the member {@code name} of what stands here. */
    default Place member(String name) {
        if (this instanceof Pointer at) {
            return new Pointer(at.pointer() + "/" + token(name));
        }
        if (this instanceof StreamLine at) {
            return new StreamLine(at.line(), at.pointer() + "/" + token(name));
        }
        return this;
    }

    /** The place {@code pointer} in the body. */
    static Place at(String pointer) {
        return new Pointer(pointer);
    }

    /** One RFC 6901 reference token: {@code ~} and {@code /} escaped. */
    static String token(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
