package nl.marge.platform.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a table as CSV, cell by cell, so that no table is too long: RFC 4180, CRLF, UTF-8. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front; numbers do not, since they are ours. Each row has as many cells
 * as the header.
 */
public final class CsvTable implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvStyle style;
    private final CsvWriter writer;
    private final int columns;
    private CsvWriterRecord row;
    private int cells;

    /** Begins a table with its header row. */
    public CsvTable(OutputStream out, CsvStyle style, List<String> header) throws IOException {
        this.style = style;
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (style.byteOrderMark()) {
            text.write(BYTE_ORDER_MARK);
        }
        writer = CsvWriter.builder()
                .fieldSeparator(style.separator())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        columns = header.size();
        row = writer.writeRecord();
        header.forEach(this::text);
        endRow();
    }

    /** Writes a text cell, a code or a name. */
    public CsvTable text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return cell(formula ? "'" + text : text);
    }

    /** Writes a cell with a decimal as {@code Money.text} and its like give it, or with a whole number. */
    public CsvTable decimal(String decimal) {
        return cell(style.decimalComma() ? decimal.replace('.', ',') : decimal);
    }

    /** Writes a cell with nothing in it. */
    public CsvTable empty() {
        return cell("");
    }

    /** Ends the row. */
    public void endRow() {
        if (cells != columns) {
            throw new IllegalStateException("the row has " + cells + " cells, the header " + columns);
        }
        row.endRecord();
        row = null;
        cells = 0;
    }

    /** Writes out what is still held. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    private CsvTable cell(String cell) {
        if (row == null) {
            row = writer.writeRecord();
        }
        row.writeField(cell);
        cells++;
        return this;
    }
}
