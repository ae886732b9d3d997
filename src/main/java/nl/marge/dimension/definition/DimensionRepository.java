package nl.marge.dimension.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.Changes;

/** The rows of dimensions, for writing. */
@ApplicationScoped
class DimensionRepository implements PanacheRepositoryBase<DimensionEntity, CompanyAndId> {

    void write(int companyId, Changes<Dimension> changes) {
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
    }

    void remove(int companyId, Dimension dimension) {
        deleteById(new CompanyAndId(companyId, dimension.id()));
    }
}
