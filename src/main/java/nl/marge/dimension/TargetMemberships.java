package nl.marge.dimension;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All memberships in one target dimension, by value of the one dimension it is derived from. Immutable. */
final class TargetMemberships {

    static final TargetMemberships NONE = new TargetMemberships(0, new ValueMemberships[0], 0);

    private final int sourceDimensionId;
    private final ValueMemberships[] byValueId;
    private final int valueCount;

    private TargetMemberships(int sourceDimensionId, ValueMemberships[] byValueId, int valueCount) {
        this.sourceDimensionId = sourceDimensionId;
        this.byValueId = byValueId;
        this.valueCount = valueCount;
    }

    static TargetMemberships of(int sourceDimensionId, Map<Integer, Timeline> timelineByValue) {
        int limit =
                timelineByValue.keySet().stream().mapToInt(id -> id + 1).max().orElse(0);
        ValueMemberships[] byValueId = new ValueMemberships[limit];
        timelineByValue.forEach((id, timeline) -> byValueId[id] = ValueMemberships.of(timeline));
        return new TargetMemberships(sourceDimensionId, byValueId, timelineByValue.size());
    }

    /** These after {@code changes}, in which a later one of the same value and day counts. */
    TargetMemberships after(List<MembershipChange> changes) {
        int limit = changes.stream()
                .mapToInt(change -> change.membership().valueId() + 1)
                .max()
                .orElse(0);
        ValueMemberships[] changed = Arrays.copyOf(byValueId, Math.max(limit, byValueId.length));
        Map<ValueMemberships, ValueMemberships> shared = new HashMap<>();
        int count = valueCount;
        int source = sourceDimensionId;
        for (MembershipChange change : changes) {
            int valueId = change.membership().valueId();
            ValueMemberships before = changed[valueId] == null ? ValueMemberships.NONE : changed[valueId];
            ValueMemberships after = change.applyTo(before);
            count += Integer.signum(after.size()) - Integer.signum(before.size());
            changed[valueId] = after.size() == 0 ? null : shared.computeIfAbsent(after, same -> same);
            source = change.removed() ? source : change.sourceDimensionId();
        }
        return new TargetMemberships(count == 0 ? 0 : source, changed, count);
    }

    /** The dimension these derive from, or 0 when there are none. */
    int sourceDimensionId() {
        return sourceDimensionId;
    }

    ValueMemberships of(int valueId) {
        return valueId < byValueId.length && byValueId[valueId] != null ? byValueId[valueId] : ValueMemberships.NONE;
    }

    /** Every value named here, on either side. */
    BitSet values() {
        BitSet ids = new BitSet();
        for (int valueId = 0; valueId < byValueId.length; valueId++) {
            if (byValueId[valueId] != null) {
                ids.set(valueId);
                addTargetsTo(ids, byValueId[valueId]);
            }
        }
        ids.clear(Timeline.NONE);
        return ids;
    }

    private static void addTargetsTo(BitSet ids, ValueMemberships memberships) {
        for (int i = 0; i < memberships.size(); i++) {
            ids.set(memberships.memberOfId(i));
        }
    }
}
