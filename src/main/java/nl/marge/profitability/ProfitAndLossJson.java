package nl.marge.profitability;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.ledger.StatementLine;

/** Writes a report as JSON, row by row. */
final class ProfitAndLossJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final ProfitAndLoss report;
    private final RowNames names;
    private final DrillLinks links;
    private final List<String> terms;
    private final int decimals;

    ProfitAndLossJson(ProfitAndLoss report) {
        this.report = report;
        this.names = new RowNames(report.reference());
        this.links = new DrillLinks(report.query(), report.reference());
        this.terms = report.query().by().terms();
        this.decimals = report.reference().company().decimals();
    }

    /** Writes the whole answer and leaves {@code out} open. */
    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            writeHead(json);
            json.writeArrayFieldStart("rows");
            for (int row = 0; row < report.rows().size(); row++) {
                writeRow(json, row);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("total");
            writeLines(json, report.total());
            json.writeStringField("drill", links.ofTotal());
            json.writeEndObject();
            writeReconciliation(json);
            json.writeStringField("watermark", report.watermark().toString());
            json.writeStringField(
                    "membership", report.query().selection().membership().text());
            json.writeEndObject();
        }
    }

    private void writeHead(JsonGenerator json) throws IOException {
        json.writeStringField("currency", report.reference().company().currency());
        json.writeStringField("from", report.query().range().from());
        json.writeStringField("to", report.query().range().to());
        json.writeStringField("scenario", report.query().selection().scenario());
        json.writeArrayFieldStart("by");
        for (String term : terms) {
            json.writeString(term);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("columns");
        for (ReportColumns.Column column : report.columns()) {
            json.writeString(column.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ranges");
        for (ReportColumns.Column column : report.columns()) {
            json.writeStartObject();
            json.writeStringField("from", column.from());
            json.writeStringField("to", column.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeRow(JsonGenerator json, int index) throws IOException {
        ReportRow row = report.rows().get(index);
        json.writeStartObject();
        json.writeStringField("kind", row.kind().name());
        json.writeObjectFieldStart("key");
        for (int axis = 0; axis < terms.size(); axis++) {
            json.writeStringField(
                    terms.get(axis),
                    names.value(row, axis).map(DimensionValue::code).orElse(null));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("names");
        for (int axis = 0; axis < terms.size(); axis++) {
            json.writeStringField(
                    terms.get(axis),
                    names.value(row, axis).map(DimensionValue::name).orElse(null));
        }
        json.writeEndObject();
        json.writeStringField("name", names.of(row));
        writeLines(json, report.values(index));
        json.writeStringField("drill", links.of(row).orElse(null));
        json.writeEndObject();
    }

    private void writeLines(JsonGenerator json, LineValues values) throws IOException {
        json.writeArrayFieldStart("lines");
        for (int line = 0; line < report.lines().size(); line++) {
            boolean subtotal = report.lines().get(line) instanceof StatementLine.Subtotal;
            json.writeStartObject();
            json.writeStringField("line", report.lines().get(line).code());
            json.writeStringField("kind", subtotal ? "SUBTOTAL" : "AMOUNT");
            json.writeArrayFieldStart("values");
            for (int column = 0; column < report.columns().size(); column++) {
                json.writeString(Money.text(values.value(line, column), decimals));
            }
            json.writeEndArray();
            if (subtotal) {
                writePercents(json, values, line);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePercents(JsonGenerator json, LineValues values, int line) throws IOException {
        json.writeArrayFieldStart("percentOfNetRevenue");
        for (int column = 0; column < report.columns().size(); column++) {
            Optional<String> percent =
                    values.percentOfNetRevenue(line, column).map(java.math.BigDecimal::toPlainString);
            json.writeString(percent.orElse(null));
        }
        json.writeEndArray();
    }

    private void writeReconciliation(JsonGenerator json) throws IOException {
        Reconciliation proof = report.reconciliation();
        json.writeObjectFieldStart("reconciliation");
        writeAmount(json, "ledger", proof.ledger());
        writeAmount(json, "reported", proof.reported());
        writeAmount(json, "difference", proof.difference());
        writeAmount(json, "unassigned", proof.unassigned());
        // Allocation comes with a later version: nothing is allocated, so no capacity is unused and no cost left over.
        writeAmount(json, "unusedCapacity", BigInteger.ZERO);
        writeAmount(json, "unallocated", BigInteger.ZERO);
        json.writeArrayFieldStart("allocationRuns");
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeAmount(JsonGenerator json, String name, BigInteger minorUnits) throws IOException {
        json.writeStringField(name, Money.text(minorUnits, decimals));
    }
}
