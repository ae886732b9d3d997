package nl.marge.ledger.defaulting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Reference;
import nl.marge.ledger.setting.DefaultRule;
import nl.marge.ledger.setting.RuleCondition;
import nl.marge.ledger.setting.RuleSource;

/** Whether one default rule is well formed and names what exists, whatever other rules there are. */
final class DefaultRuleForm {

    /** Conditions of a rule at most: an accountant must be able to say when it counts. */
    static final int CONDITIONS_LIMIT = 20;

    /** The highest priority number. */
    static final int PRIORITY_LIMIT = 1_000_000;

    private final Reference picture;
    private final DimensionReference dimensions;
    private final Violations violations;
    private final DefaultRuleCommand command;

    DefaultRuleForm(Reference picture, DefaultRuleCommand command, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.dimensions = picture.dimensions();
        this.command = requireNonNull(command, "command");
        this.violations = requireNonNull(violations, "violations");
    }

    /** The rule, said with {@code version}, which counts only when nothing is wrong. */
    DefaultRule read(long version) {
        String dimension = command.dimension().orElse("");
        checkTarget();
        List<RuleCondition> conditions = conditions();
        LocalDate from = date("validFrom", command.validFrom(), LocalDate.MIN);
        LocalDate to = date("validTo", command.validTo(), LocalDate.MAX);
        if (from.isAfter(to)) {
            refuse(
                    "validTo",
                    ViolationCode.VALUE_INVALID,
                    "%s would be valid from " + from + " to " + to
                            + ", which is before. Swap the dates, or leave one open");
        }
        return new DefaultRule(
                command.code(), dimension, command.value(), priority(), source(), conditions, from, to, version);
    }

    private void checkTarget() {
        if (command.dimension().isEmpty()) {
            refuse("dimension", ViolationCode.VALUE_MISSING, "%s names no dimension. Name the one it fills");
            return;
        }
        Optional<Dimension> dimension = dimension(Place.at(""), "dimension", command.dimension().get());
        Optional<DimensionValue> value = dimension.isEmpty() || command.value().isEmpty()
                ? Optional.empty()
                : value("value", dimension.get(), command.value().get());
        if (value.isPresent() && !dimensions.isLeaf(value.get().id())) {
            refuse(
                    "value",
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    "%s gives " + command.dimension().get() + " "
                            + value.get().code() + ", which has values below it and takes no postings. Give one of those");
        }
    }

    private int priority() {
        if (command.priority().isEmpty()) {
            refuse(
                    "priority",
                    ViolationCode.VALUE_MISSING,
                    "%s has no priority. Give a whole number from 1, which goes first, to " + PRIORITY_LIMIT);
        } else if (command.priority().getAsInt() < 1 || command.priority().getAsInt() > PRIORITY_LIMIT) {
            refuse(
                    "priority",
                    ViolationCode.VALUE_INVALID,
                    "Priority " + command.priority().getAsInt() + " of %s is out of range. Give 1, which goes first, to "
                            + PRIORITY_LIMIT);
        }
        return command.priority().orElse(1);
    }
}
