package nl.marge.dimension;

import static java.util.Objects.requireNonNull;

/** One row of the membership log: a membership said, or taken back as if never said. */
record MembershipChange(int targetDimensionId, int sourceDimensionId, Membership membership, boolean removed) {
    MembershipChange {
        requireNonNull(membership, "membership");
    }

    ValueMemberships applyTo(ValueMemberships before) {
        return removed
                ? before.without(membership.fromDay())
                : before.with(membership.fromDay(), membership.memberOfId());
    }
}
