package nl.marge.dimension;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;

/**
 * The dimensions, values, hierarchies and memberships of one company at one reference version: immutable, held in
 * memory, shared by all requests. No posting and no report asks the database for any of it.
 */
public final class DimensionReference {

    private static final DimensionReference EMPTY = new DimensionReference();

    private final List<Dimension> dimensions;
    private final Dimension[] dimensionById;
    private final Map<String, Dimension> dimensionByCode = new HashMap<>();
    private final DimensionValues[] valuesByDimension;
    private final DimensionValue[] valueById;
    private final int[] childCount;
    private final TargetMemberships[] membershipsByTarget;

    /** The place of each value by id; found when first asked for. */
    private volatile int[] places = new int[0];

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
        this(EMPTY, new DimensionDelta(Optional.of(List.copyOf(dimensions)), values, List.of(), List.of()));
        sourceByTarget.forEach((target, source) ->
                membershipsByTarget[target] = TargetMemberships.of(source, memberships.getOrDefault(target, Map.of())));
    }

    private DimensionReference() {
        this.dimensions = List.of();
        this.dimensionById = new Dimension[1];
        this.valuesByDimension = new DimensionValues[1];
        this.valueById = new DimensionValue[1];
        this.childCount = new int[1];
        this.membershipsByTarget = new TargetMemberships[1];
    }

    private DimensionReference(DimensionReference before, DimensionDelta delta) {
        this.dimensions = delta.dimensions().orElse(before.dimensions).stream()
                .sorted(Comparator.comparing(Dimension::code))
                .toList();
        int dimensionLimit =
                1 + dimensions.stream().mapToInt(Dimension::id).max().orElse(0);
        this.dimensionById = new Dimension[dimensionLimit];
        for (Dimension dimension : dimensions) {
            dimensionById[dimension.id()] = dimension;
            dimensionByCode.put(dimension.code(), dimension);
        }
        int highest = delta.values().stream().mapToInt(DimensionValue::id).max().orElse(0);
        int valueLimit = Math.max(before.valueById.length, highest + 1);
        this.valueById = Arrays.copyOf(before.valueById, valueLimit);
        this.childCount = Arrays.copyOf(before.childCount, valueLimit);
        this.valuesByDimension = Arrays.copyOf(before.valuesByDimension, dimensionLimit);
        this.membershipsByTarget = Arrays.copyOf(before.membershipsByTarget, dimensionLimit);
        applyValues(before, delta);
        applyMemberships(delta);
    }

    private void applyValues(DimensionReference before, DimensionDelta delta) {
        List<DimensionValue> removed = delta.removedValueIds().stream()
                .filter(id -> id < before.valueById.length && before.valueById[id] != null)
                .map(id -> before.valueById[id])
                .toList();
        removed.forEach(value -> {
            valueById[value.id()] = null;
            childCount[value.parentId()]--;
        });
        for (DimensionValue value : delta.values()) {
            DimensionValue old = valueById[value.id()];
            childCount[old == null ? 0 : old.parentId()]--;
            childCount[value.parentId()]++;
            valueById[value.id()] = value;
        }
        Map<Integer, List<DimensionValue>> removedByDimension =
                removed.stream().collect(Collectors.groupingBy(DimensionValue::dimensionId));
        Map<Integer, List<DimensionValue>> changedByDimension =
                delta.values().stream().collect(Collectors.groupingBy(DimensionValue::dimensionId));
        for (Dimension dimension : dimensions) {
            int id = dimension.id();
            DimensionValues values = valuesByDimension[id] == null ? DimensionValues.NONE : valuesByDimension[id];
            valuesByDimension[id] = values.after(
                    changedByDimension.getOrDefault(id, List.of()), removedByDimension.getOrDefault(id, List.of()));
        }
    }

    private void applyMemberships(DimensionDelta delta) {
        // The log outlives a dimension that was removed after all its memberships were taken back.
        delta.memberships().stream()
                .filter(change -> isDimension(change.targetDimensionId()))
                .collect(Collectors.groupingBy(MembershipChange::targetDimensionId))
                .forEach((target, changes) ->
                        membershipsByTarget[target] = target(target).after(changes));
    }

    /** The picture of a company without any dimension. */
    static DimensionReference empty() {
        return EMPTY;
    }

    /** This picture with what changed since; parts that did not change are shared. */
    DimensionReference after(DimensionDelta delta) {
        return delta.isEmpty() ? this : new DimensionReference(this, delta);
    }

    /** All dimensions by code in byte order. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** The dimension of that code. */
    public Optional<Dimension> dimension(String code) {
        return Optional.ofNullable(dimensionByCode.get(code));
    }

    /**
     * The dimension of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public Dimension requireDimension(String code) {
        return dimension(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no dimension \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../dimensions/{dimension}, or correct the code."));
    }

    /** The dimension of that id, which must exist. */
    public Dimension dimension(int id) {
        return dimensionById[id];
    }

    /** Every dimension id is smaller. */
    public int dimensionIdLimit() {
        return dimensionById.length;
    }

    /** The value that a caller names by that code in a dimension; a reserved one cannot be named. */
    public Optional<DimensionValue> value(int dimensionId, String code) {
        return Reserved.isReserved(code)
                ? Optional.empty()
                : Optional.ofNullable(valuesByDimension[dimensionId].get(code));
    }

    /** A reserved value of a dimension; empty where none was needed yet. */
    public Optional<DimensionValue> reserved(int dimensionId, Reserved kind) {
        return Optional.ofNullable(valuesByDimension[dimensionId].get(kind.code()));
    }

    /** Which of the reserved values the value of that id is; empty for others, and for id 0, which is none. */
    public Optional<Reserved> reservedKind(int valueId) {
        return valueId == 0 ? Optional.empty() : valueById[valueId].reserved();
    }

    /**
     * The value of that code in a dimension.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public DimensionValue requireValue(Dimension dimension, String code) {
        return value(dimension.id(), code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "Dimension " + dimension.code() + " has no value \"" + Texts.excerpt(code)
                                + "\". Create it with PUT, or correct the code."));
    }

    /** All values of a dimension, reserved ones too. */
    public Collection<DimensionValue> values(int dimensionId) {
        return valuesByDimension[dimensionId].ordered();
    }

    /** The values that somebody named in a dimension, by code in byte order. */
    public List<DimensionValue> valuesInOrder(int dimensionId) {
        List<DimensionValue> ordered = valuesByDimension[dimensionId].ordered();
        int named = ordered.size();
        while (named > 0 && ordered.get(named - 1).reserved().isPresent()) {
            named--;
        }
        return named == ordered.size() ? ordered : ordered.subList(0, named);
    }

    /** The value of that id, which must exist. */
    public DimensionValue value(int id) {
        return valueById[id];
    }

    /** The place of a value among those of its dimension by code in byte order, so that reports compare no texts. */
    public int place(int valueId) {
        int[] found = places;
        if (found.length == 0) {
            found = new int[valueById.length];
            for (Dimension dimension : dimensions) {
                List<DimensionValue> ordered = valuesByDimension[dimension.id()].ordered();
                for (int place = 0; place < ordered.size(); place++) {
                    found[ordered.get(place).id()] = place;
                }
            }
            places = found;
        }
        return found[valueId];
    }

    /** Every value id is smaller. */
    public int valueIdLimit() {
        return valueById.length;
    }

    /** Whether a value may be posted on: it has no children. */
    public boolean isLeaf(int valueId) {
        return childCount[valueId] == 0;
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
        return target(dimensionId).sourceDimensionId();
    }

    /** Which value of {@code targetDimensionId} the value {@code valueId} of its source belongs to, in time. */
    public Timeline membership(int targetDimensionId, int valueId) {
        return target(targetDimensionId).of(valueId).timeline();
    }

    /** What was said of one value's membership in {@code targetDimensionId}, by day. */
    public List<Membership> memberships(int targetDimensionId, int valueId) {
        return target(targetDimensionId).of(valueId).list(valueId);
    }

    /** Every value that a membership in {@code targetDimensionId} names, on either side. */
    public BitSet valuesInMemberships(int targetDimensionId) {
        return target(targetDimensionId).values();
    }

    private boolean isDimension(int id) {
        return id < dimensionById.length && dimensionById[id] != null;
    }

    private TargetMemberships target(int dimensionId) {
        TargetMemberships memberships = membershipsByTarget[dimensionId];
        return memberships == null ? TargetMemberships.NONE : memberships;
    }
}
