package nl.marge.allocation.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.plan.RunRequest;

/**
 * A run as it was calculated, and the steps it went through since.
 *
 * @param id that of the job that made it
 * @param attempt which trace laid down under this id counts
 * @param versionFrom the period from which its rules hold
 * @param ledgerNumber the last entry that was seen
 * @param fingerprint of all it was calculated from, 64 hexadecimal digits
 * @param steps the first one is that of its making
 */
public record AllocationRun(
        String id,
        int attempt,
        RunRequest request,
        YearMonth versionFrom,
        long ledgerNumber,
        long referenceVersion,
        String fingerprint,
        Instant recordedAt,
        RunDetail detail,
        List<RunStep> steps) {

    public AllocationRun {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
        requireNonNull(versionFrom, "versionFrom");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(detail, "detail");
        steps = List.copyOf(steps);
    }

    /** The same run with its steps. */
    AllocationRun with(List<RunStep> taken) {
        return new AllocationRun(
                id,
                attempt,
                request,
                versionFrom,
                ledgerNumber,
                referenceVersion,
                fingerprint,
                recordedAt,
                detail,
                taken);
    }

    /** What has become of it; whether it is stale is asked apart. */
    public RunState state() {
        return steps.get(steps.size() - 1).state();
    }

    /** What had become of it at an instant, or has by now; empty before it was made. */
    Optional<RunState> stateAt(Optional<Instant> instant) {
        return steps.stream()
                .filter(step ->
                        instant.filter(at -> step.recordedAt().isAfter(at)).isEmpty())
                .map(RunStep::state)
                .reduce((earlier, later) -> later);
    }

    /** The codes of the pools whose cost it took, or that had none. */
    public List<String> poolsTaken() {
        return detail.rules().stream()
                .filter(rule -> rule.residual() == 0)
                .map(RunDetail.Rule::pool)
                .toList();
    }

    /** Whether it was only looked at. */
    boolean isPreview() {
        return steps.get(0).state() == RunState.PREVIEW;
    }

    /** The step by which its entries were posted. */
    RunStep posting() {
        return steps.get(0);
    }
}
