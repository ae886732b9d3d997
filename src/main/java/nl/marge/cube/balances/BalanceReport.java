package nl.marge.cube.balances;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.marge.cube.balances.BalanceRow.Amounts;
import nl.marge.cube.balances.BalanceRow.InCurrency;
import nl.marge.kernel.Money;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/** Balances as JSON and as CSV. */
record BalanceReport(BalanceQuery query, Reference reference, List<BalanceRow> rows, String watermark) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Opening, debit, credit and closing. */
    private static final int AMOUNTS = 4;

    BalanceReport {
        requireNonNull(query, "query");
        requireNonNull(reference, "reference");
        rows = List.copyOf(rows);
        requireNonNull(watermark, "watermark");
    }

    private Amounts total() {
        return rows.stream().map(BalanceRow::amounts).reduce(Amounts.ZERO, Amounts::plus);
    }

    /** The total of each currency told apart, by its code. */
    private Collection<BalanceRow> currencyTotals() {
        Map<String, BalanceRow> totals = new TreeMap<>();
        rows.stream()
                .filter(row -> row.inCurrency().isPresent())
                .forEach(row -> totals.merge(row.currency(), row, BalanceRow::plus));
        return totals.values();
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
                writeAmounts(json, row.amounts());
                writeCurrency(json, row.inCurrency());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("total");
            writeAmounts(json, total());
            json.writeEndObject();
            json.writeArrayFieldStart("currencyTotals");
            for (BalanceRow row : currencyTotals()) {
                json.writeStartObject();
                writeAmounts(json, row.amounts());
                writeCurrency(json, row.inCurrency());
                json.writeEndObject();
            }
            json.writeEndArray();
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

    private void writeAmounts(JsonGenerator json, Amounts amounts) throws IOException {
        writeAmounts(json, amounts, reference.company().decimals());
    }

    private static void writeAmounts(JsonGenerator json, Amounts amounts, int decimals) throws IOException {
        json.writeStringField("opening", Money.text(amounts.opening(), decimals));
        json.writeStringField("debit", Money.text(amounts.debit(), decimals));
        json.writeStringField("credit", Money.text(amounts.credit(), decimals));
        json.writeStringField("closing", Money.text(amounts.closing(), decimals));
    }

    private static void writeCurrency(JsonGenerator json, Optional<InCurrency> inCurrency) throws IOException {
        if (inCurrency.isEmpty()) {
            json.writeNullField("inCurrency");
            return;
        }
        json.writeObjectFieldStart("inCurrency");
        json.writeStringField("currency", inCurrency.get().currency());
        writeAmounts(
                json,
                inCurrency.get().amounts(),
                Money.decimalsOf(inCurrency.get().currency()));
        json.writeEndObject();
    }

    void writeCsv(OutputStream out, CsvStyle style) throws IOException {
        List<String> header = new ArrayList<>();
        for (String term : query.terms()) {
            boolean account = term.equals(BalanceQuery.ACCOUNT);
            header.add(account ? term : "dim." + term);
            header.add("name." + term);
        }
        header.addAll(List.of("row_kind", "opening", "debit", "credit", "closing"));
        header.addAll(List.of("currency", "currency_opening", "currency_debit", "currency_credit", "currency_closing"));
        try (CsvTable table = new CsvTable(out, style, header)) {
            rows.forEach(row -> writeRow(table, row, "VALUE"));
            currencyTotals().forEach(row -> writeRow(table, unkeyed(row), "CURRENCY_TOTAL"));
            writeRow(table, new BalanceRow(List.of(), total(), Optional.empty()), "TOTAL");
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
        writeAmounts(table, row.amounts(), reference.company().decimals());
        table.text(row.currency());
        row.inCurrency()
                .ifPresentOrElse(
                        own -> writeAmounts(table, own.amounts(), Money.decimalsOf(own.currency())),
                        () -> IntStream.range(0, AMOUNTS).forEach(none -> table.empty()));
        table.endRow();
    }

    private static BalanceRow unkeyed(BalanceRow row) {
        return new BalanceRow(List.of(), row.amounts(), row.inCurrency());
    }

    private static void writeAmounts(CsvTable table, Amounts amounts, int decimals) {
        table.decimal(Money.text(amounts.opening(), decimals));
        table.decimal(Money.text(amounts.debit(), decimals));
        table.decimal(Money.text(amounts.credit(), decimals));
        table.decimal(Money.text(amounts.closing(), decimals));
    }
}
