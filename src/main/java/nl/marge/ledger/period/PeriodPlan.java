package nl.marge.ledger.period;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.kernel.Changes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.setting.FiscalPeriod;
import nl.marge.ledger.setting.FiscalPeriod.Status;
import nl.marge.ledger.setting.PeriodStatuses;

/** Decides what is to be said of periods: a pure function of what was said before and the commands. */
final class PeriodPlan {

    private static final String STATUSES =
            Arrays.stream(Status.values()).map(Enum::name).collect(Collectors.joining(", "));

    private final PeriodStatuses said;
    private final String scenario;
    private final Violations violations;
    private final Set<String> periods = new HashSet<>();

    /** A plan for periods of {@code scenario}; everything that is wrong is noted in {@code violations}. */
    PeriodPlan(PeriodStatuses said, String scenario, Violations violations) {
        this.said = requireNonNull(said, "said");
        this.scenario = requireNonNull(scenario, "scenario");
        this.violations = requireNonNull(violations, "violations");
    }

    /** What changes, all of {@code version}; it counts only when nothing is wrong. */
    Changes<FiscalPeriod> changes(List<PeriodCommand> commands, long version) {
        commands.forEach(this::check);
        List<FiscalPeriod> created = new ArrayList<>();
        List<FiscalPeriod> updated = new ArrayList<>();
        if (!violations.isEmpty()) {
            return new Changes<>(created, updated, 0);
        }
        for (PeriodCommand command : commands) {
            YearMonth period = DateRange.period(command.period()).orElseThrow();
            Status status = status(command).orElseThrow();
            Optional<FiscalPeriod> before = said.period(scenario, period);
            if (before.isEmpty()) {
                created.add(new FiscalPeriod(scenario, period, status, version));
            } else if (before.get().status() != status) {
                updated.add(new FiscalPeriod(scenario, period, status, version));
            }
        }
        return new Changes<>(created, updated, commands.size() - created.size() - updated.size());
    }

    private void check(PeriodCommand command) {
        if (DateRange.period(command.period()).isEmpty()) {
            refuse(
                    command,
                    "period",
                    ViolationCode.CODE_INVALID,
                    named(command) + " is no fiscal period. Give a calendar month from 1900-01 to 2199-12, written"
                            + " 2026-03");
        } else if (!periods.add(command.period())) {
            refuse(
                    command,
                    "period",
                    ViolationCode.CODE_REPEATED,
                    named(command) + " is given twice. Give each period once");
        }
        if (!command.scenario().equals(scenario)) {
            refuse(
                    command,
                    "scenario",
                    ViolationCode.CODE_INVALID,
                    "The query names scenario \"" + scenario + "\" and the body \"" + Texts.excerpt(command.scenario())
                            + "\". Give the same, or leave it out of the body");
        }
        if (command.status().isEmpty()) {
            refuse(
                    command,
                    "status",
                    ViolationCode.VALUE_MISSING,
                    named(command) + " has no status. Give one of " + STATUSES);
        } else if (status(command).isEmpty()) {
            refuse(
                    command,
                    "status",
                    ViolationCode.VALUE_INVALID,
                    "Status \"" + Texts.excerpt(command.status().get()) + "\" of " + named(command)
                            + " is not known. Give one of " + STATUSES);
        }
    }

    private void refuse(PeriodCommand command, String member, ViolationCode code, String message) {
        violations.add(command.place().member(member), code, message + ".");
    }

    private static Optional<Status> status(PeriodCommand command) {
        return command.status().flatMap(text -> Arrays.stream(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst());
    }

    private static String named(PeriodCommand command) {
        return "Period \"" + Texts.excerpt(command.period()) + "\"";
    }
}
