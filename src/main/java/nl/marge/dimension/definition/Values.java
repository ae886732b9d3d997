package nl.marge.dimension.definition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import nl.marge.company.Company;
import nl.marge.company.IdKind;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
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

    /**
     * Makes sure that each of these dimensions has all reserved values, which only allocation runs post on.
     *
     * @return whether any was missing, so that there is a new reference version to read; otherwise nothing changed
     * @throws IllegalArgumentException when there is no dimension of one of the ids
     */
    public boolean ensureReserved(Company company, Collection<Integer> dimensionIds) {
        // Asked without the lock first: every run asks, and only the first of a dimension finds something to do.
        if (missing(references.current(company), dimensionIds).isEmpty()) {
            return false;
        }
        return changes.change(company.id(), change -> createReserved(change, dimensionIds));
    }

    private boolean createReserved(ReferenceChange change, Collection<Integer> dimensionIds) {
        List<Missing> missing = missing(references.under(change), dimensionIds);
        int id = changes.lastId(change, IdKind.VALUE);
        List<DimensionValue> created = new ArrayList<>();
        for (Missing of : missing) {
            created.add(of.value(++id, change.version()));
            change.touch(Parts.values(of.dimensionId()));
        }
        changes.reserve(change, IdKind.VALUE, created.size());
        repository.write(change.companyId(), new Changes<>(created, List.of(), 0), change.version());
        return !created.isEmpty();
    }

    private static List<Missing> missing(DimensionReference picture, Collection<Integer> dimensionIds) {
        List<Missing> missing = new ArrayList<>();
        for (int dimensionId : new TreeSet<>(dimensionIds)) {
            if (picture.dimensions().stream().noneMatch(dimension -> dimension.id() == dimensionId)) {
                throw new IllegalArgumentException("there is no dimension with id " + dimensionId);
            }
            for (Reserved kind : Reserved.values()) {
                if (picture.reserved(dimensionId, kind).isEmpty()) {
                    missing.add(new Missing(dimensionId, kind));
                }
            }
        }
        return missing;
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

    /** A reserved value that a dimension does not have yet. */
    private record Missing(int dimensionId, Reserved kind) {
        private DimensionValue value(int id, long version) {
            return new DimensionValue(
                    id,
                    dimensionId,
                    kind.code(),
                    kind.title(),
                    0,
                    LocalDate.MIN,
                    LocalDate.MAX,
                    false,
                    Optional.empty(),
                    Map.of(),
                    version);
        }
    }
}
