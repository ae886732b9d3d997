package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * Decides what an upsert of values of one dimension comes to: a pure function of the picture, the commands and which
 * values are used. The order of the commands is irrelevant: a parent may come after its child.
 */
final class ValuePlan {

    private final DimensionReference picture;
    private final Dimension dimension;
    private final Supplier<BitSet> usedValues;
    private final Violations violations;
    private final Map<String, Integer> newIdByCode = new HashMap<>();

    /**
     * A plan.
     *
     * @param usedValues asked only when needed: the values that have lines or memberships
     * @param violations where everything is noted that is wrong
     */
    ValuePlan(DimensionReference picture, Dimension dimension, Supplier<BitSet> usedValues, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.dimension = requireNonNull(dimension, "dimension");
        this.usedValues = requireNonNull(usedValues, "usedValues");
        this.violations = requireNonNull(violations, "violations");
    }

    Dimension dimension() {
        return dimension;
    }

    /**
     * The changes, which count only when nothing is wrong.
     *
     * @param lastId the last id given to a value; new values get the ones after it
     * @param version the version of all that changes
     */
    Changes<DimensionValue> changes(List<ValueCommand> commands, int lastId, long version) {
        identify(commands, lastId);
        ValueForm form = new ValueForm(violations);
        commands.forEach(form::check);
        Hierarchy hierarchy = new Hierarchy(picture, dimension, violations);
        BitSet used = commands.stream().anyMatch(this::getsNewParent) ? usedValues.get() : new BitSet();
        for (ValueCommand command : commands) {
            hierarchy.place(command, idOf(command.code()), parentOf(command, used));
        }
        hierarchy.check();

        List<DimensionValue> created = new ArrayList<>();
        List<DimensionValue> updated = new ArrayList<>();
        if (violations.isEmpty()) {
            for (ValueCommand command : commands) {
                Optional<DimensionValue> before = before(command);
                DimensionValue after =
                        value(command, before.map(DimensionValue::version).orElse(version));
                if (before.isEmpty()) {
                    created.add(after);
                } else if (!after.equals(before.get())) {
                    updated.add(value(command, version));
                }
            }
        }
        return new Changes<>(created, updated, commands.size() - created.size() - updated.size());
    }

    private void identify(List<ValueCommand> commands, int lastId) {
        Map<String, ValueCommand> commandByCode = new HashMap<>();
        int nextId = lastId + 1;
        for (ValueCommand command : commands) {
            String code = command.code();
            if (!Codes.isCode(code)) {
                violations.add(
                        command.place().member("code"),
                        ViolationCode.CODE_INVALID,
                        "\"" + Texts.excerpt(code) + "\" is no code for a value. Give " + Codes.FORM + ".");
            } else if (commandByCode.putIfAbsent(code, command) != null) {
                violations.add(
                        command.place().member("code"),
                        ViolationCode.CODE_REPEATED,
                        "Value " + code + " is given twice. Give each value once.");
            } else if (before(command).isEmpty()) {
                newIdByCode.put(code, nextId++);
            }
        }
    }

    /** The id of a value after this upsert, or 0 when there is none of that code. */
    private int idOf(String code) {
        return picture.value(dimension.id(), code)
                .map(DimensionValue::id)
                .orElseGet(() -> newIdByCode.getOrDefault(code, 0));
    }

    private Optional<DimensionValue> before(ValueCommand command) {
        return picture.value(dimension.id(), command.code());
    }

    private boolean getsNewParent(ValueCommand command) {
        int before = before(command).map(DimensionValue::parentId).orElse(0);
        int parent = command.parent().map(this::idOf).orElse(0);
        return parent != before && parent != 0;
    }

    /** The parent's id: 0 for none, and for one that is refused. */
    private int parentOf(ValueCommand command, BitSet used) {
        if (command.parent().isEmpty()) {
            return 0;
        }
        String parent = command.parent().get();
        int id = idOf(parent);
        if (id == 0) {
            violations.add(
                    command.place().member("parent"),
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + dimension.code() + " has no value \"" + Texts.excerpt(parent)
                            + "\" to be the parent of " + ValueForm.named(command)
                            + ". Give it in the same request, or correct the code.");
        } else if (used.get(id) && getsNewParent(command)) {
            violations.add(
                    command.place().member("parent"),
                    ViolationCode.IN_USE,
                    "Value " + parent + " of dimension " + dimension.code() + " has ledger lines or memberships, so "
                            + ValueForm.named(command)
                            + " cannot stand below it. Make a new value the parent of both.");
        }
        return id;
    }

    private DimensionValue value(ValueCommand command, long version) {
        return new DimensionValue(
                idOf(command.code()),
                dimension.id(),
                command.code(),
                command.name().orElse(command.code()),
                command.parent().map(this::idOf).orElse(0),
                ValueForm.date(command.validFrom(), LocalDate.MIN),
                ValueForm.date(command.validTo(), LocalDate.MAX),
                command.blocked(),
                command.purpose(),
                command.attributes(),
                version);
    }
}
