package nl.marge.ledger.reclassification.draft;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        Map<Integer, Integer> values = rules.values(command.set());
        return SelectionRules.check(reference, command.selection(), values, violations);
    }

    private void checkText(String pointer, Optional<String> text) {
        text.flatMap(given -> Texts.fault(given, ReclassificationCommand.TEXT_LIMIT))
                .ifPresent(fault ->
                        violations.add(pointer, ViolationCode.TEXT_INVALID, pointer.substring(1) + " " + fault + "."));
    }

    private void checkMode(Optional<String> mode) {
        if (!mode.orElse(Mode.REPLACE.name()).equals(Mode.REPLACE.name())) {
            violations.add(
                    "/mode",
                    ViolationCode.VALUE_INVALID,
                    "mode \"" + Texts.excerpt(mode.get()) + "\" is not known. Use REPLACE, or leave it out.");
        }
    }

    private Map<Integer, Integer> values(Map<String, Optional<String>> set) {
        Map<Integer, Integer> values = new HashMap<>();
        if (set.isEmpty()) {
            violations.add(
                    "/set",
                    ViolationCode.VALUE_MISSING,
                    "set names no dimension. Give the value that lines are to have, or null for none.");
        }
        if (set.size() > DimensionSet.SIZE_LIMIT) {
            violations.add(
                    "/set",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "set names more than " + DimensionSet.SIZE_LIMIT + " dimensions. A line has no more.");
        }
        set.forEach((code, value) -> {
            String pointer = "/set/" + Place.token(code);
            Optional<Dimension> dimension = reference.dimensions().dimension(code);
            if (dimension.isEmpty()) {
                violations.add(
                        pointer,
                        ViolationCode.DIMENSION_UNKNOWN,
                        "Dimension \"" + Texts.excerpt(code)
                                + "\" does not exist. Create it first, or correct the code.");
            }
            dimension.ifPresent(found -> values.put(found.id(), valueId(pointer, found, value)));
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
