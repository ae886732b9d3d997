package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.marge.profitability.LineValues;
import nl.marge.profitability.ReportRow;

/**
 * A report before and after levers were moved.
 *
 * @param alone what each step does alone, on the report as it is
 * @param rows those of the report, and any that the levers bring
 */
public record WhatIf(
        Ground ground, List<Step> steps, Differences differences, List<Differences> alone, List<ReportRow> rows) {

    public WhatIf {
        requireNonNull(ground, "ground");
        steps = List.copyOf(steps);
        requireNonNull(differences, "differences");
        alone = List.copyOf(alone);
        rows = List.copyOf(rows);
    }

    /** The values of a row before, line by line. */
    public List<BigInteger> before(ReportRow row) {
        int index = ground.report().rows().indexOf(row);
        int lines = ground.rows().lines().size();
        return index < 0
                ? List.of(AmountLevers.zeros(lines))
                : values(ground.report().values(index), lines);
    }

    /** The values of all rows together before, line by line. */
    public List<BigInteger> companyBefore() {
        return values(ground.report().total(), ground.rows().lines().size());
    }

    /** What a reader must know, as sentences. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(ground.warnings());
        for (Step step : steps) {
            step.lever()
                    .driver()
                    .filter(driver -> ground.runs().stream()
                            .noneMatch(run -> run.gathered().quantities().containsKey(driver)))
                    .ifPresent(driver -> warnings.add("Driver " + driver + " moves no cost in "
                            + ground.scope().range().from() + " to "
                            + ground.scope().range().to()
                            + ": no allocation run that counts there goes by it, so its lever changes nothing."));
        }
        return warnings;
    }

    /** What the rows change by in the last line, added up. */
    public BigInteger rowDifferences() {
        int last = ground.rows().lines().size() - 1;
        return rows.stream().map(row -> differences.row(row.key()).get(last)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<BigInteger> values(LineValues values, int lines) {
        return IntStream.range(0, lines).mapToObj(line -> values.value(line, 0)).toList();
    }
}
