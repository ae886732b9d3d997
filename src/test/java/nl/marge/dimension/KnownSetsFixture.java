package nl.marge.dimension;

import java.util.List;

/** Sets with ids from 1, without a database. */
public final class KnownSetsFixture {

    private KnownSetsFixture() {}

    /** Knows {@code sets}, ids counting from 1 in this order; equal sets keep several ids. */
    public static KnownSets of(List<DimensionSet> sets) {
        KnownSets known = new KnownSets();
        known.append(sets);
        return known;
    }
}
