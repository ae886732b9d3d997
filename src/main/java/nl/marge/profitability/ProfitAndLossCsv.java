package nl.marge.profitability;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
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
                int index = row;
                writeRow(
                        table,
                        report.rows().get(row),
                        report.values(row),
                        report.base().map(base -> base.values(index)));
            }
            ReportRow total = new ReportRow(RowKind.TOTAL, List.of());
            writeRow(table, total, report.total(), report.base().map(ProfitAndLoss::total));
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        for (String term : terms) {
            header.add("dim." + term);
            header.add("name." + term);
        }
        header.addAll(List.of("row_kind", "line", "line_kind", "column", "value", "percent_of_net_revenue"));
        if (report.base().isPresent()) {
            header.addAll(List.of("compare_value", "difference", "difference_percent"));
        }
        return header;
    }

    private void writeRow(CsvTable table, ReportRow row, LineValues values, Optional<LineValues> base) {
        Optional<ComparedValues> compared = base.map(of -> new ComparedValues(values, of));
        for (int line = 0; line < report.lines().size(); line++) {
            for (int column = 0; column < report.columns().size(); column++) {
                writeKey(table, row);
                writeValue(table, values, line, column);
                if (compared.isPresent()) {
                    writeCompared(table, compared.get(), line, column);
                }
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
        writeAmount(table, values.value(line, column));
        percent.ifPresentOrElse(value -> table.decimal(value.toPlainString()), table::empty);
    }

    private void writeCompared(CsvTable table, ComparedValues compared, int line, int column) {
        writeAmount(table, compared.base(line, column));
        writeAmount(table, compared.difference(line, column));
        compared.differencePercent(line, column)
                .ifPresentOrElse(value -> table.decimal(value.toPlainString()), table::empty);
    }

    private void writeAmount(CsvTable table, BigInteger minorUnits) {
        table.decimal(Money.text(minorUnits, report.reference().company().decimals()));
    }
}
