package nl.marge.dimension;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The memberships of one value in one other dimension: days ascending, each with what it belongs to from then on.
 * Immutable; equal ones are shared, since thousands of customers often change segment on the same day.
 */
final class ValueMemberships {

    static final ValueMemberships NONE = new ValueMemberships(new int[0], new int[0]);

    private final int[] fromDays;
    private final int[] memberOfIds;
    private final Timeline timeline;

    private ValueMemberships(int[] fromDays, int[] memberOfIds) {
        this.fromDays = fromDays;
        this.memberOfIds = memberOfIds;
        this.timeline = timeline(fromDays, memberOfIds);
    }

    /** The memberships that a timeline without any history of its making amounts to. */
    static ValueMemberships of(Timeline timeline) {
        int skipped = timeline.value(0) == Timeline.NONE ? 1 : 0;
        int[] days = new int[timeline.size() - skipped];
        int[] values = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = timeline.day(i + skipped);
            values[i] = timeline.value(i + skipped);
        }
        return new ValueMemberships(days, values);
    }

    /** These with another one from {@code fromDay}, in place of the one from that day if there is one. */
    ValueMemberships with(int fromDay, int memberOfId) {
        int found = Arrays.binarySearch(fromDays, fromDay);
        if (found >= 0) {
            int[] replaced = memberOfIds.clone();
            replaced[found] = memberOfId;
            return new ValueMemberships(fromDays, replaced);
        }
        int at = -found - 1;
        return new ValueMemberships(inserted(fromDays, at, fromDay), inserted(memberOfIds, at, memberOfId));
    }

    /** These without the one from {@code fromDay}. */
    ValueMemberships without(int fromDay) {
        int found = Arrays.binarySearch(fromDays, fromDay);
        return found < 0 ? this : new ValueMemberships(removed(fromDays, found), removed(memberOfIds, found));
    }

    /** How many there are. */
    int size() {
        return fromDays.length;
    }

    int memberOfId(int index) {
        return memberOfIds[index];
    }

    List<Membership> list(int valueId) {
        return IntStream.range(0, fromDays.length)
                .mapToObj(i -> new Membership(valueId, fromDays[i], memberOfIds[i]))
                .toList();
    }

    Timeline timeline() {
        return timeline;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueMemberships that
                && Arrays.equals(fromDays, that.fromDays)
                && Arrays.equals(memberOfIds, that.memberOfIds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fromDays) + Arrays.hashCode(memberOfIds);
    }

    private static Timeline timeline(int[] days, int[] values) {
        if (days.length == 0) {
            return Timeline.never();
        }
        return days[0] == Membership.FOR_EVER
                ? Timeline.of(days, values)
                : Timeline.of(inserted(days, 0, Membership.FOR_EVER), inserted(values, 0, Timeline.NONE));
    }

    private static int[] inserted(int[] array, int at, int element) {
        int[] grown = new int[array.length + 1];
        System.arraycopy(array, 0, grown, 0, at);
        grown[at] = element;
        System.arraycopy(array, at, grown, at + 1, array.length - at);
        return grown;
    }

    private static int[] removed(int[] array, int at) {
        int[] shrunk = new int[array.length - 1];
        System.arraycopy(array, 0, shrunk, 0, at);
        System.arraycopy(array, at + 1, shrunk, at, shrunk.length - at);
        return shrunk;
    }
}
