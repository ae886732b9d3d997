package nl.marge.allocation.run;

import java.time.YearMonth;
import java.util.Optional;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller asks: a run, read from JSON but not yet checked. */
@Schema(
        name = "AllocationRunRequest",
        requiredProperties = {"cycle", "period"})
record RunCommand(
        @Schema(description = "Code of the allocation cycle.")
        Optional<String> cycle,

        @Schema(description = "The fiscal period whose cost is allocated.", examples = "2026-03")
        Optional<String> period,

        @Schema(defaultValue = "ACTUAL") Optional<String> scenario,

        @Schema(
                defaultValue = "false",
                description = "Calculates and keeps the run as PREVIEW, with its traces; posts nothing.")
        boolean dryRun) {

    static final String EXAMPLE = """
            {"cycle":"MONTHLY","period":"2026-03","dryRun":false}""";

    static RunCommand read(StrictJson json) {
        Reader reader = new Reader();
        json.object(member -> reader.readMember(member, json));
        return new RunCommand(reader.cycle, reader.period, reader.scenario, reader.dryRun);
    }

    /** The request it comes to; what is wrong is refused, all at once. */
    RunRequest request() {
        Violations violations = new Violations();
        if (cycle.isEmpty()) {
            violations.add("/cycle", ViolationCode.VALUE_MISSING, "cycle is missing. Give the code of a cycle.");
        }
        Optional<YearMonth> month = period.flatMap(DateRange::period);
        if (month.isEmpty()) {
            violations.add(
                    "/period",
                    period.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    period.map(text -> "period is \"" + Texts.excerpt(text) + "\"")
                                    .orElse("period is missing") + ". Give a fiscal period such as 2026-03.");
        }
        String named = scenario.orElse(LineSelection.ACTUAL);
        if (!Codes.isCode(named)) {
            violations.add(
                    "/scenario",
                    ViolationCode.SCENARIO_INVALID,
                    "scenario \"" + Texts.excerpt(named) + "\" is no code. Give " + Codes.FORM + ".");
        }
        violations.refuseContent();
        return new RunRequest(cycle.orElseThrow(), month.orElseThrow(), named);
    }

    private static final class Reader {
        private Optional<String> cycle = Optional.empty();
        private Optional<String> period = Optional.empty();
        private Optional<String> scenario = Optional.empty();
        private boolean dryRun;

        void readMember(String member, StrictJson json) {
            switch (member) {
                case "cycle" -> cycle = json.text();
                case "period" -> period = json.text();
                case "scenario" -> scenario = json.text();
                case "dryRun" -> dryRun = json.flagOr(false);
                default -> json.unknownMember("cycle", "period", "scenario", "dryRun");
            }
        }
    }
}
