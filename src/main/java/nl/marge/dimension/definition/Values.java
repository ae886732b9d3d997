package nl.marge.dimension.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.platform.Database;

/** Upkeep of the values of dimensions. */
@ApplicationScoped
class Values {

    private final Database database;
    private final ReferenceChanges changes;
    private final DimensionReferences references;
    private final DimensionSets sets;
    private final ValueRepository repository;
    private final ValueHistory history;

    Values(
            Database database,
            ReferenceChanges changes,
            DimensionReferences references,
            DimensionSets sets,
            ValueRepository repository) {
        this.database = database;
        this.changes = changes;
        this.references = references;
        this.sets = sets;
        this.repository = repository;
        this.history = new ValueHistory(database);
    }

    /** Creates or replaces one value; {@code ifMatch} is the version it must still have, when the caller asks so. */
    Upsert<DimensionValue> put(Company company, String dimension, ValueCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Work work = new Work(company, change, dimension);
            Versions.require(ifMatch, work.version(command.code()), "Value " + command.code());
            Changes<DimensionValue> done = work.put(List.of(command));
            if (done.isEmpty()) {
                return new Upsert<>(work.value(command.code()), Outcome.UNCHANGED);
            }
            return done.created().isEmpty()
                    ? new Upsert<>(done.updated().get(0), Outcome.UPDATED)
                    : new Upsert<>(done.created().get(0), Outcome.CREATED);
        });
    }

    /** Creates or replaces each of these values, or none. */
    Counts putAll(Company company, String dimension, List<ValueCommand> commands) {
        return changes.change(
                company.id(), change -> new Work(company, change, dimension).put(commands).counts());
    }

    /** Removes a value that is unused. */
    void remove(Company company, String dimension, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            Work work = new Work(company, change, dimension);
            DimensionValue value = work.value(code);
            Versions.require(ifMatch, OptionalLong.of(value.version()), "Value " + code);
            work.remove(value);
            return value;
        });
    }
}
