package nl.marge.profitability.whatif.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.kernel.Quantities;
import nl.marge.profitability.whatif.BreakEven;
import nl.marge.profitability.whatif.Ground;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a lever has to go, as the contract shows it. */
@Schema(name = "BreakEven")
record BreakEvenBody(
        String currency,
        String from,
        String to,
        String scenario,
        List<String> by,
        Moved lever,
        Row row,
        String line,

        @Schema(description = "Whether there is such a change from -100 to 1000 percent")
        boolean reachable,

        @Schema(description = "The change in percent, to six decimals; the best one where none reaches the target")
        String changePercent,

        @Schema(description = "What the row has to come to; of a percentage the amount that it is then")
        String target,

        @Schema(description = "What the row comes to") String value,

        String before,

        @Schema(description = "How much the company changes by in the same line")
        String companyDifference,

        @Schema(description = "Why no change reaches the target, or every one; null where one does", nullable = true)
        Optional<String> reason,

        List<WhatIfResultBody.Run> allocationRuns,
        List<String> warnings,
        String watermark,
        String membership) {

    static final String REQUEST = """
            {"from":"2026-01","to":"2026-12","by":"SEGMENT","lever":{"lever":"PRICE","filter":"SEGMENT:WEB"},
             "row":{"SEGMENT":"WEB"},"line":"OPERATING_PROFIT","target":{"percentOfNetRevenue":"5"}}""";

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-12","scenario":"ACTUAL","by":["SEGMENT"],
             "lever":{"lever":"PRICE","filter":"SEGMENT:WEB","driver":null},
             "row":{"kind":"VALUE","key":{"SEGMENT":"WEB"},"name":"Web shop"},"line":"OPERATING_PROFIT",
             "reachable":true,"changePercent":"5.054624","target":"0.00","value":"0.00","before":"-19713.04",
             "companyDifference":"19713.04","reason":null,"allocationRuns":[],"warnings":[],"watermark":"1017.42",
             "membership":"AS_WAS"}""";

    /** The lever that is moved. */
    @Schema(name = "BreakEvenLever")
    record Moved(LeverKind lever, String filter, Optional<String> driver) {}

    /** The row that is to reach the target. */
    @Schema(name = "BreakEvenRow")
    record Row(String kind, Map<String, String> key, String name) {}

    static BreakEvenBody of(Answers.Searched searched) {
        Ground ground = searched.ground();
        Shown shown = new Shown(ground);
        BreakEven.Found found = searched.found();
        int line = searched.goal().line();
        int row = ground.report().rows().indexOf(searched.row());
        return new BreakEvenBody(
                ground.reference().company().currency(),
                ground.scope().range().from(),
                ground.scope().range().to(),
                ground.scope().selection().scenario(),
                ground.scope().by().terms(),
                new Moved(
                        searched.lever().kind(),
                        searched.lever().filter(),
                        searched.lever().driver()),
                new Row(searched.row().kind().name(), shown.key(searched.row()), shown.name(searched.row())),
                ground.rows().lines().get(line).code(),
                found.outcome() == BreakEven.Outcome.REACHED,
                Quantities.text(found.change()),
                shown.amount(searched.goal().target().in(found.point()).unscaledValue()),
                shown.amount(found.point().value()),
                shown.amount(ground.report().values(row).value(line, 0)),
                shown.amount(
                        found.point().company().subtract(ground.report().total().value(line, 0))),
                reason(found.outcome()),
                shown.runs(),
                ground.warnings(),
                ground.report().watermark().toString(),
                ground.scope().selection().membership().text());
    }

    private static Optional<String> reason(BreakEven.Outcome outcome) {
        return switch (outcome) {
            case REACHED -> Optional.empty();
            case OUT_OF_REACH ->
                Optional.of("No change from -100 to 1000 percent brings the row to the target; the one told comes"
                        + " closest.");
            case ALWAYS_REACHED ->
                Optional.of("The row reaches the target whatever the change from -100 to 1000 percent; the one told"
                        + " leaves it least.");
            case UNMOVED -> Optional.of("The lever does not move the row in this line.");
        };
    }
}
