package nl.marge.profitability.whatif.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.lever.LeverKind;
import nl.marge.profitability.whatif.Ground;
import nl.marge.profitability.whatif.Trials;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one percent of each lever does to each row, as the contract shows it. */
@Schema(name = "Sensitivity")
record SensitivityBody(
        String currency,
        String from,
        String to,
        String scenario,
        List<String> by,

        @Schema(description = "The line that effects are told in", examples = "OPERATING_PROFIT")
        String measure,

        @Schema(description = "The largest effect on a row first; what does nothing is left out")
        List<Entry> items,

        List<WhatIfResultBody.Run> allocationRuns,
        List<String> warnings,
        String watermark,
        String membership) {

    static final String REQUEST = """
            {"from":"2026-01","to":"2026-12","by":"SEGMENT"}""";

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-12","scenario":"ACTUAL","by":["SEGMENT"],
             "measure":"OPERATING_PROFIT","items":[
              {"rank":1,"kind":"VALUE","key":{"SEGMENT":"KEY"},"name":"Key accounts","lever":"PRICE",
               "driver":null,"changePercent":"1","rowEffect":"8624.00","companyEffect":"8624.00"},
              {"rank":2,"kind":"VALUE","key":{"SEGMENT":"KEY"},"name":"Key accounts","lever":"BACK_OFFICE",
               "driver":"ORDER_LINES","changePercent":"-1","rowEffect":"201.60","companyEffect":"0.00"}],
             "allocationRuns":[],"warnings":[],"watermark":"1017.42","membership":"AS_WAS"}""";

    /** One percent of a lever on a row. */
    @Schema(name = "SensitivityEntry")
    record Entry(
            int rank,
            String kind,
            Map<String, String> key,
            String name,
            LeverKind lever,

            @Schema(description = "Where the lever moves a driver instead of amounts; else null")
            Optional<String> driver,

            @Schema(description = "1 for the price, -1 for a cost or a quantity")
            String changePercent,

            String rowEffect,
            String companyEffect) {}

    static SensitivityBody of(Answers.Tried tried) {
        Ground ground = tried.ground();
        Shown shown = new Shown(ground);
        List<Entry> entries = new java.util.ArrayList<>();
        for (Trials.Sensitivity one : tried.entries()) {
            entries.add(new Entry(
                    entries.size() + 1,
                    one.row().kind().name(),
                    shown.key(one.row()),
                    shown.name(one.row()),
                    one.lever(),
                    one.driver(),
                    Integer.toString(one.changePercent()),
                    shown.amount(one.rowEffect()),
                    shown.amount(one.companyEffect())));
        }
        return new SensitivityBody(
                ground.reference().company().currency(),
                ground.scope().range().from(),
                ground.scope().range().to(),
                ground.scope().selection().scenario(),
                ground.scope().by().terms(),
                ground.rows().lines().get(ground.rows().profit()).code(),
                entries,
                shown.runs(),
                ground.warnings(),
                ground.report().watermark().toString(),
                ground.scope().selection().membership().text());
    }
}
