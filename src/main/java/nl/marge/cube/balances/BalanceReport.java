package nl.marge.cube.balances;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import nl.marge.kernel.Money;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/** Balances as JSON and as CSV. */
record BalanceReport(BalanceQuery query, Reference reference, List<BalanceRow> rows, String watermark) {

    private static final JsonFactory JSON = new JsonFactory();

    BalanceReport {
        requireNonNull(query, "query");
        requireNonNull(reference, "reference");
        rows = List.copyOf(rows);
        requireNonNull(watermark, "watermark");
    }

    private BalanceRow total() {
        return rows.stream().reduce(BalanceRow.nothing(), BalanceRow::plus);
    }

    void writeJson(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("currency", reference.company().currency());
            json.writeStringField("from", query.range().from());
            json.writeStringField("to", query.range().to());
            json.writeStringField("scenario", query.selection().scenario());
            json.writeArrayFieldStart("by");
            for (String term : query.terms()) {
                json.writeString(term);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (BalanceRow row : rows) {
                json.writeStartObject();
                writeKey(json, row);
                writeAmounts(json, row);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("total");
            writeAmounts(json, total());
            json.writeEndObject();
            json.writeStringField("watermark", watermark);
            json.writeStringField("membership", query.selection().membership().text());
            json.writeEndObject();
        }
    }

    private void writeKey(JsonGenerator json, BalanceRow row) throws IOException {
        json.writeObjectFieldStart("key");
        for (int i = 0; i < query.terms().size(); i++) {
            String term = query.terms().get(i);
            json.writeStringField(
                    term, BalanceKeys.code(reference, term, row.key().get(i)).orElse(null));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("names");
        for (int i = 0; i < query.terms().size(); i++) {
            String term = query.terms().get(i);
            json.writeStringField(
                    term, BalanceKeys.name(reference, term, row.key().get(i)).orElse(null));
        }
        json.writeEndObject();
    }

    private void writeAmounts(JsonGenerator json, BalanceRow row) throws IOException {
        json.writeStringField("opening", text(row.opening()));
        json.writeStringField("debit", text(row.debit()));
        json.writeStringField("credit", text(row.credit()));
        json.writeStringField("closing", text(row.closing()));
    }

    void writeCsv(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>();
        for (String term : query.terms()) {
            boolean account = term.equals(BalanceQuery.ACCOUNT);
            header.add(account ? term : "dim." + term);
            header.add("name." + term);
        }
        header.addAll(List.of("row_kind", "opening", "debit", "credit", "closing"));
        try (CsvTable table = new CsvTable(out, style, header)) {
            rows.forEach(row -> writeRow(table, row, "VALUE"));
            writeRow(table, total(), "TOTAL");
        }
    }

    private void writeRow(CsvTable table, BalanceRow row, String kind) {
        for (int i = 0; i < query.terms().size(); i++) {
            String term = query.terms().get(i);
            boolean keyed = i < row.key().size();
            table.text(
                    keyed ? BalanceKeys.code(reference, term, row.key().get(i)).orElse("") : "");
            table.text(
                    keyed ? BalanceKeys.name(reference, term, row.key().get(i)).orElse("") : "");
        }
        table.text(kind);
        table.decimal(text(row.opening()));
        table.decimal(text(row.debit()));
        table.decimal(text(row.credit()));
        table.decimal(text(row.closing()));
        table.endRow();
    }

    private String text(BigInteger minorUnits) {
        return Money.text(minorUnits, reference.company().decimals());
    }
}
