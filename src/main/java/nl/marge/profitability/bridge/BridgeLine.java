package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

/**
 * A line of a bridge, such as a product sold to a customer, on both sides.
 *
 * @param countable whether its quantities may be added to those of others: not where it should have a unit of measure
 *     and nothing tells which
 */
record BridgeLine(Side before, Side after, boolean countable) {

    BridgeLine {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** What can be told of a line. */
    enum Kind {
        /** Nothing on either side. */
        NONE,
        /** A price on both sides. */
        COMMON,
        /** A price now, and nothing before. */
        NEW,
        /** A price before, and nothing now. */
        LOST,
        /** Anything else: money moved, and no quantity tells why. */
        UNMEASURED
    }

    Kind kind() {
        if (before.isEmpty() && after.isEmpty()) {
            return Kind.NONE;
        }
        if (!countable) {
            return Kind.UNMEASURED;
        }
        if (before.hasPrice() && after.hasPrice()) {
            return Kind.COMMON;
        }
        if (before.isEmpty() && after.hasPrice()) {
            return Kind.NEW;
        }
        return after.isEmpty() && before.hasPrice() ? Kind.LOST : Kind.UNMEASURED;
    }
}
