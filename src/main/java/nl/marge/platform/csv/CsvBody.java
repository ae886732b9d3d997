package nl.marge.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/**
 * A request body that is a table in CSV, row by row: RFC 4180 in UTF-8, with any end of line; a byte order mark at the
 * start is ignored, empty lines are skipped but counted.
 */
public final class CsvBody {

    /** The media type. */
    public static final String MEDIA_TYPE = "text/csv";

    /** Rows at most, since they are checked together in memory. */
    public static final int ROWS_LIMIT = 1_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvBody() {}

    /** Takes one row. */
    @FunctionalInterface
    public interface Row {
        /** Takes the cells of a row that begins on {@code line}, counted from 1; the header is the first. */
        void take(long line, List<String> cells);
    }

    /** Whether a body of this Content-Type is CSV; parameters and case do not matter. */
    public static boolean isCsv(String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return type.equalsIgnoreCase(MEDIA_TYPE);
    }

    /**
     * Reads all rows, the header too.
     *
     * @throws Refusal as an invalid request when the body cannot be read to its end as such a table, or as too large
     */
    public static void read(InputStream body, Row row) {
        long line = 1;
        try {
            int rows = 0;
            Iterator<CsvRecord> records = CsvReader.builder()
                    .acceptCharsAfterQuotes(false)
                    .skipEmptyLines(true)
                    .ignoreDifferentFieldCount(true)
                    .ofCsvRecord(text(body))
                    .iterator();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                requireRoom(rows++);
                row.take(line, rows == 1 ? withoutMark(record.getFields()) : record.getFields());
            }
        } catch (CsvParseException unreadable) {
            throw refusal(line, ViolationCode.JSON_UNREADABLE, "is no CSV: " + unreadable.getMessage());
        } catch (UncheckedIOException unreadable) {
            boolean encoding = unreadable.getCause() instanceof CharacterCodingException;
            throw encoding
                    ? refusal(line, ViolationCode.ENCODING_INVALID, "is not UTF-8")
                    : refusal(line, ViolationCode.JSON_UNREADABLE, "breaks off or is damaged");
        }
    }

    private static Reader text(InputStream body) {
        return new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static List<String> withoutMark(List<String> header) {
        return header.stream()
                .map(cell -> cell.startsWith(BYTE_ORDER_MARK) ? cell.substring(BYTE_ORDER_MARK.length()) : cell)
                .toList();
    }

    private static void requireRoom(int rows) {
        if (rows > ROWS_LIMIT) {
            throw new Refusal(Reason.TOO_LARGE, "The body has more than " + ROWS_LIMIT + " rows. Send it in parts.");
        }
    }

    private static Refusal refusal(long line, ViolationCode code, String what) {
        return Refusal.of(
                Reason.INVALID_REQUEST,
                new Violation(
                        code,
                        new Place.StreamLine(line, ""),
                        "After line " + line + " the body " + what + ". Send it again as CSV in UTF-8."));
    }
}
