package nl.marge.dimension.grouping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** The axes a report is cut by, in the order asked for; none = the company as a whole. */
public record GroupBy(List<Axis> axes) {

    /** The query parameter it is asked by. */
    public static final String PARAMETER = "by";

    /** Axes of one report at most: beyond that a caller wants the lines themselves. */
    public static final int AXES_LIMIT = 20;

    private static final int LEVEL_LIMIT = 99;

    /** So many dimensions are named to whoever named one that does not exist. */
    private static final int NAMED_LIMIT = 30;

    /** The level of an axis on which every value but a reserved one counts as none. */
    private static final int RESERVED_ONLY = -1;

    /** The level of an axis on which every value without a purpose counts as none. */
    private static final int PURPOSE_ONLY = -2;

    public GroupBy {
        axes = List.copyOf(axes);
    }

    /**
     * One dimension at one level of its hierarchy; level 1 is the root, level 0 the value itself, level -1 the value
     * itself where it is a reserved one and otherwise none, level -2 where it has a purpose and otherwise none.
     */
    public record Axis(Dimension dimension, int level) {
        public Axis {
            requireNonNull(dimension, "dimension");
        }

        /** The axis as asked for: {@code SEGMENT} or {@code SEGMENT@1}; the name of its key in answers. */
        public String term() {
            return level == 0 ? dimension.code() : dimension.code() + "@" + level;
        }

        /** The value id of the key of a line that has {@code value} in the dimension; 0 = none. */
        int key(DimensionValue value, DimensionReference reference) {
            if (level == RESERVED_ONLY) {
                return value.reserved().isPresent() ? value.id() : 0;
            }
            if (level == PURPOSE_ONLY) {
                return value.purpose().isPresent() ? value.id() : 0;
            }
            return level == 0 ? value.id() : reference.ancestor(value.id(), level);
        }
    }

    /**
     * An axis for each dimension that has reserved values, on which every other value counts as none: few groups,
     * however many values there are. Without axes when no dimension has any.
     */
    public static GroupBy reservedOnly(DimensionReference reference) {
        return new GroupBy(reference.dimensions().stream()
                .filter(dimension -> Arrays.stream(Reserved.values())
                        .anyMatch(
                                kind -> reference.reserved(dimension.id(), kind).isPresent()))
                .map(dimension -> new Axis(dimension, RESERVED_ONLY))
                .toList());
    }

    /** These axes, and one for each dimension with values of a purpose, on which every other value counts as none. */
    public GroupBy withPurposes(DimensionReference reference) {
        List<Axis> all = new ArrayList<>(axes);
        reference.dimensions().stream()
                .filter(dimension -> reference.values(dimension.id()).stream()
                        .anyMatch(value -> value.purpose().isPresent()))
                .map(dimension -> new Axis(dimension, PURPOSE_ONLY))
                .forEach(all::add);
        return new GroupBy(all);
    }

    /** The axes as asked for. */
    public List<String> terms() {
        return axes.stream().map(Axis::term).toList();
    }

    /**
     * Reads {@code SEGMENT,REGION@1}. An unknown dimension, a level that is none and a term given twice are noted and
     * left out.
     */
    public static GroupBy read(String text, DimensionReference reference, Violations violations) {
        if (text.isEmpty()) {
            return new GroupBy(List.of());
        }
        List<Axis> axes = new ArrayList<>();
        for (String term : text.split(",", -1)) {
            axis(term, reference, violations).ifPresent(axis -> {
                if (axes.contains(axis)) {
                    note(violations, "by names \"" + Texts.excerpt(term) + "\" twice. Name it once.");
                } else {
                    axes.add(axis);
                }
            });
        }
        if (axes.size() > AXES_LIMIT) {
            note(violations, "by has " + axes.size() + " axes. Give at most " + AXES_LIMIT + ".");
        }
        return new GroupBy(axes);
    }

    private static Optional<Axis> axis(String term, DimensionReference reference, Violations violations) {
        int at = term.indexOf('@');
        String code = at < 0 ? term : term.substring(0, at);
        int level = at < 0 ? 0 : level(term.substring(at + 1));
        Optional<Dimension> dimension = reference.dimension(code);
        if (dimension.isEmpty()) {
            note(violations, "Dimension \"" + Texts.excerpt(code) + "\" in by is unknown. " + known(reference));
        }
        if (level < 0) {
            note(
                    violations,
                    "Level of \"" + Texts.excerpt(term) + "\" in by is not 1 to " + LEVEL_LIMIT + ". Write SEGMENT@1.");
        }
        return dimension.filter(known -> level >= 0).map(known -> new Axis(known, level));
    }

    /** Which dimensions can be named, as a sentence. */
    static String known(DimensionReference reference) {
        List<String> codes =
                reference.dimensions().stream().map(Dimension::code).toList();
        int named = Math.min(codes.size(), NAMED_LIMIT);
        return codes.isEmpty()
                ? "The company has no dimensions yet. Create one first."
                : "Name one of " + String.join(", ", codes.subList(0, named))
                        + (named < codes.size() ? " or of the " + (codes.size() - named) + " others." : ".");
    }

    private static int level(String text) {
        boolean written = text.length() <= 2 && !text.isEmpty() && text.charAt(0) != '0';
        for (int i = 0; i < text.length(); i++) {
            written &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return written ? Integer.parseInt(text) : -1;
    }

    private static void note(Violations violations, String message) {
        violations.add(Violation.parameter(PARAMETER, ViolationCode.PARAMETER_INVALID, message));
    }
}
