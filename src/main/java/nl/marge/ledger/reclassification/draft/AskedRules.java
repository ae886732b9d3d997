package nl.marge.ledger.reclassification.draft;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;

/** Whether what a caller asks can be understood: its texts, its mode, the values that are to be set. Pure. */
final class AskedRules {

    private final Reference reference;
    private final Violations violations;

    private AskedRules(Reference reference, Violations violations) {
        this.reference = reference;
        this.violations = violations;
    }

    /** What {@code command} asks; what is wrong with it is noted. */
    static Asked check(Reference reference, ReclassificationCommand command, Violations violations) {
        AskedRules rules = new AskedRules(reference, violations);
        rules.checkText("/description", command.description());
        rules.checkText("/reason", command.reason());
        rules.checkMode(command.mode());
        return SelectionRules.check(reference, command.selection(), rules.change(command), violations);
    }

    private void checkText(String pointer, Optional<String> text) {
        text.flatMap(given -> Texts.fault(given, ReclassificationCommand.TEXT_LIMIT))
                .ifPresent(fault ->
                        violations.add(pointer, ViolationCode.TEXT_INVALID, pointer.substring(1) + " " + fault + "."));
    }

    private void checkMode(Optional<String> mode) {
        String name = mode.orElse(Mode.REPLACE.name());
        if (Arrays.stream(Mode.values()).noneMatch(known -> known.name().equals(name))) {
            violations.add(
                    "/mode",
                    ViolationCode.VALUE_INVALID,
                    "mode \"" + Texts.excerpt(name) + "\" is not known. Use REPLACE or RE_DERIVE.");
        }
    }

    private Change change(ReclassificationCommand command) {
        boolean derive = command.isReDerive();
        boolean both = !command.set().isEmpty() && !command.dimensions().isEmpty();
        if (both || (derive ? command.dimensions() : command.set().keySet()).isEmpty()) {
            violations.add(
                    derive ? "/dimensions" : "/set",
                    both ? ViolationCode.VALUE_INVALID : ViolationCode.VALUE_MISSING,
                    "REPLACE takes set, the value or null for each dimension; RE_DERIVE takes dimensions, those that"
                            + " the default rules are asked for again. Give the one that belongs to the mode.");
        }
        if (command.dimensions().size() + command.set().size() > DimensionSet.SIZE_LIMIT) {
            violations.add(
                    derive ? "/dimensions" : "/set",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "More than " + DimensionSet.SIZE_LIMIT + " dimensions are named. A line has no more.");
        }
        return derive
                ? new Change.ReDerive(dimensions(command.dimensions()))
                : new Change.Replace(values(command.set()));
    }

    private Set<Integer> dimensions(List<String> codes) {
        Set<Integer> ids = new TreeSet<>();
        for (int i = 0; i < codes.size(); i++) {
            dimension("/dimensions/" + i, codes.get(i)).ifPresent(found -> ids.add(found.id()));
        }
        return ids;
    }

    private Optional<Dimension> dimension(String pointer, String code) {
        Optional<Dimension> dimension = reference.dimensions().dimension(code);
        if (dimension.isEmpty()) {
            violations.add(
                    pointer,
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension \"" + Texts.excerpt(code) + "\" does not exist. Create it first, or correct the code.");
        }
        return dimension;
    }

    private Map<Integer, Integer> values(Map<String, Optional<String>> set) {
        Map<Integer, Integer> values = new HashMap<>();
        set.forEach((code, value) -> {
            String pointer = "/set/" + Place.token(code);
            dimension(pointer, code).ifPresent(found -> values.put(found.id(), valueId(pointer, found, value)));
        });
        return values;
    }

    private int valueId(String pointer, Dimension dimension, Optional<String> code) {
        if (code.isEmpty()) {
            return 0;
        }
        Optional<DimensionValue> value = reference.dimensions().value(dimension.id(), code.get());
        if (value.isEmpty()) {
            violations.add(
                    pointer,
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + dimension.code() + " has no value \"" + Texts.excerpt(code.get())
                            + "\". Create it first, or correct the code.");
        }
        return value.map(DimensionValue::id).orElse(0);
    }
}
