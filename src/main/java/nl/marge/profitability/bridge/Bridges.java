package nl.marge.profitability.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.marge.cube.CubeView;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.profitability.LineValues;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.ProfitAndLosses;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.RowNames;

/** Makes profit bridges. */
@ApplicationScoped
public class Bridges {

    private final ProfitAndLosses reports;
    private final BridgedLines lines;

    Bridges(ProfitAndLosses reports, BridgedLines lines) {
        this.reports = reports;
        this.lines = lines;
    }

    /**
     * A bridge over what {@code view} sees; the reference data must be at least as new.
     *
     * @throws Refusal when rows mix units of measure, with all such rows, or when there is too much to be told apart
     */
    public Bridge of(BridgeQuery query, Reference reference, CubeView view) {
        ProfitAndLoss before = reports.total(query.base().range(), query.by(), query.baseSelection(), reference, view);
        ProfitAndLoss after = reports.total(query.range(), query.by(), query.selection(), reference, view);
        Map<ReportRow, RowLines> linesByRow = lines.byRow(query, reference, view);
        refuseIfUnitsMix(linesByRow, query, reference);
        Sides sides = new Sides(query.measure(), new BridgedStatement(reference), before, after);
        SortedSet<String> units = new TreeSet<>();
        linesByRow.values().forEach(of -> units.addAll(of.units()));
        List<ReportRow> reported = sides.rows();
        List<RowLines> linesOf = reported.stream()
                .map(row -> linesByRow.getOrDefault(row, new RowLines()))
                .toList();
        StepRounding steps =
                new StepRounding(linesOf.stream().map(RowLines::bridge).toList(), units.size() <= 1);
        List<BridgeRow> rows = new ArrayList<>();
        for (int i = 0; i < reported.size(); i++) {
            rows.add(sides.row(
                    reported.get(i),
                    steps.row(i),
                    BigInteger.ZERO,
                    linesOf.get(i).units()));
        }
        BridgeRow total = sides.row(
                new ReportRow(RowKind.TOTAL, List.of()), steps.total(), steps.mixBetween(), List.copyOf(units));
        return new Bridge(query, rows, total, before, after);
    }

    /** The lines of the statement that a bridge can lead to; none where the statement lacks what it is made of. */
    public static List<String> measures(Reference reference) {
        BridgedStatement statement = new BridgedStatement(reference);
        return statement.missing().isEmpty() ? statement.measures() : List.of();
    }

    private static void refuseIfUnitsMix(Map<ReportRow, RowLines> byRow, BridgeQuery query, Reference reference) {
        RowNames names = new RowNames(reference);
        Violations violations = new Violations();
        byRow.entrySet().stream()
                .filter(row -> row.getValue().units().size() > 1)
                .sorted(Map.Entry.comparingByKey(ReportRow.order(reference.dimensions())))
                .map(row -> "Row \"" + names.of(row.getKey()) + "\" counts in different units: "
                        + row.getValue().unitsInWords() + ". Quantities of different units cannot be added up. Filter"
                        + " by one unit, ask by a dimension that tells them apart, or set attribute \""
                        + query.unitAttribute() + "\" where it is missing.")
                .forEach(message ->
                        violations.add(Violation.parameter(GroupBy.PARAMETER, ViolationCode.UNIT_MISMATCH, message)));
        violations.refuse(Refusal.Reason.ENTRY_REFUSED);
    }

    /** Both reports by row: either may have rows that the other has not. */
    private static final class Sides {
        private final String measure;
        private final BridgedStatement statement;
        private final ProfitAndLoss before;
        private final ProfitAndLoss after;
        private final Map<ReportRow, LineValues> valuesBefore;
        private final Map<ReportRow, LineValues> valuesAfter;

        private Sides(String measure, BridgedStatement statement, ProfitAndLoss before, ProfitAndLoss after) {
            this.measure = measure;
            this.statement = statement;
            this.before = before;
            this.after = after;
            valuesBefore = byRow(before);
            valuesAfter = byRow(after);
        }

        private static Map<ReportRow, LineValues> byRow(ProfitAndLoss report) {
            Map<ReportRow, LineValues> values = new HashMap<>();
            IntStream.range(0, report.rows().size())
                    .forEach(i -> values.put(report.rows().get(i), report.values(i)));
            return values;
        }

        private List<ReportRow> rows() {
            SortedSet<ReportRow> rows =
                    new TreeSet<>(ReportRow.order(after.reference().dimensions()));
            rows.addAll(valuesBefore.keySet());
            rows.addAll(valuesAfter.keySet());
            return List.copyOf(rows);
        }

        private BridgeRow row(ReportRow row, MarginSteps steps, BigInteger mixBetween, List<String> units) {
            IntFunction<BigInteger> was = values(row, before, valuesBefore);
            IntFunction<BigInteger> is = values(row, after, valuesAfter);
            List<BridgeStep> all = new ArrayList<>(steps.told(mixBetween));
            all.addAll(statement.stepsTo(measure, was, is));
            int line = statement.position(measure);
            return new BridgeRow(
                    row,
                    was.apply(line),
                    is.apply(line),
                    all,
                    Optional.of(steps.common()).filter(common -> units.size() <= 1),
                    units.stream()
                            .findFirst()
                            .filter(unit -> units.size() == 1)
                            .filter(unit -> !unit.equals(Units.NO_UNIT)));
        }

        /** The value of each line of the template, zero where a report does not have the row. */
        private static IntFunction<BigInteger> values(
                ReportRow row, ProfitAndLoss report, Map<ReportRow, LineValues> byRow) {
            Optional<LineValues> values =
                    Optional.ofNullable(row.kind() == RowKind.TOTAL ? report.total() : byRow.get(row));
            return line -> values.map(of -> of.value(line, 0)).orElse(BigInteger.ZERO);
        }
    }
}
