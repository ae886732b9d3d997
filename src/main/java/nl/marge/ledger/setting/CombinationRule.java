package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Which values of two or more dimensions do not go together on a line (domain.md R16). The order of the dimensions has
 * no meaning but that of the tuples.
 *
 * @param combinations of LIMITED: tuples of items ({@code EU} or {@code EU*}), one for each dimension in their order
 */
public record CombinationRule(
        String code,
        Kind kind,
        List<String> dimensions,
        List<List<String>> combinations,
        Validity validity,
        long version) {

    /** Dimensions in a rule at most: nobody can check a combination of more. */
    public static final int DIMENSIONS_LIMIT = 10;

    /** Tuples in a rule at most. */
    public static final int COMBINATIONS_LIMIT = 10_000;

    public CombinationRule {
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        dimensions = List.copyOf(dimensions);
        combinations = combinations.stream().map(List::copyOf).toList();
        requireNonNull(validity, "validity");
    }

    /** Whether it names a value of a dimension, or, asked without one, the dimension. */
    public boolean names(String namedDimension, Optional<String> namedValue) {
        int position = dimensions.indexOf(namedDimension);
        return position >= 0
                && (namedValue.isEmpty()
                        || combinations.stream().anyMatch(tuple -> ValueSelection.code(tuple.get(position))
                                .equals(namedValue.get())));
    }

    /** The same, of another version. */
    public CombinationRule withVersion(long other) {
        return new CombinationRule(code, kind, dimensions, combinations, validity, other);
    }

    /** What is refused. */
    public enum Kind {
        /** Any line that carries all the dimensions. */
        BLOCKED,
        /** A line that carries one of the listed combinations. */
        LIMITED
    }
}
