package nl.marge.profitability.whatif.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.whatif.WhatIf;

/** Writes what levers do as CSV: one line of the table for every line of every row, all rows together last. */
final class WhatIfCsv {

    private final WhatIf whatIf;
    private final Shown shown;

    WhatIfCsv(WhatIf whatIf) {
        this.whatIf = whatIf;
        this.shown = new Shown(whatIf.ground());
    }

    /** Writes the whole table. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>(shown.rows().header());
        header.addAll(List.of("line", "line_kind", "before", "after", "difference"));
        try (CsvTable table = new CsvTable(out, style, header)) {
            for (ReportRow row : whatIf.rows()) {
                write(table, row, whatIf.before(row), whatIf.differences().row(row.key()));
            }
            ReportRow total = new ReportRow(RowKind.TOTAL, List.of());
            write(table, total, whatIf.companyBefore(), whatIf.differences().company());
        }
    }

    private void write(CsvTable table, ReportRow row, List<BigInteger> before, List<BigInteger> differences) {
        for (WhatIfResultBody.Line line : shown.lines(before, differences)) {
            shown.rows().write(table, row);
            table.text(line.line());
            table.text(line.kind());
            table.decimal(line.before());
            table.decimal(line.after());
            table.decimal(line.difference());
            table.endRow();
        }
    }
}
