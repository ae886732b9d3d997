package nl.marge.dimension.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Changes;
import nl.marge.platform.Database;
import org.hibernate.StatelessSession;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of dimension values, for writing: many at a time, so without a session's memory of each. */
@ApplicationScoped
class ValueRepository implements PanacheRepositoryBase<ValueEntity, CompanyAndId> {

    /** Rows that go to the database in one batch. */
    private static final int BATCH = 1_000;

    private final Database database;
    private final StatelessSession session;

    ValueRepository(Database database, StatelessSession session) {
        this.database = database;
        this.session = session;
    }

    /** Writes the changes, all of that version, and logs them. */
    void write(int companyId, Changes<DimensionValue> changes, long version) {
        session.setJdbcBatchSize(BATCH);
        session.insertMultiple(entities(companyId, changes.created()));
        session.updateMultiple(entities(companyId, changes.updated()));
        log(companyId, changes.created(), version, false);
        log(companyId, changes.updated(), version, false);
    }

    /** Removes a value, and logs that it went with {@code version}. */
    void remove(int companyId, DimensionValue value, long version) {
        deleteById(new CompanyAndId(companyId, value.id()));
        flush();
        log(companyId, List.of(value), version, true);
    }

    private static List<ValueEntity> entities(int companyId, List<DimensionValue> values) {
        return values.stream().map(value -> new ValueEntity(companyId, value)).toList();
    }

    /**
     * Appends to the history that reports as known at an earlier time read. Not by {@code insert ... select}: on a
     * table with a trigger MariaDB 11.4.5 takes the columns of such an insert for null and refuses it.
     */
    private void log(int companyId, List<DimensionValue> values, long version, boolean removed) {
        for (int first = 0; first < values.size(); first += BATCH) {
            List<DimensionValue> batch = values.subList(first, Math.min(first + BATCH, values.size()));
            database.read(handle -> logged(handle, companyId, batch, version, removed));
        }
    }

    private static int[] logged(
            Handle handle, int companyId, List<DimensionValue> values, long version, boolean removed) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into dimension_value_history
                  (company_id, value_id, version, dimension_id, code, name, parent_id, valid_from, valid_to, blocked,
                   purpose, attributes, removed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        for (ValueEntity value : entities(companyId, values)) {
            batch.add(
                    companyId,
                    value.id,
                    version,
                    value.dimensionId,
                    value.code,
                    value.name,
                    value.parentId,
                    value.validFrom,
                    value.validTo,
                    value.blocked,
                    value.purpose,
                    value.attributes,
                    removed);
        }
        return batch.execute();
    }
}
