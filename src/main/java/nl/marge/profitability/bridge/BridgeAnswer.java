package nl.marge.profitability.bridge;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.StatementLine;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.answer.NamedRows;
import nl.marge.profitability.answer.ReportProof;

/** Tells a profit bridge as JSON and as CSV. */
final class BridgeAnswer {

    private final Bridge bridge;
    private final Memos memos;
    private final ProfitAndLoss after;
    private final NamedRows rows;
    private final int decimals;

    /** What the report of either side says of allocation. */
    record Memos(AllocationMemo before, AllocationMemo after) {}

    BridgeAnswer(Bridge bridge, Memos memos) {
        this.bridge = bridge;
        this.memos = memos;
        this.after = bridge.after();
        this.rows = new NamedRows(after.reference(), bridge.query().by().terms());
        this.decimals = after.reference().company().decimals();
    }

    BridgeBody body() {
        BridgeQuery query = bridge.query();
        return new BridgeBody(
                after.reference().company().currency(),
                query.range().from(),
                query.range().to(),
                query.selection().scenario(),
                new BridgeBody.Base(
                        query.base().text(),
                        query.base().range().from(),
                        query.base().range().to(),
                        query.baseSelection().scenario()),
                query.by().terms(),
                query.lines().terms(),
                query.measure(),
                query.unitAttribute(),
                bridge.rows().stream().map(this::row).toList(),
                row(bridge.total()),
                warnings(),
                ReportProof.of(after, memos.after()),
                ReportProof.of(bridge.before(), memos.before()),
                after.watermark().toString(),
                query.selection().membership().text());
    }

    /** Writes one line a row and step, between the measure before and after; the total last. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>(rows.header());
        header.addAll(List.of("step", "line", "step_name", "amount", "lines"));
        try (CsvTable table = new CsvTable(out, style, header)) {
            bridge.rows().forEach(row -> write(table, row));
            write(table, bridge.total());
        }
    }

    private BridgeBody.Row row(BridgeRow row) {
        return new BridgeBody.Row(
                row.row().kind().name(),
                rows.key(row.row()),
                rows.names(row.row()),
                rows.name(row.row()),
                amount(row.before()),
                amount(row.after()),
                amount(row.difference()),
                row.steps().stream().map(this::step).toList(),
                amount(row.residual()),
                row.quantities().map(of -> new BridgeBody.Quantity(quantity(of.before()), quantity(of.after()))),
                row.unit(),
                after.drill(row.row()).orElseThrow(),
                bridge.before().drill(row.row()).orElseThrow());
    }

    private BridgeBody.Step step(BridgeStep step) {
        return new BridgeBody.Step(
                step.kind().name(),
                step.line(),
                name(step),
                amount(step.amount()),
                step.lines().isPresent() ? Optional.of(step.lines().getAsLong()) : Optional.empty());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        BridgeRow total = bridge.total();
        if (total.quantities().isEmpty()) {
            warnings.add("Rows count in different units, so no volume of all rows together can be told: VOLUME of the"
                    + " total is the sum of the rows', and MIX_BETWEEN_ROWS is not told.");
        }
        boolean measured = total.quantities().map(of -> of.lines() > 0).orElse(true);
        OptionalLong unmeasured = lines(total, BridgeStep.Kind.UNMEASURED);
        if (!measured && unmeasured.orElse(0) > 0) {
            warnings.add("No line has a quantity above zero on both sides, so neither price, volume nor mix can be told"
                    + " and UNMEASURED holds the change. Post quantities on lines of GROSS_REVENUE, or name in lines"
                    + " what they are posted on.");
        }
        return warnings;
    }

    private static OptionalLong lines(BridgeRow row, BridgeStep.Kind kind) {
        return row.steps().stream()
                .filter(step -> step.kind() == kind)
                .map(BridgeStep::lines)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private void write(CsvTable table, BridgeRow row) {
        writeMeasure(table, row, "BEFORE", "Before", row.before());
        for (BridgeStep step : row.steps()) {
            rows.write(table, row.row());
            table.text(step.kind().name());
            table.text(step.line().orElse(""));
            table.text(name(step));
            table.decimal(amount(step.amount()));
            step.lines().ifPresentOrElse(lines -> table.decimal(Long.toString(lines)), table::empty);
            table.endRow();
        }
        writeMeasure(table, row, "AFTER", "After", row.after());
    }

    private void writeMeasure(CsvTable table, BridgeRow row, String step, String name, BigInteger value) {
        rows.write(table, row.row());
        table.text(step).empty().text(name).decimal(amount(value)).empty();
        table.endRow();
    }

    private String name(BridgeStep step) {
        return step.line()
                .flatMap(code -> after.reference().statement().line(code))
                .map(StatementLine::name)
                .orElse(step.kind().title());
    }

    private static String quantity(BigInteger millionths) {
        return Quantities.plain(new BigDecimal(millionths, Quantities.DECIMALS));
    }

    private String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }
}
