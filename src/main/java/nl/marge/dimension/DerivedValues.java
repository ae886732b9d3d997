package nl.marge.dimension;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a line's own values lead to through memberships on a day: CUSTOMER C1 to SEGMENT KEY, that one on to its GROUP.
 * A value posted on the line always wins, and what derives from its dimension starts from it. Nothing of this is
 * stored.
 */
public final class DerivedValues {

    private final DimensionReference reference;
    private final List<Dimension> derivable;

    public DerivedValues(DimensionReference reference) {
        this.reference = requireNonNull(reference, "reference");
        this.derivable = reference.dimensions().stream()
                .filter(dimension -> reference.sourceOf(dimension.id()) != 0)
                .toList();
    }

    /** The derived values of a set on an epoch day, by dimension code in byte order. */
    public List<DerivedValue> of(DimensionSet set, int epochDay) {
        List<DerivedValue> derived = new ArrayList<>();
        for (Dimension dimension : derivable) {
            if (set.valueOf(dimension.id()) == Timeline.NONE) {
                derive(set, dimension.id(), epochDay).ifPresent(derived::add);
            }
        }
        return List.copyOf(derived);
    }

    /** The value of a dimension that a set has or leads to on an epoch day, or {@link Timeline#NONE}. */
    public int valueOf(DimensionSet set, int dimensionId, int epochDay) {
        int posted = set.valueOf(dimensionId);
        return posted != Timeline.NONE
                ? posted
                : derive(set, dimensionId, epochDay).map(DerivedValue::valueId).orElse(Timeline.NONE);
    }

    /** The derived values of a set on an epoch day as the contract shows them: dimension code to what it is. */
    public Map<String, Shown> show(DimensionSet set, int epochDay) {
        Map<String, Shown> shown = new LinkedHashMap<>();
        for (DerivedValue derived : of(set, epochDay)) {
            shown.put(
                    reference.dimension(derived.dimensionId()).code(),
                    new Shown(
                            reference.value(derived.valueId()).code(),
                            reference.dimension(derived.byDimensionId()).code(),
                            derived.sinceDay() == Membership.FOR_EVER
                                    ? Optional.empty()
                                    : Optional.of(LocalDate.ofEpochDay(derived.sinceDay()))));
        }
        return shown;
    }

    private Optional<DerivedValue> derive(DimensionSet set, int dimensionId, int epochDay) {
        int source = reference.sourceOf(dimensionId);
        int from = source == 0 ? Timeline.NONE : valueOf(set, source, epochDay);
        if (from == Timeline.NONE) {
            return Optional.empty();
        }
        Timeline timeline = reference.membership(dimensionId, from);
        int value = timeline.at(epochDay);
        return value == Timeline.NONE
                ? Optional.empty()
                : Optional.of(new DerivedValue(dimensionId, value, source, timeline.since(epochDay)));
    }

    /** A derived value in codes: the value, by which dimension, since when ({@code null} = for ever before). */
    public record Shown(String value, String by, Optional<LocalDate> since) {
        public Shown {
            requireNonNull(value, "value");
            requireNonNull(by, "by");
            requireNonNull(since, "since");
        }
    }
}
