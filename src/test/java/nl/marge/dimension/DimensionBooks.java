package nl.marge.dimension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionValue.Reserved;

/** Builds small pictures for tests, in the words of the domain. */
public final class DimensionBooks {

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<DimensionValue> values = new ArrayList<>();
    private final List<MembershipChange> memberships = new ArrayList<>();

    /** A dimension with these values: a root {@code KEY}, or {@code KEY<ALL} below an earlier root. */
    public DimensionBooks dimension(String code, String... values) {
        Dimension dimension = new Dimension(dimensions.size() + 1, code, code, false, 1);
        dimensions.add(dimension);
        for (String value : values) {
            String[] path = value.split("<");
            int parent = path.length == 1 ? 0 : valueId(code, path[1]);
            this.values.add(value(this.values.size() + 1, dimension.id(), path[0], parent));
        }
        return this;
    }

    /** {@code CUSTOMER C1} belongs to {@code SEGMENT KEY} from a day (null = for ever before). */
    public DimensionBooks member(String source, String value, String target, String memberOf, String from) {
        memberships.add(change(source, value, target, memberOf, from, false));
        return this;
    }

    /** Takes a membership back. */
    public DimensionBooks takenBack(String source, String value, String target, String from) {
        memberships.add(change(source, value, target, null, from, true));
        return this;
    }

    public DimensionReference reference() {
        return DimensionReference.empty()
                .after(new DimensionDelta(Optional.of(dimensions), values, List.of(), memberships));
    }

    public int dimensionId(String code) {
        return dimensions.stream()
                .filter(dimension -> dimension.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    public int valueId(String dimension, String code) {
        return values.stream()
                .filter(value -> value.dimensionId() == dimensionId(dimension)
                        && value.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The set {@code CUSTOMER:C1}, {@code SEGMENT:KEY}. */
    public DimensionSet set(String... pairs) {
        int[] valueByDimension = new int[dimensions.size() + 1];
        for (String pair : pairs) {
            String[] parts = pair.split(":");
            valueByDimension[dimensionId(parts[0])] = valueId(parts[0], parts[1]);
        }
        return DimensionSet.of(valueByDimension);
    }

    static DimensionValue value(int id, int dimensionId, String code, int parentId) {
        return new DimensionValue(
                id,
                dimensionId,
                code,
                Reserved.of(code).map(Reserved::title).orElse("Name of " + code),
                parentId,
                LocalDate.MIN,
                LocalDate.MAX,
                false,
                Optional.empty(),
                Map.of(),
                1);
    }

    private MembershipChange change(
            String source, String value, String target, String memberOf, String from, boolean removed) {
        int fromDay = from == null
                ? Membership.FOR_EVER
                : Math.toIntExact(LocalDate.parse(from).toEpochDay());
        return new MembershipChange(
                dimensionId(target),
                dimensionId(source),
                new Membership(valueId(source, value), fromDay, memberOf == null ? 0 : valueId(target, memberOf)),
                removed);
    }
}
