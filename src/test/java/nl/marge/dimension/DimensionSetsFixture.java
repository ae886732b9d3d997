package nl.marge.dimension;

import java.util.List;

/** The sets of one company, known without a database. */
public final class DimensionSetsFixture {

    private DimensionSetsFixture() {}

    /** Knows {@code sets} of a company, ids counting from 1 in this order, and can read no others. */
    public static DimensionSets of(int companyId, List<DimensionSet> sets) {
        DimensionSets known = new DimensionSets(null);
        known.known(companyId).append(sets);
        return known;
    }
}
