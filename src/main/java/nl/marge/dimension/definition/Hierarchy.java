package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** The hierarchy of a dimension as an upsert would make it: no value above itself, and not too deep. */
final class Hierarchy {

    /** Levels at most: deeper trees are a modelling mistake, and each line of a report walks up its values. */
    static final int DEPTH_LIMIT = 50;

    private final DimensionReference picture;
    private final Dimension dimension;
    private final Violations violations;
    private final Map<Integer, Placed> placedById = new LinkedHashMap<>();
    private boolean movesSubtree;

    Hierarchy(DimensionReference picture, Dimension dimension, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.dimension = requireNonNull(dimension, "dimension");
        this.violations = requireNonNull(violations, "violations");
    }

    /** Puts a value below {@code parentId}, 0 for a root. */
    void place(ValueCommand command, int id, int parentId) {
        if (id != 0 && placedById.putIfAbsent(id, new Placed(command, parentId)) == null) {
            boolean known = id < picture.valueIdLimit();
            movesSubtree |= known && !picture.isLeaf(id) && picture.value(id).parentId() != parentId;
        }
    }

    /** Notes each cycle once, at the first of its values in the request; without any, the values that are too deep. */
    void check() {
        Map<Integer, Integer> startById = new HashMap<>();
        boolean cycles = false;
        for (int id : placedById.keySet()) {
            cycles |= hasCycleFrom(id, startById);
        }
        if (!cycles) {
            checkDepth();
        }
    }

    /** Walks up until the root, or a value that was walked before: on this walk it closes a cycle. */
    private boolean hasCycleFrom(int start, Map<Integer, Integer> startById) {
        List<Integer> path = new ArrayList<>();
        int id = start;
        while (id != 0 && startById.putIfAbsent(id, start) == null) {
            path.add(id);
            id = parentOf(id);
        }
        if (id == 0 || startById.get(id) != start) {
            return false;
        }
        noteCycle(new ArrayList<>(path.subList(path.indexOf(id), path.size())));
        return true;
    }

    private void noteCycle(List<Integer> cycle) {
        List<Integer> inOrder = List.copyOf(placedById.keySet());
        int first = inOrder.stream().filter(cycle::contains).findFirst().orElseThrow();
        Collections.rotate(cycle, -cycle.indexOf(first));
        cycle.add(first);
        violations.add(
                placedById.get(first).command().place().member("parent"),
                ViolationCode.HIERARCHY_CYCLE,
                "Dimension " + dimension.code() + " would have a value above itself: "
                        + cycle.stream().map(this::codeOf).collect(Collectors.joining(" below "))
                        + ". Give one of them another parent.");
    }

    private void checkDepth() {
        Map<Integer, Integer> depthById = new HashMap<>();
        for (Map.Entry<Integer, Placed> placed : placedById.entrySet()) {
            if (depth(placed.getKey(), depthById) > DEPTH_LIMIT) {
                noteTooDeep(placed.getValue());
                return;
            }
        }
        if (movesSubtree) {
            picture.values(dimension.id()).stream()
                    .filter(value -> depth(value.id(), depthById) > DEPTH_LIMIT)
                    .findFirst()
                    .ifPresent(value -> noteTooDeep(placedAbove(value)));
        }
    }

    private int depth(int id, Map<Integer, Integer> depthById) {
        List<Integer> path = new ArrayList<>();
        int above = id;
        while (above != 0 && !depthById.containsKey(above)) {
            path.add(above);
            above = parentOf(above);
        }
        int depth = above == 0 ? 0 : depthById.get(above);
        for (int i = path.size() - 1; i >= 0; i--) {
            depthById.put(path.get(i), ++depth);
        }
        return depthById.get(id);
    }

    private Placed placedAbove(DimensionValue value) {
        int id = value.id();
        while (!placedById.containsKey(id)) {
            id = parentOf(id);
        }
        return placedById.get(id);
    }

    private void noteTooDeep(Placed placed) {
        violations.add(
                placed.command().place().member("parent"),
                ViolationCode.HIERARCHY_TOO_DEEP,
                "Value " + ValueForm.named(placed.command()) + " would bring the hierarchy of dimension "
                        + dimension.code() + " to more than " + DEPTH_LIMIT + " levels. Place it higher.");
    }

    private int parentOf(int id) {
        Placed placed = placedById.get(id);
        return placed != null ? placed.parentId() : picture.value(id).parentId();
    }

    private String codeOf(int id) {
        Placed placed = placedById.get(id);
        return placed != null ? placed.command().code() : picture.value(id).code();
    }

    private record Placed(ValueCommand command, int parentId) {}
}
