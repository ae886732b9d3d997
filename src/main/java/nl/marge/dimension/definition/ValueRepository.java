package nl.marge.dimension.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Changes;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of dimension values, for writing. */
@ApplicationScoped
class ValueRepository implements PanacheRepositoryBase<ValueEntity, CompanyAndId> {

    /** Rows in memory at a time: as many as go to the database in one batch. */
    private static final int CHUNK = 1_000;

    private final Database database;

    ValueRepository(Database database) {
        this.database = database;
    }

    /** Writes the changes, all of that version, and logs them. */
    void write(int companyId, Changes<DimensionValue> changes, long version) {
        chunked(changes.created(), chunk -> insert(companyId, chunk));
        chunked(changes.updated(), chunk -> update(companyId, chunk));
        log(companyId, changes.created(), version, false);
        log(companyId, changes.updated(), version, false);
    }

    /** Removes a value, and logs that it went with {@code version}. */
    void remove(int companyId, DimensionValue value, long version) {
        deleteById(new CompanyAndId(companyId, value.id()));
        flush();
        log(companyId, List.of(value), version, true);
    }

    /**
     * Appends to the history that reports as known at an earlier time read. Not by {@code insert ... select}: on a
     * table with a trigger MariaDB 11.4.5 takes the columns of such an insert for null and refuses it.
     */
    private void log(int companyId, List<DimensionValue> values, long version, boolean removed) {
        for (int first = 0; first < values.size(); first += CHUNK) {
            List<DimensionValue> chunk = values.subList(first, Math.min(first + CHUNK, values.size()));
            database.read(handle -> logged(handle, companyId, chunk, version, removed));
        }
    }

    private static int[] logged(
            Handle handle, int companyId, List<DimensionValue> values, long version, boolean removed) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into dimension_value_history
                  (company_id, value_id, version, dimension_id, code, name, parent_id, removed)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """);
        for (DimensionValue value : values) {
            Integer parentId = value.parentId() == 0 ? null : value.parentId();
            batch.add(
                    companyId, value.id(), version, value.dimensionId(), value.code(), value.name(), parentId, removed);
        }
        return batch.execute();
    }

    private int insert(int companyId, List<DimensionValue> values) {
        for (DimensionValue value : values) {
            ValueEntity entity = new ValueEntity();
            entity.companyId = companyId;
            entity.id = value.id();
            entity.dimensionId = value.dimensionId();
            entity.code = value.code();
            entity.copy(value);
            persist(entity);
        }
        return values.size();
    }

    private int update(int companyId, List<DimensionValue> values) {
        Map<Integer, DimensionValue> valueById =
                values.stream().collect(Collectors.toMap(DimensionValue::id, Function.identity()));
        List<ValueEntity> entities = list("companyId = ?1 and id in ?2", companyId, valueById.keySet());
        entities.forEach(entity -> entity.copy(valueById.get(entity.id)));
        return entities.size();
    }

    private void chunked(List<DimensionValue> values, Function<List<DimensionValue>, Integer> write) {
        for (int first = 0; first < values.size(); first += CHUNK) {
            List<DimensionValue> chunk = values.subList(first, Math.min(first + CHUNK, values.size()));
            if (write.apply(chunk) != chunk.size()) {
                throw new IllegalStateException("values are missing in the database among " + chunk);
            }
            flush();
            getEntityManager().clear();
        }
    }
}
