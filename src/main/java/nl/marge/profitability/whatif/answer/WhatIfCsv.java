package nl.marge.profitability.whatif.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.RowKind;
import nl.marge.profitability.whatif.WhatIf;

/** Writes what levers do as CSV: one line of the table for every line of every row, all rows together last. */
final class WhatIfCsv {

    private final WhatIf whatIf;
    private final Shown shown;
    private final List<String> terms;

    WhatIfCsv(WhatIf whatIf) {
        this.whatIf = whatIf;
        this.shown = new Shown(whatIf.ground());
        this.terms = whatIf.ground().scope().by().terms();
    }

    /** Writes the whole table. */
    void write(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>();
        for (String term : terms) {
            header.add("dim." + term);
            header.add("name." + term);
        }
        header.addAll(List.of("row_kind", "line", "line_kind", "before", "after", "difference"));
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
            for (String term : terms) {
                table.text(Objects.requireNonNullElse(shown.key(row).get(term), ""));
                table.text(Objects.requireNonNullElse(shown.names(row).get(term), ""));
            }
            table.text(row.kind().name());
            table.text(line.line());
            table.text(line.kind());
            table.decimal(line.before());
            table.decimal(line.after());
            table.decimal(line.difference());
            table.endRow();
        }
    }
}
