package nl.marge.dimension;

import java.util.Arrays;

/**
 * A combination of values, at most one per dimension, whatever order they were given in: dimension ids ascending, each
 * with its value id. Equal combinations are equal. The empty set is a set too.
 */
public final class DimensionSet {

    /** Dimensions on one line at most: more is a modelling mistake, and keeps the stored content short. */
    public static final int SIZE_LIMIT = 50;

    private final int[] dimensionIds;
    private final int[] valueIds;
    private final int hash;

    private DimensionSet(int[] dimensionIds, int[] valueIds) {
        this.dimensionIds = dimensionIds;
        this.valueIds = valueIds;
        this.hash = 31 * Arrays.hashCode(dimensionIds) + Arrays.hashCode(valueIds);
    }

    /** The set of {@code valueByDimension[dimensionId]}, where 0 means that the dimension is absent. */
    public static DimensionSet of(int[] valueByDimension) {
        int size = 0;
        for (int value : valueByDimension) {
            size += value != 0 ? 1 : 0;
        }
        int[] dimensions = new int[size];
        int[] values = new int[size];
        int next = 0;
        for (int dimension = 0; dimension < valueByDimension.length; dimension++) {
            if (valueByDimension[dimension] != 0) {
                dimensions[next] = dimension;
                values[next++] = valueByDimension[dimension];
            }
        }
        return new DimensionSet(dimensions, values);
    }

    /** Reads {@link #content()}. */
    public static DimensionSet ofContent(String content) {
        if (content.isEmpty()) {
            return new DimensionSet(new int[0], new int[0]);
        }
        String[] pairs = content.split(",");
        int[] dimensions = new int[pairs.length];
        int[] values = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int colon = pairs[i].indexOf(':');
            dimensions[i] = Integer.parseInt(pairs[i].substring(0, colon));
            values[i] = Integer.parseInt(pairs[i].substring(colon + 1));
        }
        return new DimensionSet(dimensions, values);
    }

    /** The canonical text {@code 1:17,3:42}: dimension id and value id, by dimension id. */
    public String content() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < dimensionIds.length; i++) {
            content.append(i == 0 ? "" : ",")
                    .append(dimensionIds[i])
                    .append(':')
                    .append(valueIds[i]);
        }
        return content.toString();
    }

    /** How many dimensions are present. */
    public int size() {
        return dimensionIds.length;
    }

    /** The dimension at {@code index}, ascending. */
    public int dimensionId(int index) {
        return dimensionIds[index];
    }

    /** The value at {@code index}. */
    public int valueId(int index) {
        return valueIds[index];
    }

    /** The value of a dimension, or 0 when it is absent. */
    public int valueOf(int dimensionId) {
        int index = Arrays.binarySearch(dimensionIds, dimensionId);
        return index < 0 ? 0 : valueIds[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DimensionSet set
                && hash == set.hash
                && Arrays.equals(dimensionIds, set.dimensionIds)
                && Arrays.equals(valueIds, set.valueIds);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "{" + content() + "}";
    }
}
