package nl.marge.profitability;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.ledger.StatementLine;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/** Writes a report as CSV in long form: one row of the table for every value. */
final class ProfitAndLossCsv {

    private final ProfitAndLoss report;
    private final RowNames names;
    private final List<String> terms;

    ProfitAndLossCsv(ProfitAndLoss report) {
        this.report = report;
        this.names = new RowNames(report.reference());
        this.terms = report.query().by().terms();
    }

    /** Writes the whole table. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        try (CsvTable table = new CsvTable(out, style, header())) {
            for (int row = 0; row < report.rows().size(); row++) {
                writeRow(table, report.rows().get(row), report.values(row));
            }
            writeRow(table, new ReportRow(RowKind.TOTAL, List.of()), report.total());
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        for (String term : terms) {
            header.add("dim." + term);
            header.add("name." + term);
        }
        header.addAll(List.of("row_kind", "line", "line_kind", "column", "value", "percent_of_net_revenue"));
        return header;
    }

    private void writeRow(CsvTable table, ReportRow row, LineValues values) {
        for (int line = 0; line < report.lines().size(); line++) {
            for (int column = 0; column < report.columns().size(); column++) {
                writeKey(table, row);
                writeValue(table, values, line, column);
                table.endRow();
            }
        }
    }

    private void writeKey(CsvTable table, ReportRow row) {
        for (int axis = 0; axis < terms.size(); axis++) {
            Optional<DimensionValue> value = names.value(row, axis);
            table.text(value.map(DimensionValue::code).orElse(""));
            table.text(value.map(DimensionValue::name).orElse(""));
        }
        table.text(row.kind().name());
    }

    private void writeValue(CsvTable table, LineValues values, int line, int column) {
        StatementLine of = report.lines().get(line);
        boolean subtotal = of instanceof StatementLine.Subtotal;
        Optional<BigDecimal> percent = subtotal ? values.percentOfNetRevenue(line, column) : Optional.empty();
        table.text(of.code());
        table.text(subtotal ? "SUBTOTAL" : "AMOUNT");
        table.text(report.columns().get(column).name());
        table.decimal(Money.text(
                values.value(line, column), report.reference().company().decimals()));
        percent.ifPresentOrElse(value -> table.decimal(value.toPlainString()), table::empty);
    }
}
