package nl.marge.profitability.bridge;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.grouping.GroupBy.Axis;
import nl.marge.kernel.Texts;
import nl.marge.platform.http.QueryParameters;

/**
 * What the quantities of lines are counted in: an attribute of their value on one axis, the first of the lines' and
 * then of the rows' own whose dimension has a value with it. Without such an axis nothing tells, and all count alike.
 */
final class Units {

    /** The dimension that quantities are of, whether lines tell it apart or not. */
    private static final String PRODUCT = "PRODUCT";

    /** The unit of a value that has none, while others have one. */
    static final String NO_UNIT = "";

    /** So many attributes are named as those there are. */
    private static final int NAMED = 10;

    private final DimensionReference reference;
    private final String attribute;
    private final Optional<Integer> axis;

    Units(BridgeQuery query, DimensionReference reference) {
        this.reference = reference;
        this.attribute = query.unitAttribute();
        List<Axis> axes = query.axes().axes();
        int below = query.by().axes().size();
        axis = Stream.concat(
                        Stream.iterate(below, i -> i < axes.size(), i -> i + 1),
                        Stream.iterate(0, i -> i < below, i -> i + 1))
                .filter(i -> axes.get(i).level() == 0)
                .filter(i -> carries(axes.get(i).dimension(), attribute, reference))
                .findFirst();
    }

    /**
     * Notes it when products are counted in units, and the lines asked for do not tell products apart; and when a unit
     * is asked for by an attribute that none of the values has, for then nothing would keep units apart.
     */
    static void noteIfHidden(BridgeQuery query, DimensionReference reference, QueryParameters parameters) {
        boolean told = new Units(query, reference).axis.isPresent();
        Optional<Dimension> product =
                reference.dimension(PRODUCT).filter(of -> carries(of, query.unitAttribute(), reference));
        if (!told && product.isPresent()) {
            parameters.invalid(
                    BridgeQuery.LINES,
                    "lines leaves out PRODUCT, whose values are counted in units by their attribute \""
                            + query.unitAttribute() + "\", so different units would be added up."
                            + " Name PRODUCT in lines, or another unitAttribute.");
        } else if (!told && parameters.isGiven(BridgeQuery.UNIT_ATTRIBUTE)) {
            parameters.invalid(
                    BridgeQuery.UNIT_ATTRIBUTE,
                    "No value of what lines and by name has an attribute \"" + Texts.excerpt(query.unitAttribute())
                            + "\", so nothing would tell units apart. Give the values one, or correct the name"
                            + known(query, reference) + ".");
        }
    }

    /** The attributes that values on the axes have, in words; nothing when there is none. */
    private static String known(BridgeQuery query, DimensionReference reference) {
        SortedSet<String> names = new TreeSet<>();
        query.axes().axes().stream()
                .flatMap(axis -> reference.values(axis.dimension().id()).stream())
                .forEach(value -> names.addAll(value.attributes().keySet()));
        return names.isEmpty()
                ? ""
                : ": they have "
                        + names.stream().limit(NAMED).map(Texts::excerpt).collect(Collectors.joining(", "))
                        + (names.size() > NAMED ? " and others" : "");
    }

    /** What the quantities of a line with these value ids may count in; empty where nothing tells. */
    Optional<DimensionValue> counted(List<Integer> key) {
        return axis.map(key::get).filter(id -> id != 0).map(reference::value);
    }

    /** Whether lines need a value on the axis of units, or else cannot be counted. */
    boolean areNeeded() {
        return axis.isPresent();
    }

    /** The unit of a value. */
    String of(DimensionValue value) {
        return value.attributes().getOrDefault(attribute, NO_UNIT);
    }

    private static boolean carries(Dimension dimension, String attribute, DimensionReference reference) {
        return reference.values(dimension.id()).stream()
                .anyMatch(value -> value.attributes().containsKey(attribute));
    }
}
