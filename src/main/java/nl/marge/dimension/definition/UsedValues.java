package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/**
 * Which values may no longer be removed or get children: those with lines or memberships. A value counts as having
 * lines from the moment a set with it is stored, which is just before its first line.
 */
final class UsedValues {

    private final DimensionReference picture;
    private final KnownSets sets;

    UsedValues(DimensionReference picture, KnownSets sets) {
        this.picture = requireNonNull(picture, "picture");
        this.sets = requireNonNull(sets, "sets");
    }

    /** The values with lines or memberships, by id. */
    BitSet values() {
        BitSet used = sets.values();
        for (Dimension target : picture.dimensions()) {
            used.or(picture.valuesInMemberships(target.id()));
        }
        return used;
    }

    /** Why a value cannot be removed, if so. */
    Optional<Violation> whyKept(Dimension dimension, DimensionValue value) {
        String named = "Value " + value.code() + " of dimension " + dimension.code();
        if (!picture.isLeaf(value.id())) {
            return inUse(named + " has values below it. Remove those first, or block it instead.");
        }
        if (values().get(value.id())) {
            return inUse(named + " has ledger lines or memberships. Block it instead.");
        }
        return Optional.empty();
    }

    /** Why a dimension cannot be removed, if so. A dimension with lines has values, so values are enough to know. */
    Optional<Violation> whyKept(Dimension dimension) {
        int values = picture.valuesInOrder(dimension.id()).size();
        if (values > 0) {
            return inUse("Dimension " + dimension.code() + " has " + values
                    + " values. Remove those that are unused first, or block it instead.");
        }
        BitSet used = values();
        return picture.values(dimension.id()).stream().anyMatch(value -> used.get(value.id()))
                ? inUse("Dimension " + dimension.code() + " has ledger lines of capacity that an allocation run left"
                        + " over. Block it instead.")
                : Optional.empty();
    }

    private static Optional<Violation> inUse(String message) {
        return Optional.of(new Violation(ViolationCode.IN_USE, Place.REQUEST, message));
    }
}
