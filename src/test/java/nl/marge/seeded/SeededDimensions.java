package nl.marge.seeded;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.dimension.Timeline;

/**
 * Dimensions, hierarchies, dated memberships along chains and sets of values, drawn from a seed; and the plain way to
 * ask them, row by row, that tests hold against the fast one.
 */
public final class SeededDimensions {

    /** One dated membership as a caller would put it; {@code memberOf} 0 ends it, {@code from} MIN_VALUE = for ever. */
    public record Membership(int target, int source, int value, int from, int memberOf) {}

    private final Random random;
    private final int firstDay;
    private final int lastDay;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<DimensionValue> values = new ArrayList<>();
    private final Map<Integer, List<DimensionValue>> leaves = new HashMap<>();
    private final Map<Integer, Integer> sourceByTarget = new LinkedHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<DimensionSet> sets = new ArrayList<>();

    /** Draws at most {@code setCount} different sets over some dimensions, with changes of membership between the two dates. */
    public SeededDimensions(Random random, LocalDate first, LocalDate last, int setCount) {
        this.random = random;
        this.firstDay = (int) first.toEpochDay();
        this.lastDay = (int) last.toEpochDay();
        int count = 2 + random.nextInt(4);
        for (int id = 1; id <= count; id++) {
            drawDimension(id);
        }
        for (int target = 2; target <= count; target++) {
            if (random.nextInt(10) < 7) {
                drawMemberships(target, 1 + random.nextInt(target - 1));
            }
        }
        Set<DimensionSet> distinct = new LinkedHashSet<>();
        for (int draw = 0; draw < 20 * setCount && distinct.size() < setCount; draw++) {
            distinct.add(drawSet());
        }
        sets.addAll(distinct);
    }

