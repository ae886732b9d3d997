package nl.marge.dimension;

import java.util.List;

/** The sets of one company, known without a database. */
public final class DimensionSetsFixture {

    private DimensionSetsFixture() {}

    /** Knows {@code sets}, ids counting from 1 in this order; equal sets keep several ids. */
    public static KnownSets known(List<DimensionSet> sets) {
        KnownSets known = new KnownSets();
        known.append(1, sets);
        return known;
    }

    /** Knows {@code sets} of a company, ids counting from 1 in this order, and can read no others. */
    public static DimensionSets of(int companyId, List<DimensionSet> sets) {
        DimensionSets known = new DimensionSets(null);
        known.known(companyId).append(1, sets);
        return known;
    }
}
