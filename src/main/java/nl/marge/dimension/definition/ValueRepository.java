package nl.marge.dimension.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.marge.dimension.DimensionValue;

/** The rows of dimension values, for writing. */
@ApplicationScoped
class ValueRepository implements PanacheRepositoryBase<ValueEntity, CompanyAndId> {

    /** Rows in memory at a time: as many as go to the database in one batch. */
    private static final int CHUNK = 1_000;

    void write(int companyId, Changes<DimensionValue> changes) {
        chunked(changes.created(), chunk -> insert(companyId, chunk));
        chunked(changes.updated(), chunk -> update(companyId, chunk));
    }

    void remove(int companyId, DimensionValue value) {
        deleteById(new CompanyAndId(companyId, value.id()));
        flush();
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
