package nl.marge.dimension.grouping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.grouping.DimensionFilter.Term;

/** Whether a filter lets a single dimension set through on a day; derived values count. For one set at a time. */
public final class SetFilter {

    private final List<Term> terms;
    private final List<BitSet> admitted = new ArrayList<>();
    private final DerivedValues derived;

    public SetFilter(DimensionReference dimensions, DimensionFilter filter) {
        this.terms = filter.terms();
        this.derived = new DerivedValues(dimensions);
        terms.forEach(term -> admitted.add(DimensionFilter.admitted(term, dimensions)));
    }

    /** Whether a set is let through by what it belongs to on an epoch day. */
    public boolean admits(DimensionSet set, int epochDay) {
        boolean all = true;
        for (int i = 0; i < terms.size() && all; i++) {
            int dimension = terms.get(i).dimension().id();
            int own = set.valueOf(dimension);
            all = admitted.get(i).get(own != 0 ? own : derived.valueOf(set, dimension, epochDay));
        }
        return all;
    }
}
