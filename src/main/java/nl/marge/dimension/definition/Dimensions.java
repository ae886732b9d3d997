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

/** Upkeep of dimensions. */
@ApplicationScoped
public class Dimensions {

    private final ReferenceChanges changes;
    private final DimensionReferences references;
    private final DimensionSets sets;
    private final DimensionRepository repository;
    private final ValueRepository values;
    private final Event<Values.Removal> removals;

    Dimensions(
            ReferenceChanges changes,
            DimensionReferences references,
            DimensionSets sets,
            DimensionRepository repository,
            ValueRepository values,
            Event<Values.Removal> removals) {
        this.changes = changes;
        this.references = references;
        this.sets = sets;
        this.repository = repository;
        this.values = values;
        this.removals = removals;
    }

    /** Creates or replaces the dimension {@code code}; {@code ifMatch} is the version it must have, if asked so. */
    Upsert<Dimension> put(Company company, String code, DimensionCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            DimensionReference picture = references.under(change);
            Optional<Dimension> before = picture.dimension(code);
            OptionalLong version = before.map(d -> OptionalLong.of(d.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Dimension " + code);
            Violations violations = new Violations();
            Codes.checkRepeated(code, command.code(), violations);
            return write(change, picture, List.of(command), violations).one(before);
        });
    }

    /** Creates or replaces each of these dimensions, or none. */
    public Counts putAll(Company company, List<DimensionCommand> commands) {
        return changes.change(
                company.id(), change -> write(change, references.under(change), commands, new Violations())
                        .counts());
    }

    /**
     * Removes a dimension.
     *
     * @throws Refusal CONFLICT when it is in use
     */
    void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            DimensionReference picture = references.under(change);
            Dimension dimension = picture.requireDimension(code);
            Versions.require(ifMatch, OptionalLong.of(dimension.version()), "Dimension " + code);
            new UsedValues(picture, sets.refresh(company.id()))
                    .whyKept(dimension)
                    .ifPresent(violation -> {
                        throw Refusal.of(Reason.CONFLICT, violation);
                    });
            removals.fire(new Values.Removal(change, company, dimension, Optional.empty()));
            for (DimensionValue reserved : picture.values(dimension.id())) {
                values.remove(company.id(), reserved, change.version());
                change.touch(Parts.values(dimension.id()));
            }
            repository.remove(company.id(), dimension, change.version());
            change.touch(Parts.DIMENSIONS);
            return dimension;
        });
    }

    private Changes<Dimension> write(
            ReferenceChange change,
            DimensionReference picture,
            List<DimensionCommand> commands,
            Violations violations) {
        DimensionPlan plan = new DimensionPlan(picture, violations);
        Changes<Dimension> planned = plan.changes(commands, changes.lastId(change, IdKind.DIMENSION), change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            changes.reserve(change, IdKind.DIMENSION, planned.created().size());
            repository.write(change.companyId(), planned, change.version());
            change.touch(Parts.DIMENSIONS);
        }
        return planned;
    }
}
