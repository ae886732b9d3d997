package nl.marge.profitability.whatif.answer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.lever.LeverBody;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.whatif.Differences;
import nl.marge.profitability.whatif.Ground;
import nl.marge.profitability.whatif.Trials;
import nl.marge.profitability.whatif.WhatIf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What levers do to a report, as the contract shows it. */
@Schema(name = "WhatIfResult")
record WhatIfResultBody(
        String currency,
        String from,
        String to,
        String scenario,
        List<String> by,

        @Schema(description = "The levers as they were asked for, and what each would do alone")
        List<LeverEffect> levers,

        @Schema(description = "Those of the P&L in its order, and any that the levers bring")
        List<Row> rows,

        @Schema(description = "All rows together") Company company,

        Proof reconciliation,

        @Schema(description = "The runs in the range that count; a driver's effect is told by making them again")
        List<Run> allocationRuns,

        @Schema(description = "What a reader must know, such as a run that was left out")
        List<String> warnings,

        @Schema(examples = "1017.42") String watermark,
        String membership) {

    static final String REQUEST = """
            {"from":"2026-01","to":"2026-12","by":"SEGMENT","levers":[
             {"lever":"PRICE","filter":"SEGMENT:KEY","changePercent":"1"},
             {"lever":"CREDIT_COLLECTION","filter":"SEGMENT:WEB","driver":"DUNNING","to":"300"}]}""";

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-12","scenario":"ACTUAL","by":["SEGMENT"],
             "levers":[{"lever":{"lever":"PRICE","filter":"SEGMENT:KEY","driver":null,"changePercent":"1",
                "changeBy":null,"to":null,"volumePercent":null},
              "rows":[{"kind":"VALUE","key":{"SEGMENT":"KEY"},"name":"Key accounts",
               "effects":{"CM4":"8624.00","OPERATING_PROFIT":"8624.00"}}],
              "company":{"CM4":"8624.00","OPERATING_PROFIT":"8624.00"}}],
             "rows":[{"kind":"VALUE","key":{"SEGMENT":"KEY"},"names":{"SEGMENT":"Key accounts"},"name":"Key accounts",
              "lines":[{"line":"GROSS_REVENUE","kind":"AMOUNT","before":"1000000.00","after":"1010000.00",
               "difference":"10000.00"}]}],
             "company":{"lines":[{"line":"GROSS_REVENUE","kind":"AMOUNT","before":"2000000.00","after":"2010000.00",
              "difference":"10000.00"}]},
             "reconciliation":{"ledger":"94460.00","reported":"94460.00","difference":"0.00",
              "rowDifferences":"8624.00","companyDifference":"8624.00","unexplained":"0.00"},
             "allocationRuns":[{"id":"01JA","cycle":"YEAR","period":"2026-12",
              "href":"/api/v1/companies/ACME/allocation-runs/01JA"}],
             "warnings":[],"watermark":"1017.42","membership":"AS_WAS"}""";

    static final String EXAMPLE_CSV = "dim.SEGMENT,name.SEGMENT,row_kind,line,line_kind,before,after,difference\r\n"
            + "KEY,Key accounts,VALUE,GROSS_REVENUE,AMOUNT,1000000.00,1010000.00,10000.00\r\n";

    /** A lever and what it would do alone. */
    @Schema(name = "LeverEffect")
    record LeverEffect(
            LeverBody lever,

            @Schema(description = "The rows that it moves") List<RowEffect> rows,

            @Schema(description = "On CM4 and the operating profit of all rows together, by line")
            Map<String, String> company) {}

    /** What a lever would do to a row. */
    @Schema(name = "RowEffect")
    record RowEffect(
            String kind,
            Map<String, String> key,
            String name,

            @Schema(description = "On CM4 and the operating profit, by line")
            Map<String, String> effects) {}

    /** A row. */
    @Schema(name = "WhatIfRow")
    record Row(
            @Schema(enumeration = {"VALUE", "UNASSIGNED", "UNUSED_CAPACITY", "OVER_DRIVEN"})
            String kind,

            Map<String, String> key,
            Map<String, String> names,
            String name,
            List<Line> lines) {}

    /** All rows together. */
    @Schema(name = "WhatIfCompany")
    record Company(List<Line> lines) {}

    /** A line of the statement; natural signs. */
    @Schema(name = "WhatIfLine")
    record Line(
            String line,
            @Schema(enumeration = {"AMOUNT", "SUBTOTAL"}) String kind,
            String before,
            String after,

            @Schema(description = "after less before: a cost that falls is below 0")
            String difference) {}

    /** The proof. */
    @Schema(name = "WhatIfReconciliation")
    record Proof(
            @Schema(description = "Minus the sum of all lines on revenue and expense accounts, added on its own way")
            String ledger,

            @Schema(description = "The last subtotal of all rows before")
            String reported,

            @Schema(description = "ledger less reported; 0 unless something is wrong")
            String difference,

            @Schema(description = "The last subtotal's differences of the rows, added up")
            String rowDifferences,

            @Schema(description = "That of all rows together, added on its own way")
            String companyDifference,

            @Schema(description = "rowDifferences less companyDifference; 0 unless something is wrong")
            String unexplained) {

        static Proof of(WhatIf whatIf, Shown shown) {
            ProfitAndLoss report = whatIf.ground().report();
            List<BigInteger> company = whatIf.differences().company();
            BigInteger ofCompany = company.get(company.size() - 1);
            return new Proof(
                    shown.amount(report.reconciliation().ledger()),
                    shown.amount(report.reconciliation().reported()),
                    shown.amount(report.reconciliation().difference()),
                    shown.amount(whatIf.rowDifferences()),
                    shown.amount(ofCompany),
                    shown.amount(whatIf.rowDifferences().subtract(ofCompany)));
        }
    }

    /** An allocation run in the range. */
    @Schema(name = "WhatIfRun")
    record Run(String id, String cycle, String period, String href) {}

    static WhatIfResultBody of(WhatIf whatIf) {
        Ground ground = whatIf.ground();
        Shown shown = new Shown(ground);
        return new WhatIfResultBody(
                ground.reference().company().currency(),
                ground.scope().range().from(),
                ground.scope().range().to(),
                ground.scope().selection().scenario(),
                ground.scope().by().terms(),
                effects(whatIf, shown),
                whatIf.rows().stream()
                        .map(row -> new Row(
                                row.kind().name(),
                                shown.key(row),
                                shown.names(row),
                                shown.name(row),
                                shown.lines(
                                        whatIf.before(row), whatIf.differences().row(row.key()))))
                        .toList(),
                new Company(
                        shown.lines(whatIf.companyBefore(), whatIf.differences().company())),
                Proof.of(whatIf, shown),
                shown.runs(),
                whatIf.warnings(),
                ground.report().watermark().toString(),
                ground.scope().selection().membership().text());
    }

    private static List<LeverEffect> effects(WhatIf whatIf, Shown shown) {
        List<Integer> measures = Trials.measures(whatIf.ground().rows());
        List<LeverEffect> effects = new ArrayList<>();
        for (int i = 0; i < whatIf.steps().size(); i++) {
            Differences alone = whatIf.alone().get(i);
            effects.add(new LeverEffect(
                    LeverBody.of(whatIf.steps().get(i).lever()),
                    whatIf.rows().stream()
                            .filter(row -> alone.row(row.key()).stream().anyMatch(value -> value.signum() != 0))
                            .map(row -> new RowEffect(
                                    row.kind().name(),
                                    shown.key(row),
                                    shown.name(row),
                                    shown.measures(measures, alone.row(row.key()))))
                            .toList(),
                    shown.measures(measures, alone.company())));
        }
        return effects;
    }
}
