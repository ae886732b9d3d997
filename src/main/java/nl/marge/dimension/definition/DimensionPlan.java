package nl.marge.dimension.definition;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Decides what an upsert of dimensions comes to: a pure function of the picture and the commands. */
final class DimensionPlan {

    /** Dimensions of a company at most: every line and every report keeps an array as long as this. */
    static final int DIMENSIONS_LIMIT = 200;

    private final DimensionReference picture;
    private final Violations violations;

    /** A plan; everything that is wrong is noted in {@code violations}. */
    DimensionPlan(DimensionReference picture, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.violations = requireNonNull(violations, "violations");
    }

    /**
     * The changes, which count only when nothing is wrong.
     *
     * @param lastId the last id given to a dimension; new dimensions get the ones after it
     * @param version the version of all that changes
     */
    Changes<Dimension> changes(List<DimensionCommand> commands, int lastId, long version) {
        List<Dimension> created = new ArrayList<>();
        List<Dimension> updated = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (DimensionCommand command : commands) {
            check(command, codes);
            String name = command.name().orElse(command.code());
            Optional<Dimension> before = picture.dimension(command.code());
            if (before.isEmpty()) {
                int id = lastId + 1 + created.size();
                created.add(new Dimension(id, command.code(), name, command.blocked(), version));
            } else if (!isSame(before.get(), name, command.blocked())) {
                updated.add(new Dimension(before.get().id(), command.code(), name, command.blocked(), version));
            }
        }
        if (picture.dimensions().size() + created.size() > DIMENSIONS_LIMIT && !created.isEmpty()) {
            violations.add(
                    "",
                    ViolationCode.VALUE_INVALID,
                    "The company would have " + (picture.dimensions().size() + created.size()) + " dimensions. Keep to "
                            + DIMENSIONS_LIMIT + ", or remove unused ones.");
        }
        return new Changes<>(created, updated, commands.size() - created.size() - updated.size());
    }

    private static boolean isSame(Dimension before, String name, boolean blocked) {
        return before.name().equals(name) && before.blocked() == blocked;
    }

    private void check(DimensionCommand command, Set<String> codes) {
        String code = command.code();
        if (!Codes.isCode(code)) {
            violations.add(
                    command.place().member("code"),
                    ViolationCode.CODE_INVALID,
                    "\"" + Texts.excerpt(code) + "\" is no code for a dimension. Give " + Codes.FORM + ".");
        } else if (!codes.add(code)) {
            violations.add(
                    command.place().member("code"),
                    ViolationCode.CODE_REPEATED,
                    "Dimension " + code + " is given twice. Give each dimension once.");
        }
        command.name()
                .flatMap(Texts::nameFault)
                .ifPresent(fault -> violations.add(
                        command.place().member("name"),
                        ViolationCode.VALUE_INVALID,
                        "The name of dimension \"" + Texts.excerpt(code) + "\" " + fault + "."));
    }
}
