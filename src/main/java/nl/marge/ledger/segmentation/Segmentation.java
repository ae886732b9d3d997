package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import nl.marge.dimension.Dimension;

/**
 * Rules that put values of the dimension {@code of} into values of the dimension {@code into}, checked against the
 * company's reference data.
 *
 * @param measure the line of the statement that values are ranked by
 * @param months whole months before the day it is asked for that count
 */
public record Segmentation(
        String code,
        Dimension of,
        Dimension into,
        String measure,
        int months,
        WithoutLines withoutLines,
        Method method) {

    public Segmentation {
        requireNonNull(code, "code");
        requireNonNull(of, "of");
        requireNonNull(into, "into");
        requireNonNull(measure, "measure");
        requireNonNull(withoutLines, "withoutLines");
        requireNonNull(method, "method");
    }

    /** What becomes of the membership of a value without a line in the months that count. */
    public enum WithoutLines {
        /** It stays as it is. */
        KEEP,
        /** It ends. */
        END
    }
}
