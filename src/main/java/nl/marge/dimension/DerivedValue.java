package nl.marge.dimension;

/**
 * A value that no line carries but memberships lead to: {@code valueId} of {@code dimensionId}, by the value of
 * {@code byDimensionId}, since {@code sinceDay} (epoch day; {@link Membership#FOR_EVER} = for ever before).
 */
public record DerivedValue(int dimensionId, int valueId, int byDimensionId, int sinceDay) {}
