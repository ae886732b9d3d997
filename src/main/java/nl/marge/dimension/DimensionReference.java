package nl.marge.dimension;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dimensions, values, hierarchies and memberships of one company at one reference version: immutable, held in
 * memory, shared by all requests. No posting and no report asks the database for any of it.
 */
public final class DimensionReference {

    private final List<Dimension> dimensions;
    private final Dimension[] dimensionById;
    private final DimensionValue[] valueById;
    private final boolean[] hasChildren;
    private final Map<Integer, Map<String, DimensionValue>> valuesByCode;
    private final Map<String, Dimension> dimensionByCode;
    private final Map<Integer, Integer> sourceByTarget;
    private final Map<Integer, Map<Integer, Timeline>> timelinesByTarget;

    /**
     * Builds the picture.
     *
     * @param memberships target dimension id to (value id of the source dimension to its timeline)
     * @param sourceByTarget target dimension id to the one dimension it is derived from
     */
    public DimensionReference(
            Collection<Dimension> dimensions,
            Collection<DimensionValue> values,
            Map<Integer, Integer> sourceByTarget,
            Map<Integer, Map<Integer, Timeline>> memberships) {
        this.dimensions = dimensions.stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
        this.dimensionById =
                new Dimension[dimensions.stream().mapToInt(Dimension::id).max().orElse(0) + 1];
        this.dimensionByCode = new HashMap<>();
        this.valuesByCode = new HashMap<>();
        for (Dimension dimension : dimensions) {
            dimensionById[dimension.id()] = dimension;
            dimensionByCode.put(dimension.code(), dimension);
            valuesByCode.put(dimension.id(), new HashMap<>());
        }
        int limit = values.stream().mapToInt(DimensionValue::id).max().orElse(0) + 1;
        this.valueById = new DimensionValue[limit];
        this.hasChildren = new boolean[limit];
        for (DimensionValue value : values) {
            valueById[value.id()] = value;
            valuesByCode.get(value.dimensionId()).put(value.code(), value);
            hasChildren[value.parentId()] = true;
        }
        this.sourceByTarget = Map.copyOf(sourceByTarget);
        this.timelinesByTarget = Map.copyOf(memberships);
    }

    /** All dimensions by code in byte order. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The dimension of that code. */
    public Optional<Dimension> dimension(String code) {
        return Optional.ofNullable(dimensionByCode.get(code));
    }

    /** The dimension of that id, which must exist. */
    public Dimension dimension(int id) {
        return dimensionById[id];
    }

    /** Every dimension id is smaller. */
    public int dimensionIdLimit() {
        return dimensionById.length;
    }

    /** The value of that code in a dimension. */
    public Optional<DimensionValue> value(int dimensionId, String code) {
        return Optional.ofNullable(valuesByCode.get(dimensionId).get(code));
    }

    /** The values of a dimension, in no order. */
    public Collection<DimensionValue> values(int dimensionId) {
        return valuesByCode.get(dimensionId).values();
    }

    /** The value of that id, which must exist. */
    public DimensionValue value(int id) {
        return valueById[id];
    }

    /** Every value id is smaller. */
    public int valueIdLimit() {
        return valueById.length;
    }

    /** Whether a value may be posted on: it has no children. */
    public boolean isLeaf(int valueId) {
        return !hasChildren[valueId];
    }

    /** The value's ancestor that counts {@code level} from its root, which is level 1; a shallower value is itself. */
    public int ancestor(int valueId, int level) {
        int depth = 1;
        for (int id = valueById[valueId].parentId(); id != 0; id = valueById[id].parentId()) {
            depth++;
        }
        int ancestor = valueId;
        for (; depth > level; depth--) {
            ancestor = valueById[ancestor].parentId();
        }
        return ancestor;
    }

    /** Whether {@code valueId} is {@code ancestorId} or stands below it. */
    public boolean isAtOrBelow(int valueId, int ancestorId) {
        int id = valueId;
        while (id != 0 && id != ancestorId) {
            id = valueById[id].parentId();
        }
        return id != 0;
    }

    /** The one dimension whose memberships derive {@code dimensionId}, or 0 when it is never derived. */
    public int sourceOf(int dimensionId) {
        return sourceByTarget.getOrDefault(dimensionId, 0);
    }

    /** Which value of {@code targetDimensionId} the value {@code valueId} of its source belongs to, in time. */
    public Timeline membership(int targetDimensionId, int valueId) {
        return timelinesByTarget.getOrDefault(targetDimensionId, Map.of()).getOrDefault(valueId, Timeline.never());
    }
}
