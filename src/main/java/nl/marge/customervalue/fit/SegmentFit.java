package nl.marge.customervalue.fit;

import static java.util.Objects.requireNonNull;

/** The fit of one segment, and how much of it is the segment's own. */
public record SegmentFit(Fit fit, Origin origin) {

    /** Where the parameters come from. */
    public enum Origin {

        /** The segment's customers alone. */
        OWN,

        /** The segment's customers, drawn towards those of all. */
        SHRUNK,

        /** All customers: there are none in the segment, or too few altogether. */
        POOLED
    }

    public SegmentFit {
        requireNonNull(fit, "fit");
        requireNonNull(origin, "origin");
    }
}
