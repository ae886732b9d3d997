package nl.marge.ledger.setting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;

/** Some values of one dimension, in the form filters have: {@code KEY} is that value, {@code EU*} it and all below. */
public final class ValueSelection {

    /** Items in a selection at most: beyond that the hierarchy should say what belongs together. */
    public static final int ITEMS_LIMIT = 1_000;

    /** No value. */
    public static final ValueSelection NONE = new ValueSelection(List.of());

    private static final String ALL_BELOW = "*";

    private final List<String> items;
    private final Set<String> exact = new HashSet<>();
    private final Set<String> withAllBelow = new HashSet<>();

    private ValueSelection(List<String> items) {
        this.items = List.copyOf(items);
        for (String item : items) {
            (isWithAllBelow(item) ? withAllBelow : exact).add(code(item));
        }
    }

    public static ValueSelection of(List<String> items) {
        return items.isEmpty() ? NONE : new ValueSelection(items);
    }

    /** The items as written, in that order. */
    public List<String> items() {
        return items;
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Whether the value of that id is one of them. */
    public boolean contains(DimensionReference reference, int valueId) {
        DimensionValue value = reference.value(valueId);
        if (exact.contains(value.code())) {
            return true;
        }
        while (!withAllBelow.isEmpty() && !withAllBelow.contains(value.code())) {
            if (value.parentId() == 0) {
                return false;
            }
            value = reference.value(value.parentId());
        }
        return !withAllBelow.isEmpty();
    }

    /** Whether an item names the value of that code, be it with all below. */
    public boolean names(String code) {
        return exact.contains(code) || withAllBelow.contains(code);
    }

    /** Whether an item means a value with all below it. */
    public static boolean isWithAllBelow(String item) {
        return item.endsWith(ALL_BELOW);
    }

    /** The code of the value that an item names. */
    public static String code(String item) {
        return isWithAllBelow(item) ? item.substring(0, item.length() - 1) : item;
    }

    /** Why an item cannot stand in a selection of that dimension, as a sentence; empty when it can. */
    public static Optional<String> fault(DimensionReference reference, int dimensionId, String item) {
        Optional<DimensionValue> value = reference.value(dimensionId, code(item));
        if (value.isEmpty()) {
            return Optional.of("does not exist. Create it first, or correct the code");
        }
        return isWithAllBelow(item) || reference.isLeaf(value.get().id())
                ? Optional.empty()
                : Optional.of("has values below it and takes no postings. Write " + item + ALL_BELOW
                        + " for it and all below");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueSelection selection && items.equals(selection.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return String.join(", ", items);
    }
}
