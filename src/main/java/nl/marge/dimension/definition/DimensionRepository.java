package nl.marge.dimension.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.Changes;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of dimensions, for writing, with their history. */
@ApplicationScoped
class DimensionRepository implements PanacheRepositoryBase<DimensionEntity, CompanyAndId> {

    private final Database database;

    DimensionRepository(Database database) {
        this.database = database;
    }

    /** Writes the changes, all of that version, and logs them. */
    void write(int companyId, Changes<Dimension> changes, long version) {
        for (Dimension dimension : changes.created()) {
            DimensionEntity entity = new DimensionEntity();
            entity.companyId = companyId;
            entity.id = dimension.id();
            entity.code = dimension.code();
            entity.copy(dimension);
            persist(entity);
        }
        for (Dimension dimension : changes.updated()) {
            findById(new CompanyAndId(companyId, dimension.id())).copy(dimension);
        }
        flush();
        log(companyId, changes.created(), version, false);
        log(companyId, changes.updated(), version, false);
    }

    /** Removes a dimension, and logs that it went with {@code version}. */
    void remove(int companyId, Dimension dimension, long version) {
        deleteById(new CompanyAndId(companyId, dimension.id()));
        flush();
        log(companyId, List.of(dimension), version, true);
    }

    /** Appends to the history that reports as known at an earlier time read. */
    private void log(int companyId, List<Dimension> dimensions, long version, boolean removed) {
        if (!dimensions.isEmpty()) {
            database.read(handle -> logged(handle, companyId, dimensions, version, removed));
        }
    }

    private static int[] logged(
            Handle handle, int companyId, List<Dimension> dimensions, long version, boolean removed) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into dimension_history (company_id, dimension_id, version, code, name, blocked, removed)
                values (?, ?, ?, ?, ?, ?, ?)
                """);
        for (Dimension dimension : dimensions) {
            batch.add(
                    companyId,
                    dimension.id(),
                    version,
                    dimension.code(),
                    dimension.name(),
                    dimension.blocked(),
                    removed);
        }
        return batch.execute();
    }
}
