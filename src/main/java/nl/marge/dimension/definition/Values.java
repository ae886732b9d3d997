package nl.marge.dimension.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.IdKind;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Parts;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violations;

/** Upkeep of the values of dimensions. */
@ApplicationScoped
public class Values {

    private final ReferenceChanges changes;
    private final DimensionReferences references;
    private final DimensionSets sets;
    private final ValueRepository repository;
    private final Event<Removal> removals;

    Values(
            ReferenceChanges changes,
            DimensionReferences references,
            DimensionSets sets,
            ValueRepository repository,
            Event<Removal> removals) {
        this.changes = changes;
        this.references = references;
        this.sets = sets;
        this.repository = repository;
        this.removals = removals;
    }

    /** Creates or replaces the value {@code code}; {@code ifMatch} is the version it must have, if asked so. */
    Upsert<DimensionValue> put(
            Company company, String dimensionCode, String code, ValueCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            DimensionReference picture = references.under(change);
            Dimension dimension = picture.requireDimension(dimensionCode);
            Optional<DimensionValue> before = picture.value(dimension.id(), code);
            Versions.require(ifMatch, version(before), "Value " + code);
            Violations violations = new Violations();
            Codes.checkRepeated(code, command.code(), violations);
            ValuePlan plan = plan(change, picture, dimension, violations);
            return write(change, plan, List.of(command), violations).one(before);
        });
    }

    /** Creates or replaces each of these values, or none. */
    public Counts putAll(Company company, String dimensionCode, List<ValueCommand> commands) {
        return changes.change(company.id(), change -> {
            DimensionReference picture = references.under(change);
            Violations violations = new Violations();
            ValuePlan plan = plan(change, picture, picture.requireDimension(dimensionCode), violations);
            return write(change, plan, commands, violations).counts();
        });
    }

    /**
     * Removes a value.
     *
     * @throws Refusal CONFLICT when it is in use
     */
    void remove(Company company, String dimensionCode, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            DimensionReference picture = references.under(change);
            Dimension dimension = picture.requireDimension(dimensionCode);
            DimensionValue value = picture.requireValue(dimension, code);
            Versions.require(ifMatch, OptionalLong.of(value.version()), "Value " + code);
            used(change, picture).whyKept(dimension, value).ifPresent(violation -> {
                throw Refusal.of(Reason.CONFLICT, violation);
            });
            removals.fire(new Removal(change, company, dimension, Optional.of(value)));
            repository.remove(company.id(), value, change.version());
            change.touch(Parts.values(dimension.id()));
            return value;
        });
    }

    private ValuePlan plan(
            ReferenceChange change, DimensionReference picture, Dimension dimension, Violations violations) {
        return new ValuePlan(picture, dimension, () -> used(change, picture).values(), violations);
    }

    private Changes<DimensionValue> write(
            ReferenceChange change, ValuePlan plan, List<ValueCommand> commands, Violations violations) {
        int lastId = changes.lastId(change, IdKind.VALUE);
        Changes<DimensionValue> planned = plan.changes(commands, lastId, change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            changes.reserve(change, IdKind.VALUE, planned.created().size());
            repository.write(change.companyId(), planned, change.version());
            change.touch(Parts.values(plan.dimension().id()));
        }
        return planned;
    }

    private UsedValues used(ReferenceChange change, DimensionReference picture) {
        return new UsedValues(picture, sets.refresh(change.companyId()));
    }

    /**
     * A value, or with none a whole dimension, is about to be removed. Rooms above that name it in their settings say
     * no by a Refusal CONFLICT.
     */
    public record Removal(
            ReferenceChange change, Company company, Dimension dimension, Optional<DimensionValue> value) {}

    private static OptionalLong version(Optional<DimensionValue> value) {
        return value.map(v -> OptionalLong.of(v.version())).orElse(OptionalLong.empty());
    }
}
