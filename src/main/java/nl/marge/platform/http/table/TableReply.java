package nl.marge.platform.http.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import nl.marge.platform.csv.CsvStyle;

/**
 * An answer in both forms.
 *
 * @param difference of the report behind it to the ledger, as the header tells it
 * @param body written as JSON; made only for who asks for that
 */
public record TableReply(String difference, Supplier<?> body, Table table) {
    public TableReply {
        requireNonNull(difference, "difference");
        requireNonNull(body, "body");
        requireNonNull(table, "table");
    }

    /** Writes the answer as CSV. */
    @FunctionalInterface
    public interface Table {
        /** Writes the whole table. */
        void write(OutputStream out, CsvStyle style) throws IOException;
    }
}
