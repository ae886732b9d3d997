package nl.marge.dimension.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Membership;
import nl.marge.dimension.Parts;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert.Counts;

/** Upkeep of memberships. */
@ApplicationScoped
public class Memberships {

    private final ReferenceChanges changes;
    private final DimensionReferences references;
    private final MembershipRepository repository;

    Memberships(ReferenceChanges changes, DimensionReferences references, MembershipRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /** Says each of these memberships, or none; what was said already changes nothing. */
    public Counts putAll(Company company, String sourceCode, String targetCode, List<MembershipCommand> commands) {
        return changes.change(company.id(), change -> putAll(change, sourceCode, targetCode, commands));
    }

    /**
     * The same as a part of a change that is under way.
     *
     * @throws Refusal with everything that is wrong; the change is to be given up then
     */
    public Counts putAll(
            ReferenceChange change, String sourceCode, String targetCode, List<MembershipCommand> commands) {
        DimensionReference picture = references.under(change);
        Dimension source = picture.requireDimension(sourceCode);
        Dimension target = picture.requireDimension(targetCode);
        MembershipPlan plan = new MembershipPlan(picture, source, target);
        MembershipPlan.Changes planned = plan.changes(commands);
        plan.violations().refuseContent();
        append(change, source, target, planned.said(), false);
        return planned.counts();
    }

    /**
     * Takes back what was said of a value from that day on: as if it had never been said, though both stay recorded.
     *
     * @throws Refusal UNKNOWN when nothing is said of it from exactly that day
     */
    void takeBack(Company company, String sourceCode, String targetCode, String valueCode, int fromDay) {
        changes.change(company.id(), change -> {
            DimensionReference picture = references.under(change);
            Dimension source = picture.requireDimension(sourceCode);
            Dimension target = picture.requireDimension(targetCode);
            DimensionValue value = picture.requireValue(source, valueCode);
            Membership membership = MembershipPlan.current(picture, target, value.id(), fromDay)
                    .orElseThrow(() -> new Refusal(
                            Reason.UNKNOWN,
                            "Value " + valueCode + " has no membership in " + targetCode + " from "
                                    + (fromDay == Membership.FOR_EVER ? "ever" : Membership.date(fromDay))
                                    + ". GET lists those there are."));
            append(change, source, target, List.of(membership), true);
            return membership;
        });
    }

    private void append(
            ReferenceChange change, Dimension source, Dimension target, List<Membership> memberships, boolean removed) {
        if (memberships.isEmpty()) {
            return;
        }
        repository.append(memberships.stream()
                .map(membership -> row(change, source, target, membership, removed))
                .toList());
        change.touch(Parts.memberships(target.id()));
    }

    private static MembershipEntity row(
            ReferenceChange change, Dimension source, Dimension target, Membership membership, boolean removed) {
        MembershipEntity row = new MembershipEntity();
        row.companyId = change.companyId();
        row.valueId = membership.valueId();
        row.targetDimensionId = target.id();
        row.fromDate = Membership.date(membership.fromDay());
        row.version = change.version();
        row.sourceDimensionId = source.id();
        row.memberOfId = membership.memberOfId() == 0 ? null : membership.memberOfId();
        row.removed = removed;
        return row;
    }
}
