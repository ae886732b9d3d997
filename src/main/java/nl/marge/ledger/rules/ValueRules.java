package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Whether a line may newly carry a value: not blocked, valid on the posting date, nothing below it. Pure. */
public final class ValueRules {

    private final DimensionReference reference;
    private final Optional<LocalDate> postingDate;
    private final Violations violations;

    /** The checks of what is posted on {@code postingDate}; faults are noted in {@code violations}. */
    public ValueRules(DimensionReference reference, Optional<LocalDate> postingDate, Violations violations) {
        this.reference = requireNonNull(reference, "reference");
        this.postingDate = requireNonNull(postingDate, "postingDate");
        this.violations = requireNonNull(violations, "violations");
    }

    /** Checks one value of the line, or header, that stands at {@code pointer}. */
    public void check(String pointer, Dimension dimension, DimensionValue value) {
        check(pointer, dimension, value, "");
    }

    /** Checks a value; {@code givenBy} is put in behind its name, to tell where it comes from. */
    void check(String pointer, Dimension dimension, DimensionValue value, String givenBy) {
        String named = "Value " + value.code() + " of dimension " + dimension.code() + givenBy;
        if (dimension.blocked()) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_BLOCKED,
                    "Dimension " + dimension.code() + givenBy
                            + " is blocked for new postings. Unblock it or leave it out.");
        }
        if (value.blocked()) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_VALUE_BLOCKED,
                    named + " is blocked for new postings. Unblock it or use another.");
        }
        if (postingDate.isPresent() && !value.isValidOn(postingDate.get())) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_VALUE_NOT_VALID,
                    named + " is not valid on " + postingDate.get() + " (valid" + validity(value)
                            + "). Extend its validity or use another.");
        }
        if (!reference.isLeaf(value.id())) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    named + " has values below it and takes no postings. Use one of those.");
        }
    }

    private static String validity(DimensionValue value) {
        String from = value.validFrom().equals(LocalDate.MIN) ? "" : " from " + value.validFrom();
        return from + (value.validTo().equals(LocalDate.MAX) ? "" : " to " + value.validTo());
    }

    static String place(String pointer, String dimensionCode) {
        return pointer + "/dimensions/" + Place.token(dimensionCode);
    }
}
