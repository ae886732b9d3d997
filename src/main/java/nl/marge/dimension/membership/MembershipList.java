package nl.marge.dimension.membership;

import java.util.ArrayList;
import java.util.List;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Membership;
import nl.marge.kernel.Dates;
import nl.marge.platform.http.PageRequest;

/** The memberships of one dimension in another, by code of the value and then by day. */
final class MembershipList {

    /** Texts in the key of the order: the value's code, and the day ("" = for ever before). */
    static final int KEY_PARTS = 2;

    private final DimensionReference picture;
    private final Dimension target;

    MembershipList(DimensionReference picture, Dimension target) {
        this.picture = picture;
        this.target = target;
    }

    /** The key of a membership in this order. */
    List<String> key(Membership membership) {
        return List.of(
                picture.value(membership.valueId()).code(),
                membership.fromDay() == Membership.FOR_EVER
                        ? ""
                        : Membership.date(membership.fromDay()).toString());
    }

    /** As many as {@code page} fetches of the memberships of these values, which are in order. */
    List<Membership> of(List<DimensionValue> values, PageRequest page) {
        String afterCode = page.isFirst() ? "" : page.after().get(0);
        int afterDay = page.isFirst() ? Membership.FOR_EVER : day(page.after().get(1));
        List<Membership> found = new ArrayList<>();
        for (DimensionValue value : values) {
            int order = value.code().compareTo(afterCode);
            if (order < 0 || picture.sourceOf(target.id()) != value.dimensionId()) {
                continue;
            }
            for (Membership membership : picture.memberships(target.id(), value.id())) {
                if (order > 0 || membership.fromDay() > afterDay) {
                    found.add(membership);
                }
            }
            if (found.size() >= page.fetch()) {
                return found.subList(0, page.fetch());
            }
        }
        return found;
    }

    private static int day(String text) {
        return Dates.read(text).map(Membership::day).orElse(Membership.FOR_EVER);
    }
}
