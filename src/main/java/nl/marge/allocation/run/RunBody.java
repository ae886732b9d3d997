package nl.marge.allocation.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.allocation.plan.RunPrints;
import nl.marge.kernel.Money;
import nl.marge.ledger.entry.EntryId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run as the contract shows it. */
@Schema(name = "AllocationRun", description = "A cycle over a fiscal period: what each rule took and where it went.")
@JsonPropertyOrder({
    "id",
    "cycle",
    "version",
    "period",
    "scenario",
    "state",
    "ledgerNumber",
    "referenceVersion",
    "fingerprint",
    "recordedAt",
    "rules",
    "statementLines",
    "entries",
    "stale",
    "steps",
    "trace"
})
record RunBody(
        @Schema(description = "That of the job that made it.")
        String id,

        String cycle,

        @Schema(description = "The fiscal period from which its rules hold.", examples = "2026-01")
        String version,

        @Schema(examples = "2026-03") String period,

        String scenario,

        @Schema(
                description = "PREVIEW: nothing was posted. CURRENT: posted, and the last of its cycle, period and"
                        + " scenario. STALE: current, but what it was calculated from has changed since. SUPERSEDED:"
                        + " reversed by the run that took its place. REVERSED: reversed on request.",
                enumeration = {"PREVIEW", "CURRENT", "STALE", "SUPERSEDED", "REVERSED"})
        String state,

        @Schema(description = "The last entry that it saw.") long ledgerNumber,

        long referenceVersion,

        @Schema(description = "SHA-256 of all it was calculated from; the same inputs have the same.")
        String fingerprint,

        Instant recordedAt,

        List<Rule> rules,

        @Schema(
                description = "The lines of the statement that it changes, with natural sign; differences of cost lines"
                        + " sum to zero.")
        List<Line> statementLines,

        @Schema(description = "Ids of the journal entries that it posted, in order; empty for a preview.")
        List<String> entries,

        @Schema(description = "The pools whose cost was calculated from what has changed since, with the reasons.")
        List<Stale> stale,

        @Schema(description = "What has become of it, and when.")
        List<Step> steps,

        @Schema(description = "Where the traces are asked for.")
        String trace) {

    static final String EXAMPLE = """
            {"id":"1882749130563911","cycle":"MONTHLY","version":"2026-01","period":"2026-03","scenario":"ACTUAL",
             "state":"CURRENT","ledgerNumber":1017,"referenceVersion":42,
             "fingerprint":"9f2c1d0e5b7a4c3f8e6d9f2c1d0e5b7a4c3f8e6d9f2c1d0e5b7a4c3f8e6d9f2c",
             "recordedAt":"2026-04-01T08:15:30.123456Z",
             "rules":[{"code":"SUP","pool":"SUPPORT","method":"TIME_DRIVEN","outcome":"ALLOCATED","in":"105840.00",
                       "own":"105840.00","received":"0.00","out":"97681.50","unused":"8158.50","overDriven":"0.00",
                       "residual":"0.00","capacity":"100800","used":"93030"}],
             "statementLines":[{"line":"BACK_OFFICE","before":"105840.00","after":"93523.50","difference":"-12316.50"},
                               {"line":"CREDIT_COLLECTION","before":"20000.00","after":"32316.50",
                                "difference":"12316.50"}],
             "entries":["k3v9x2m1p0-0"],"stale":[],
             "steps":[{"state":"CURRENT","recordedAt":"2026-04-01T08:15:30.123456Z"}],
             "trace":"/api/v1/companies/ACME/allocation-runs/1882749130563911/trace"}""";

    /** One rule; amounts debit +. */
    @Schema(
            name = "AllocationRunRule",
            description = "in = own + received = out + unused + overDriven + residual, to the cent.")
    record Rule(
            String code,
            String pool,
            String method,

            @Schema(
                    description = "NOTHING_TO_ALLOCATE: the pool has no cost. WITHOUT_DRIVER: the driver quantities sum"
                            + " to zero, so its cost stays where it is.",
                    enumeration = {"ALLOCATED", "NOTHING_TO_ALLOCATE", "WITHOUT_DRIVER"})
            String outcome,

            String in,
            String own,
            String received,
            String out,
            String unused,
            String overDriven,
            String residual,

            @Schema(description = "Practical minutes; null but for a time-driven rule.")
            Optional<String> capacity,

            @Schema(description = "Minutes by the time equations; null but for a time-driven rule.")
            Optional<String> used) {

        private static Rule of(RunDetail.Rule rule, int decimals) {
            return new Rule(
                    rule.code(),
                    rule.pool(),
                    rule.method(),
                    rule.outcome(),
                    Money.text(Math.addExact(rule.own(), rule.received()), decimals),
                    Money.text(rule.own(), decimals),
                    Money.text(rule.received(), decimals),
                    Money.text(rule.out(), decimals),
                    Money.text(rule.unused(), decimals),
                    Money.text(rule.overDriven(), decimals),
                    Money.text(rule.residual(), decimals),
                    rule.capacity(),
                    rule.capacity().map(practical -> rule.used()));
        }
    }

    /** A line of the statement in the period: before any allocation, what this run moves, and both together. */
    @Schema(name = "AllocationRunLine")
    record Line(String line, String before, String after, String difference) {

        private static Line of(RunDetail.Line line, int decimals) {
            return new Line(
                    line.line(),
                    Money.text(line.before(), decimals),
                    Money.text(line.before().add(line.difference()), decimals),
                    Money.text(line.difference(), decimals));
        }
    }

    /** A pool that was overtaken. */
    @Schema(name = "StalePool")
    record Stale(
            String pool,

            @Schema(description = "LINES, DRIVER:code, CAPACITY, RULE.")
            List<String> reasons) {}

    /** A step: the state that a run came into. */
    @Schema(name = "AllocationRunStep")
    record Step(
            @Schema(enumeration = {"PREVIEW", "CURRENT", "SUPERSEDED", "REVERSED"})
            String state,

            Instant recordedAt) {}

    static RunBody of(String companyCode, int decimals, AllocationRun run, List<RunPrints.Overtaken> overtaken) {
        RunStep posting = run.posting();
        return new RunBody(
                run.id(),
                run.request().cycle(),
                run.versionFrom().toString(),
                run.request().period().toString(),
                run.request().scenario(),
                overtaken.isEmpty() ? run.state().name() : "STALE",
                run.ledgerNumber(),
                run.referenceVersion(),
                run.fingerprint(),
                run.recordedAt(),
                run.detail().rules().stream()
                        .map(rule -> Rule.of(rule, decimals))
                        .toList(),
                run.detail().lines().stream()
                        .filter(line -> !line.difference().equals(BigInteger.ZERO))
                        .map(line -> Line.of(line, decimals))
                        .toList(),
                IntStream.range(0, posting.entries())
                        .mapToObj(i -> new EntryId(posting.batchId(), posting.firstOrdinal() + i).toString())
                        .toList(),
                overtaken.stream()
                        .map(pool -> new Stale(pool.pool(), pool.reasons()))
                        .toList(),
                run.steps().stream()
                        .map(step -> new Step(step.state().name(), step.recordedAt()))
                        .toList(),
                AllocationRuns.path(companyCode, run.id()) + "/trace");
    }

    /** A run in a list. */
    @Schema(name = "AllocationRunSummary")
    record Summary(
            String id,
            String cycle,
            String version,
            String period,
            String scenario,

            @Schema(
                    description = "As of a run; whether a CURRENT one is stale is told by the run itself.",
                    enumeration = {"PREVIEW", "CURRENT", "SUPERSEDED", "REVERSED"})
            String state,

            Instant recordedAt) {

        static final String EXAMPLE = """
                {"id":"1882749130563911","cycle":"MONTHLY","version":"2026-01","period":"2026-03","scenario":"ACTUAL",
                 "state":"CURRENT","recordedAt":"2026-04-01T08:15:30.123456Z"}""";

        static Summary of(AllocationRun run) {
            return new Summary(
                    run.id(),
                    run.request().cycle(),
                    run.versionFrom().toString(),
                    run.request().period().toString(),
                    run.request().scenario(),
                    run.state().name(),
                    run.recordedAt());
        }
    }

    /** A page of runs, for the contract. */
    @Schema(name = "AllocationRunPage")
    record SummaryPage(List<Summary> items, Optional<String> next) {}
}
