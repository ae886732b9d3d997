package nl.marge.ledger.lines;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/** Writes lines as CSV: a column for each dimension of the company holds the value that is posted or led to. */
final class LineCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "line",
            "external_id",
            "source",
            "kind",
            "scenario",
            "posting_date",
            "recorded_at",
            "account",
            "amount",
            "currency",
            "currency_amount",
            "value",
            "quantity",
            "text",
            "line_id",
            "membership_date");

    private final LineView view;
    private final List<Dimension> dimensions;
    private final int decimals;

    LineCsv(LineView view) {
        this.view = view;
        this.dimensions = view.reference().dimensions().dimensions();
        this.decimals = view.reference().company().decimals();
    }

    /** A table with its header. */
    CsvTable table(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>(COLUMNS);
        dimensions.forEach(dimension -> header.add("dim." + dimension.code()));
        header.add("provenance");
        return new CsvTable(out, style, header);
    }

    /** Writes one line. */
    void write(CsvTable table, PublishedLine line) {
        EntryHeader entry = line.entry();
        table.text(Long.toString(entry.number()));
        table.text(Integer.toString(line.lineNumber()));
        table.text(entry.externalId());
        table.text(entry.source());
        table.text(entry.kind().name());
        table.text(entry.scenario());
        table.text(entry.postingDate().toString());
        table.text(entry.recordedAt().toString());
        table.text(view.account(line).code());
        table.decimal(Money.text(line.amount(), decimals));
        table.text(entry.currency());
        table.decimal(line.currencyAmountText());
        view.statementValue(line).ifPresentOrElse(value -> table.decimal(Money.text(value, decimals)), table::empty);
        line.quantity().ifPresentOrElse(quantity -> table.decimal(Quantities.text(quantity)), table::empty);
        table.text(line.text().orElse(""));
        table.text(line.lineId().orElse(""));
        table.text(line.membershipDate().toString());
        for (Dimension dimension : dimensions) {
            int value = view.value(line, dimension.id());
            table.text(
                    value == 0 ? "" : view.reference().dimensions().value(value).code());
        }
        table.text(view.origins(line).entrySet().stream()
                .map(origin -> origin.getKey() + ":" + origin.getValue().inOneWord())
                .collect(Collectors.joining(" ")));
        table.endRow();
    }
}
