package nl.marge.dimension.grouping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.DimensionValue.Reserved;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * Which lines count, by the values of their dimensions: every term must hold, a term holds when one of its items does.
 * Filters see derived values in the mode of {@code membership}. Kept in normal form: terms by dimension code, items by
 * text, each once.
 */
public record DimensionFilter(List<Term> terms) {

    /** The query parameter it is asked by. */
    public static final String PARAMETER = "filter";

    private static final String FORM = "Write filter=REGION:EU,NL;CHANNEL:WEB; \"REGION:\" asks for the unassigned.";

    public DimensionFilter {
        terms = terms.stream()
                .sorted(Comparator.comparing(term -> term.dimension().code()))
                .toList();
    }

    /** The values of one dimension that are let through. */
    public record Term(Dimension dimension, List<Item> items) {
        public Term {
            requireNonNull(dimension, "dimension");
            items = items.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Item::text))
                    .toList();
        }

        private String text() {
            return dimension.code() + ":" + items.stream().map(Item::text).collect(Collectors.joining(","));
        }
    }

    /** One value, the value with all below it, or (value id 0) the unassigned. */
    public record Item(int valueId, String code, boolean withAllBelow) {

        /** Lines without a value. */
        public static final Item UNASSIGNED = new Item(0, "", false);

        public Item {
            requireNonNull(code, "code");
        }

        String text() {
            return withAllBelow ? code + "*" : code;
        }
    }

    /** The filter that lets everything through. */
    public static DimensionFilter none() {
        return new DimensionFilter(List.of());
    }

    /** The filter in normal form, as a caller may write it; empty when everything is let through. */
    public String text() {
        return terms.stream().map(Term::text).collect(Collectors.joining(";"));
    }

    /** Reads {@code REGION:EU*,NL;CHANNEL:}. What cannot be read is noted, each by its name, and left out. */
    public static DimensionFilter read(String text, DimensionReference reference, Violations violations) {
        List<Term> terms = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String term : text.split(";", -1)) {
                term(term, reference, violations).ifPresent(read -> {
                    if (terms.stream().anyMatch(other -> other.dimension().equals(read.dimension()))) {
                        note(
                                violations,
                                "filter names dimension " + read.dimension().code() + " twice. Join its items.");
                    } else {
                        terms.add(read);
                    }
                });
            }
        }
        return new DimensionFilter(terms);
    }

    private static Optional<Term> term(String term, DimensionReference reference, Violations violations) {
        int colon = term.indexOf(':');
        if (colon < 0) {
            note(violations, "Term \"" + Texts.excerpt(term) + "\" of filter has no colon. " + FORM);
            return Optional.empty();
        }
        String code = term.substring(0, colon);
        Optional<Dimension> dimension = reference.dimension(code);
        if (dimension.isEmpty()) {
            note(
                    violations,
                    "Dimension \"" + Texts.excerpt(code) + "\" in filter is unknown. " + GroupBy.known(reference));
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (String item : term.substring(colon + 1).split(",", -1)) {
            item(item, dimension.get(), reference, violations).ifPresent(items::add);
        }
        return Optional.of(new Term(dimension.get(), items));
    }

    private static Optional<Item> item(
            String item, Dimension dimension, DimensionReference reference, Violations violations) {
        if (item.isEmpty()) {
            return Optional.of(Item.UNASSIGNED);
        }
        boolean withAllBelow = item.endsWith("*");
        String code = withAllBelow ? item.substring(0, item.length() - 1) : item;
        Optional<Item> found = value(code, dimension, reference).map(value -> new Item(value.id(), code, withAllBelow));
        if (found.isEmpty()) {
            note(
                    violations,
                    "Value \"" + Texts.excerpt(code) + "\" of dimension " + dimension.code()
                            + " in filter is unknown. Correct the code; GET .../dimensions/" + dimension.code()
                            + "/values lists those there are.");
        }
        return found;
    }

    /** Unlike whoever posts, whoever reads may name a reserved value too. */
    private static Optional<DimensionValue> value(String code, Dimension dimension, DimensionReference reference) {
        return Reserved.of(code)
                .map(kind -> reference.reserved(dimension.id(), kind))
                .orElseGet(() -> reference.value(dimension.id(), code));
    }

    private static void note(Violations violations, String message) {
        violations.add(Violation.parameter(PARAMETER, ViolationCode.PARAMETER_INVALID, message));
    }

    /**
     * This filter cut down to one key of an axis, as a drill link needs it: a value stands for itself and all below it,
     * value id 0 for the unassigned. Empty when no line that passes this filter can have the key.
     */
    public Optional<DimensionFilter> narrowedTo(Dimension dimension, int valueId, DimensionReference reference) {
        List<Term> narrowed = new ArrayList<>(terms);
        Optional<Term> own = terms.stream()
                .filter(term -> term.dimension().equals(dimension))
                .findFirst();
        own.ifPresent(narrowed::remove);
        List<Item> asked = own.map(Term::items).orElse(List.of());
        List<Item> left = valueId == 0 ? unassigned(asked) : under(valueId, asked, reference);
        narrowed.add(new Term(dimension, left));
        return left.isEmpty() ? Optional.empty() : Optional.of(new DimensionFilter(narrowed));
    }

    private static List<Item> unassigned(List<Item> asked) {
        return asked.isEmpty() || asked.contains(Item.UNASSIGNED) ? List.of(Item.UNASSIGNED) : List.of();
    }

    private static List<Item> under(int valueId, List<Item> asked, DimensionReference reference) {
        Item whole = new Item(valueId, reference.value(valueId).code(), !reference.isLeaf(valueId));
        boolean all = asked.isEmpty()
                || asked.stream()
                        .anyMatch(item -> item.withAllBelow() && reference.isAtOrBelow(valueId, item.valueId()));
        return all
                ? List.of(whole)
                : asked.stream()
                        .filter(item -> reference.isAtOrBelow(item.valueId(), valueId))
                        .toList();
    }

    /** The value ids a term lets through; bit 0 stands for the unassigned. */
    public static BitSet admitted(Term term, DimensionReference reference) {
        BitSet exact = new BitSet();
        BitSet roots = new BitSet();
        for (Item item : term.items()) {
            (item.withAllBelow() ? roots : exact).set(item.valueId());
        }
        if (!roots.isEmpty()) {
            reference.values(term.dimension().id()).stream()
                    .filter(value -> isUnderOneOf(roots, value.id(), reference))
                    .forEach(value -> exact.set(value.id()));
        }
        return exact;
    }

    private static boolean isUnderOneOf(BitSet roots, int valueId, DimensionReference reference) {
        int id = valueId;
        while (id != 0 && !roots.get(id)) {
            id = reference.value(id).parentId();
        }
        return id != 0;
    }
}
