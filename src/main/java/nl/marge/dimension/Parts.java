package nl.marge.dimension;

import java.util.Collection;

/** How the parts of the reference data that this room keeps are named in the log of changes. */
public final class Parts {

    /** The dimensions themselves. */
    public static final String DIMENSIONS = "DIMENSIONS";

    private static final String VALUES = "VALUES:";
    private static final String MEMBERSHIPS = "MEMBERSHIPS:";

    private Parts() {}

    /** The values of one dimension. */
    public static String values(int dimensionId) {
        return VALUES + dimensionId;
    }

    /** The memberships in one target dimension. */
    public static String memberships(int targetDimensionId) {
        return MEMBERSHIPS + targetDimensionId;
    }

    static boolean anyOfValues(Collection<String> parts) {
        return parts.stream().anyMatch(part -> part.startsWith(VALUES));
    }

    static boolean anyOfMemberships(Collection<String> parts) {
        return parts.stream().anyMatch(part -> part.startsWith(MEMBERSHIPS));
    }
}
