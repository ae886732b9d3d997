package nl.marge.profitability;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Money;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.audit.FeedComparison;

/** Writes a report as JSON, row by row. */
final class ProfitAndLossJson {

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private final ProfitAndLoss report;
    private final List<FeedComparison> feeds;
    private final AllocationMemo memo;
    private final RowNames names;
    private final DrillLinks links;
    private final Optional<DrillLinks> baseLinks;
    private final List<String> terms;
    private final int decimals;

    ProfitAndLossJson(ProfitAndLoss report, List<FeedComparison> feeds, AllocationMemo memo) {
        this.memo = memo;
        this.feeds = feeds;
        this.report = report;
        this.names = new RowNames(report.reference());
        this.links = new DrillLinks(report.query(), report.reference());
        this.baseLinks = report.base().map(base -> new DrillLinks(base.query(), base.reference()));
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
            writeLines(json, report.total(), report.base().map(ProfitAndLoss::total));
            json.writeStringField("drill", links.ofTotal());
            writeBaseDrill(json, DrillLinks::ofTotal);
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
        writeRanges(json, report);
        if (report.base().isPresent()) {
            ReportQuery base = report.base().get().query();
            json.writeObjectFieldStart("compare");
            json.writeStringField("with", report.query().compare().orElseThrow().text());
            json.writeStringField("from", base.range().from());
            json.writeStringField("to", base.range().to());
            json.writeStringField("scenario", base.selection().scenario());
            writeRanges(json, report.base().get());
            json.writeEndObject();
        }
    }

    private static void writeRanges(JsonGenerator json, ProfitAndLoss of) throws IOException {
        json.writeArrayFieldStart("ranges");
        for (ReportColumns.Column column : of.columns()) {
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
        writeLines(json, report.values(index), report.base().map(base -> base.values(index)));
        json.writeStringField("drill", links.of(row).orElse(null));
        writeBaseDrill(json, of -> of.of(row).orElse(null));
        json.writeEndObject();
    }

    private void writeBaseDrill(JsonGenerator json, Function<DrillLinks, String> link) throws IOException {
        if (baseLinks.isPresent()) {
            json.writeObjectFieldStart("compare");
            json.writeStringField("drill", link.apply(baseLinks.get()));
            json.writeEndObject();
        }
    }

    private void writeLines(JsonGenerator json, LineValues values, Optional<LineValues> base) throws IOException {
        json.writeArrayFieldStart("lines");
        for (int line = 0; line < report.lines().size(); line++) {
            int at = line;
            boolean subtotal = report.lines().get(line) instanceof StatementLine.Subtotal;
            json.writeStartObject();
            json.writeStringField("line", report.lines().get(line).code());
            json.writeStringField("kind", subtotal ? "SUBTOTAL" : "AMOUNT");
            writeAmounts(json, "values", column -> values.value(at, column));
            if (subtotal) {
                writePercents(json, "percentOfNetRevenue", column -> values.percentOfNetRevenue(at, column));
            }
            if (base.isPresent()) {
                writeCompared(json, new ComparedValues(values, base.get()), line);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCompared(JsonGenerator json, ComparedValues compared, int line) throws IOException {
        writeAmounts(json, "compareValues", column -> compared.base(line, column));
        writeAmounts(json, "differences", column -> compared.difference(line, column));
        writePercents(json, "differencePercents", column -> compared.differencePercent(line, column));
    }

    private void writeAmounts(JsonGenerator json, String name, IntFunction<BigInteger> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (int column = 0; column < report.columns().size(); column++) {
            json.writeString(Money.text(value.apply(column), decimals));
        }
        json.writeEndArray();
    }

    private void writePercents(JsonGenerator json, String name, IntFunction<Optional<BigDecimal>> percent)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (int column = 0; column < report.columns().size(); column++) {
            json.writeString(
                    percent.apply(column).map(BigDecimal::toPlainString).orElse(null));
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
        writeAmount(json, "unusedCapacity", proof.capacity().unused());
        writeAmount(json, "overDriven", proof.capacity().overDriven());
        writeAmount(json, "unallocated", memo.unallocated());
        json.writeArrayFieldStart("allocationRuns");
        for (String run : memo.runs()) {
            json.writeString(run);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("controlTotals");
        for (FeedComparison feed : feeds) {
            json.writePOJO(feed);
        }
        json.writeEndArray();
        if (report.base().isPresent()) {
            Reconciliation base = report.base().get().reconciliation();
            json.writeObjectFieldStart("compare");
            writeAmount(json, "ledger", base.ledger());
            writeAmount(json, "reported", base.reported());
            writeAmount(json, "difference", base.difference());
            writeAmount(json, "unassigned", base.unassigned());
            writeAmount(json, "unusedCapacity", base.capacity().unused());
            writeAmount(json, "overDriven", base.capacity().overDriven());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeAmount(JsonGenerator json, String name, BigInteger minorUnits) throws IOException {
        json.writeStringField(name, Money.text(minorUnits, decimals));
    }
}
