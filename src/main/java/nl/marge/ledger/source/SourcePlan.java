package nl.marge.ledger.source;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSetting.LateLines;
import nl.marge.ledger.setting.SourceSetting.Mode;
import nl.marge.ledger.setting.SourceSettings;

/** Decides what an upsert of sources comes to: a pure function of what stands and the commands. */
final class SourcePlan {

    private final SourceSettings standing;
    private final Violations violations;
    private final Set<String> codes = new HashSet<>();

    /** A plan; everything that is wrong is noted in {@code violations}. */
    SourcePlan(SourceSettings standing, Violations violations) {
        this.standing = requireNonNull(standing, "standing");
        this.violations = requireNonNull(violations, "violations");
    }

    /** What changes, all of {@code version}; it counts only when nothing is wrong. */
    Changes<SourceSetting> changes(List<SourceCommand> commands, long version) {
        commands.forEach(this::check);
        List<SourceSetting> created = new ArrayList<>();
        List<SourceSetting> updated = new ArrayList<>();
        if (!violations.isEmpty()) {
            return new Changes<>(created, updated, 0);
        }
        for (SourceCommand command : commands) {
            Optional<SourceSetting> before = standing.setting(command.code());
            if (before.isEmpty()) {
                created.add(setting(command, version));
            } else if (!setting(command, before.get().version()).equals(before.get())) {
                updated.add(setting(command, version));
            }
        }
        return new Changes<>(created, updated, commands.size() - created.size() - updated.size());
    }

    private void check(SourceCommand command) {
        if (!Codes.isCode(command.code())) {
            refuse(command, "code", ViolationCode.CODE_INVALID, named(command) + " is no code. Give " + Codes.FORM);
        } else if (!codes.add(command.code())) {
            refuse(
                    command,
                    "code",
                    ViolationCode.CODE_REPEATED,
                    named(command) + " is given twice. Give each source once");
        }
        checkChoice(command, "mode", command.mode(), Mode.values());
        checkChoice(command, "lateLines", command.lateLines(), LateLines.values());
    }

    private void checkChoice(SourceCommand command, String member, Optional<String> given, Enum<?>[] known) {
        if (given.isPresent()
                && Arrays.stream(known).noneMatch(one -> one.name().equals(given.get()))) {
            refuse(
                    command,
                    member,
                    ViolationCode.VALUE_INVALID,
                    member + " \"" + Texts.excerpt(given.get()) + "\" of " + named(command)
                            + " is not known. Give one of "
                            + Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    private void refuse(SourceCommand command, String member, ViolationCode code, String message) {
        violations.add(command.place().member(member), code, message + ".");
    }

    private static String named(SourceCommand command) {
        return "Source \"" + Texts.excerpt(command.code()) + "\"";
    }

    private static SourceSetting setting(SourceCommand command, long version) {
        return new SourceSetting(
                command.code(),
                command.mode().map(Mode::valueOf).orElse(Mode.REJECT),
                command.lateLines().map(LateLines::valueOf).orElse(LateLines.REJECT),
                version);
    }
}
