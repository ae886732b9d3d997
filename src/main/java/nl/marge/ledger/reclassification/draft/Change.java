package nl.marge.ledger.reclassification.draft;

import java.util.Map;
import java.util.Set;

/** What is to become of the values of lines. */
sealed interface Change {

    /** Dimensions get these values, 0 for none. */
    record Replace(Map<Integer, Integer> valueByDimension) implements Change {
        public Replace {
            valueByDimension = Map.copyOf(valueByDimension);
        }
    }

    /** Dimensions get what the default rules of now give; a value that somebody gave stays. */
    record ReDerive(Set<Integer> dimensions) implements Change {
        public ReDerive {
            dimensions = Set.copyOf(dimensions);
        }
    }
}
