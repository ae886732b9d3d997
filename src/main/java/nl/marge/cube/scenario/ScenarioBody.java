package nl.marge.cube.scenario;

import java.time.LocalDate;
import java.util.List;
import nl.marge.cube.ScenarioLines;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scenario as the contract shows it. */
@Schema(name = "Scenario")
record ScenarioBody(
        String code,

        @Schema(description = "How many lines of any kind it has")
        long lines,

        @Schema(description = "The first posting date") String from,

        @Schema(description = "The last posting date") String to) {

    static final String EXAMPLE = """
            {"code":"BUDGET","lines":240,"from":"2026-01-31","to":"2026-12-31"}""";

    static ScenarioBody of(ScenarioLines scenario) {
        return new ScenarioBody(
                scenario.scenario(),
                scenario.lines(),
                LocalDate.ofEpochDay(scenario.firstDay()).toString(),
                LocalDate.ofEpochDay(scenario.lastDay()).toString());
    }

    /** A page of scenarios. */
    @Schema(name = "Scenarios")
    record Page(
            List<ScenarioBody> items,
            @Schema(nullable = true) String next) {}
}
