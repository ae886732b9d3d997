package nl.marge.profitability.whatif.answer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.marge.ledger.StatementLine;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.whatif.Ground;
import nl.marge.profitability.whatif.WhatIf;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Kept what-ifs side by side, as the contract shows it. */
@Schema(name = "WhatIfComparison")
record ComparisonBody(
        String currency,
        String from,
        String to,
        String scenario,
        List<String> by,

        @Schema(description = "The what-ifs in the order asked for")
        List<Compared> whatIfs,

        List<Row> rows,
        @Schema(description = "All rows together") List<Line> company,
        List<WhatIfResultBody.Run> allocationRuns,
        List<String> warnings,
        String watermark,
        String membership) {

    /** The lines that what-ifs are judged by; one that the statement has not is left out. */
    private static final List<String> LINES = List.of("CM1", "CM2", "CM3", "CM4");

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-01","to":"2026-12","scenario":"ACTUAL","by":["SEGMENT"],
             "whatIfs":[{"code":"DEARER","name":"One percent dearer"}],
             "rows":[{"kind":"VALUE","key":{"SEGMENT":"KEY"},"name":"Key accounts","lines":[
              {"line":"CM4","before":"165938.50","after":{"DEARER":"174562.50"}}]}],
             "company":[{"line":"CM4","before":"254460.00","after":{"DEARER":"263084.00"}}],
             "allocationRuns":[],"warnings":[],"watermark":"1017.42","membership":"AS_WAS"}""";

    /** A what-if. */
    @Schema(name = "ComparedWhatIf")
    record Compared(String code, String name) {}

    /** A row. */
    @Schema(name = "WhatIfComparisonRow")
    record Row(String kind, Map<String, String> key, String name, List<Line> lines) {}

    /** A line of the statement. */
    @Schema(name = "WhatIfComparisonLine")
    record Line(
            String line,
            String before,

            @Schema(description = "By the code of the what-if")
            Map<String, String> after) {}

    /** A kept what-if and what it comes to. */
    record Outcome(Compared of, WhatIf whatIf) {}

    /** The comparison of what-ifs of the same report, one at least. */
    static ComparisonBody of(List<Outcome> outcomes) {
        Ground ground = outcomes.get(0).whatIf().ground();
        Shown shown = new Shown(ground);
        Set<String> warnings = new LinkedHashSet<>();
        outcomes.forEach(outcome -> warnings.addAll(outcome.whatIf().warnings()));
        return new ComparisonBody(
                ground.reference().company().currency(),
                ground.scope().range().from(),
                ground.scope().range().to(),
                ground.scope().selection().scenario(),
                ground.scope().by().terms(),
                outcomes.stream().map(Outcome::of).toList(),
                rows(outcomes).stream()
                        .map(row -> new Row(
                                row.kind().name(), shown.key(row), shown.name(row), lines(outcomes, row, shown)))
                        .toList(),
                company(outcomes, shown),
                shown.runs(),
                List.copyOf(warnings),
                ground.report().watermark().toString(),
                ground.scope().selection().membership().text());
    }

    private static List<ReportRow> rows(List<Outcome> outcomes) {
        Ground ground = outcomes.get(0).whatIf().ground();
        return outcomes.stream()
                .flatMap(outcome -> outcome.whatIf().rows().stream())
                .distinct()
                .sorted(ReportRow.order(ground.reference().dimensions()))
                .toList();
    }

    private static List<Line> lines(List<Outcome> outcomes, ReportRow row, Shown shown) {
        List<Line> lines = new ArrayList<>();
        WhatIf first = outcomes.get(0).whatIf();
        for (int line : measures(first.ground())) {
            BigInteger before = first.before(row).get(line);
            Map<String, String> after = new LinkedHashMap<>();
            outcomes.forEach(outcome -> after.put(
                    outcome.of().code(),
                    shown.amount(before.add(
                            outcome.whatIf().differences().row(row.key()).get(line)))));
            lines.add(new Line(code(first.ground(), line), shown.amount(before), after));
        }
        return lines;
    }

    private static List<Line> company(List<Outcome> outcomes, Shown shown) {
        List<Line> lines = new ArrayList<>();
        WhatIf first = outcomes.get(0).whatIf();
        for (int line : measures(first.ground())) {
            BigInteger before = first.companyBefore().get(line);
            Map<String, String> after = new LinkedHashMap<>();
            outcomes.forEach(outcome -> after.put(
                    outcome.of().code(),
                    shown.amount(
                            before.add(outcome.whatIf().differences().company().get(line)))));
            lines.add(new Line(code(first.ground(), line), shown.amount(before), after));
        }
        return lines;
    }

    private static List<Integer> measures(Ground ground) {
        return Stream.concat(
                        LINES.stream()
                                .flatMap(code ->
                                        ground.rows().line(code).stream().boxed())
                                .filter(line -> ground.rows().lines().get(line) instanceof StatementLine.Subtotal),
                        Stream.of(ground.rows().profit()))
                .distinct()
                .toList();
    }

    private static String code(Ground ground, int line) {
        return ground.rows().lines().get(line).code();
    }
}