    private void drawDimension(int id) {
        dimensions.add(new Dimension(id, "DIM" + id, "Dimension " + id, false, 1));
        List<DimensionValue> own = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            int parent = own.isEmpty() || random.nextInt(3) > 0
                    ? 0
                    : own.get(random.nextInt(own.size())).id();
            own.add(value(values.size() + 1, id, parent));
            values.add(own.get(i));
        }
        leaves.put(
                id,
                own.stream()
                        .filter(value -> own.stream().noneMatch(child -> child.parentId() == value.id()))
                        .toList());
    }

    /** Gives some dimensions their reserved values, and some sets more one such value in place of their own. */
    void addCapacity() {
        Set<DimensionSet> distinct = new LinkedHashSet<>(sets);
        for (Dimension dimension : List.copyOf(dimensions)) {
            for (Reserved kind : random.nextInt(3) > 0 ? Reserved.values() : new Reserved[0]) {
                values.add(value(values.size() + 1, dimension.id(), 0, kind.code()));
                int[] valueByDimension = new int[dimensions.size() + 1];
                valueByDimension[dimension.id()] = values.size();
                distinct.add(DimensionSet.of(valueByDimension));
                for (DimensionSet set : sets.subList(0, Math.min(4, sets.size()))) {
                    distinct.add(with(set, dimension.id(), values.size()));
                }
            }
        }
        sets.clear();
        sets.addAll(distinct);
    }

    private DimensionSet with(DimensionSet set, int dimension, int value) {
        int[] valueByDimension = new int[dimensions.size() + 1];
        for (int i = 0; i < set.size(); i++) {
            valueByDimension[set.dimensionId(i)] = set.valueId(i);
        }
        valueByDimension[dimension] = value;
        return DimensionSet.of(valueByDimension);
    }

    private static DimensionValue value(int id, int dimension, int parent) {
        return value(id, dimension, parent, (id % 3 == 0 ? "v" : "V") + id);
    }

    private static DimensionValue value(int id, int dimension, int parent, String code) {
        return new DimensionValue(
                id,
                dimension,
                code,
                "Value " + id,
                parent,
                LocalDate.MIN,
                LocalDate.MAX,
                false,
                Optional.empty(),
                Map.of(),
                1);
    }

    private void drawMemberships(int target, int source) {
        sourceByTarget.put(target, source);
        for (DimensionValue value : leaves.get(source)) {
            int stretches = random.nextInt(4);
            for (int i = 0; i < stretches; i++) {
                int from = i == 0 && random.nextBoolean() ? Integer.MIN_VALUE : day();
                int memberOf = random.nextInt(6) == 0 ? 0 : leaf(target);
                memberships.removeIf(row -> row.target == target && row.value == value.id() && row.from == from);
                memberships.add(new Membership(target, source, value.id(), from, memberOf));
            }
        }
    }

    private DimensionSet drawSet() {
        int[] valueByDimension = new int[dimensions.size() + 1];
        for (Dimension dimension : dimensions) {
            valueByDimension[dimension.id()] = random.nextInt(5) < 2 ? leaf(dimension.id()) : 0;
        }
        return DimensionSet.of(valueByDimension);
    }

    private int leaf(int dimension) {
        List<DimensionValue> of = leaves.get(dimension);
        return of.get(random.nextInt(of.size())).id();
    }

    /** A day between the two dates. */
    public int day() {
        return firstDay + random.nextInt(lastDay - firstDay + 1);
    }

    /** The immutable picture of what was drawn. */
    public DimensionReference reference() {
        Map<Integer, Map<Integer, TreeMap<Integer, Integer>>> changes = new HashMap<>();
        for (Membership row : memberships) {
            changes.computeIfAbsent(row.target, target -> new HashMap<>())
                    .computeIfAbsent(row.value, value -> new TreeMap<>(Map.of(Integer.MIN_VALUE, Timeline.NONE)))
                    .put(row.from, row.memberOf);
        }
        Map<Integer, Map<Integer, Timeline>> timelines = new HashMap<>();
        changes.forEach((target, byValue) -> {
            Map<Integer, Timeline> ofTarget = new HashMap<>();
            byValue.forEach((value, rows) -> ofTarget.put(
                    value,
                    Timeline.of(
                            rows.keySet().stream().mapToInt(day -> day).toArray(),
                            rows.values().stream().mapToInt(member -> member).toArray())));
            timelines.put(target, ofTarget);
        });
        return new DimensionReference(dimensions, values, sourceByTarget, timelines);
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    public List<DimensionValue> values() {
        return values;
    }

    public List<Membership> memberships() {
        return memberships;
    }

    /** The sets; ids count from 1 in this order. */
    public List<DimensionSet> sets() {
        return sets;
    }

    /** The value of a dimension that a set has on a day, told by going through the rows; 0 = none. */
    public int valueOn(DimensionSet set, int dimension, int day) {
        int own = set.valueOf(dimension);
        if (own != 0 || !sourceByTarget.containsKey(dimension)) {
            return own;
        }
        int source = valueOn(set, sourceByTarget.get(dimension), day);
        Membership last = null;
        for (Membership row : memberships) {
            boolean holds = row.target == dimension && row.value == source && row.from <= day;
            last = holds && (last == null || row.from > last.from) ? row : last;
        }
        return last == null ? 0 : last.memberOf;
    }

    /** The codes from the root down to a value. */
    public List<String> path(int valueId) {
        List<String> path = new ArrayList<>();
        for (int id = valueId; id != 0; id = values.get(id - 1).parentId()) {
            path.add(0, values.get(id - 1).code());
        }
        return path;
    }

    /** A {@code by} of some dimensions, some with a level. */
    public String drawBy() {
        List<String> terms = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            int choice = random.nextInt(4);
            if (choice == 1) {
                terms.add(dimension.code());
            } else if (choice == 2) {
                terms.add(dimension.code() + "@" + (1 + random.nextInt(3)));
            }
        }
        java.util.Collections.shuffle(terms, random);
        return String.join(",", terms);
    }

    /** A {@code filter} on some dimensions, in no normal form. */
    public String drawFilter() {
        List<String> terms = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            if (random.nextInt(3) == 0) {
                terms.add(dimension.code() + ":" + drawItems(dimension.id()));
            }
        }
        java.util.Collections.shuffle(terms, random);
        return String.join(";", terms);
    }

    private String drawItems(int dimension) {
        List<DimensionValue> of = values.stream()
                .filter(value -> value.dimensionId() == dimension)
                .toList();
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String code = of.get(random.nextInt(of.size())).code();
            items.add(random.nextInt(4) == 0 ? "" : code + (random.nextBoolean() ? "*" : ""));
        }
        return String.join(",", items);
    }

    /** Whether a set passes a filter on a day, told from the filter's text. */
    public boolean passes(DimensionSet set, String filter, int day) {
        boolean passes = true;
        for (String term : filter.isEmpty() ? new String[0] : filter.split(";")) {
            int dimension = Integer.parseInt(term.substring(3, term.indexOf(':')));
            List<String> path = path(valueOn(set, dimension, day));
            boolean any = false;
            for (String item : term.substring(term.indexOf(':') + 1).split(",", -1)) {
                any |= item.endsWith("*")
                        ? path.contains(item.substring(0, item.length() - 1))
                        : (path.isEmpty() ? "" : path.get(path.size() - 1)).equals(item);
            }
            passes &= any;
        }
        return passes;
    }

    /** The key of a set on a day as codes, told from the text of {@code by}; empty = unassigned. */
    public List<String> key(DimensionSet set, String by, int day) {
        List<String> key = new ArrayList<>();
        for (String term : by.isEmpty() ? new String[0] : by.split(",")) {
            String[] parts = term.split("@");
            List<String> path = path(valueOn(set, Integer.parseInt(parts[0].substring(3)), day));
            int level = parts.length == 1 ? path.size() : Math.min(path.size(), Integer.parseInt(parts[1]));
            key.add(level == 0 ? "" : path.get(level - 1));
        }
        return key;
    }
}
