package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.marge.allocation.lever.Lever;
import nl.marge.ledger.StatementLine;
import nl.marge.profitability.LineValues;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;

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
        for (int i = 0; i < steps.size(); i++) {
            Lever lever = steps.get(i).lever();
            if (lever.driver().isEmpty()) {
                ofNothing(steps.get(i)).ifPresent(warnings::add);
            } else {
                lever.driver()
                        .filter(this::isUnused)
                        .ifPresent(driver -> warnings.add("Driver " + driver
                                + " moves no cost" + inRange()
                                + ": no allocation run that counts there goes by it, so its lever changes nothing."));
                beyond(lever, alone.get(i)).ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    private boolean isUnused(String driver) {
        return ground.runs().stream()
                .noneMatch(run -> run.gathered().quantities().containsKey(driver));
    }

    private String inRange() {
        return " in " + ground.scope().range().from() + " to "
                + ground.scope().range().to();
    }

    /** Told of a lever that reaches no amount. */
    private Optional<String> ofNothing(Step step) {
        List<String> lines = AmountLevers.moved(step.lever());
        String filter = step.lever().filter();
        return AmountLevers.isOfNothing(ground, step)
                ? Optional.of("Lever " + step.lever().kind() + " reaches nothing"
                        + (filter.isEmpty() ? "" : " of " + filter) + inRange() + ": " + String.join(" and ", lines)
                        + " comes to 0 there, so it changes nothing. Choose another filter, or another range.")
                : Optional.empty();
    }

    /** Told of a driver by which cost arrives on other lines than those that its lever is about. */
    private Optional<String> beyond(Lever lever, Differences alone) {
        Set<String> moved = linesOfValues(alone);
        boolean own = moved.removeAll(lever.kind().lines());
        // The one row of a report without axes has the capacity in it too, which stays on the line of its pool.
        boolean told = !own || !ground.scope().by().terms().isEmpty();
        return moved.isEmpty() || !told
                ? Optional.empty()
                : Optional.of("Lever " + lever.kind() + " by driver "
                        + lever.driver().orElseThrow() + " moves " + String.join(", ", moved)
                        + (own ? " beside its own lines (" : ", and none of its own lines (")
                        + String.join(", ", lever.kind().lines())
                        + "): a driver moves all that allocation runs bring by it, whatever the lever is called.");
    }

    /** The codes of the lines that are changed in rows of values, and of the unassigned; those of subtotals are not. */
    private Set<String> linesOfValues(Differences differences) {
        Set<String> moved = new LinkedHashSet<>();
        List<StatementLine> lines = ground.rows().lines();
        for (ReportRow row : rows) {
            List<BigInteger> values = differences.row(row.key());
            for (int line = 0; line < lines.size() && isOfValues(row); line++) {
                if (lines.get(line) instanceof StatementLine.Amount
                        && values.get(line).signum() != 0) {
                    moved.add(lines.get(line).code());
                }
            }
        }
        return moved;
    }

    private static boolean isOfValues(ReportRow row) {
        return row.kind() == RowKind.VALUE || row.kind() == RowKind.UNASSIGNED;
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
