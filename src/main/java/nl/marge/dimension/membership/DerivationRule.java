package nl.marge.dimension.membership;

import java.util.ArrayList;
import java.util.List;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Which dimension may be derived from which: from one other only, and never from itself. */
public final class DerivationRule {

    private DerivationRule() {}

    /** Checks whether memberships may derive {@code target} from {@code source}; what is wrong is noted at a place. */
    public static void check(
            DimensionReference picture, Dimension source, Dimension target, Place place, Violations violations) {
        List<String> path = new ArrayList<>(List.of(source.code()));
        int above = source.id();
        while (above != 0 && above != target.id()) {
            above = picture.sourceOf(above);
            if (above != 0) {
                path.add(picture.dimension(above).code());
            }
        }
        if (above != 0) {
            path.add(0, target.code());
            violations.add(
                    place,
                    ViolationCode.MEMBERSHIP_CYCLE,
                    "Dimension " + target.code() + " would be derived from itself: " + String.join(" from ", path)
                            + ". Derive it from a dimension that does not depend on it.");
        }
        int taken = picture.sourceOf(target.id());
        if (taken != 0 && taken != source.id()) {
            violations.add(
                    place,
                    ViolationCode.MEMBERSHIP_SOURCE_TAKEN,
                    "Dimension " + target.code() + " is derived from "
                            + picture.dimension(taken).code() + " already, and from one other dimension only. Take"
                            + " those memberships back, or derive another dimension.");
        }
    }
}
