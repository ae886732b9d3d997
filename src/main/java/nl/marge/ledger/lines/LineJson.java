package nl.marge.ledger.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DerivedValues;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.entry.ShownOrigin;

/** Writes lines as JSON objects. */
final class LineJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final LineView view;
    private final int decimals;

    LineJson(LineView view) {
        this.view = view;
        this.decimals = view.reference().company().decimals();
    }

    /** A generator that leaves {@code out} open. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Writes one line. */
    void write(JsonGenerator json, PublishedLine line) throws IOException {
        EntryHeader entry = line.entry();
        json.writeStartObject();
        json.writeNumberField("number", entry.number());
        json.writeNumberField("line", line.lineNumber());
        json.writeStringField("externalId", entry.externalId());
        json.writeStringField("source", entry.source());
        json.writeStringField("kind", entry.kind().name());
        json.writeStringField("scenario", entry.scenario());
        json.writeStringField("postingDate", entry.postingDate().toString());
        json.writeStringField("recordedAt", entry.recordedAt().toString());
        json.writeStringField("account", view.account(line).code());
        json.writeStringField("amount", Money.text(line.amount(), decimals));
        json.writeStringField("currency", entry.currency());
        json.writeStringField("currencyAmount", line.currencyAmountText());
        writeOptional(json, "value", view.statementValue(line).map(value -> Money.text(value, decimals)));
        writeOptional(
                json,
                "quantity",
                line.quantity().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Quantities.text(line.quantity().getAsLong())));
        writeOptional(json, "text", line.text());
        writeOptional(json, "lineId", line.lineId());
        json.writeStringField("membershipDate", line.membershipDate().toString());
        writeDimensions(json, view.set(line));
        writeOrigins(json, view.origins(line));
        writeDerived(json, view.derived(line));
        json.writeEndObject();
    }

    private void writeDimensions(JsonGenerator json, DimensionSet set) throws IOException {
        DimensionReference dimensions = view.reference().dimensions();
        json.writeObjectFieldStart("dimensions");
        for (int i = 0; i < set.size(); i++) {
            json.writeStringField(
                    dimensions.dimension(set.dimensionId(i)).code(),
                    dimensions.value(set.valueId(i)).code());
        }
        json.writeEndObject();
    }

    private static void writeOrigins(JsonGenerator json, Map<String, ShownOrigin> origins) throws IOException {
        json.writeObjectFieldStart("provenance");
        for (Map.Entry<String, ShownOrigin> one : origins.entrySet()) {
            ShownOrigin origin = one.getValue();
            json.writeObjectFieldStart(one.getKey());
            json.writeStringField("by", origin.by());
            if (origin.rule().isPresent()) {
                json.writeStringField("rule", origin.rule().get());
                json.writeNumberField("version", origin.version().orElseThrow());
            }
            if (origin.line().isPresent()) {
                json.writeNumberField("line", origin.line().get());
            }
            if (origin.correction().isPresent()) {
                json.writeStringField("correction", origin.correction().get());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeDerived(JsonGenerator json, Map<String, DerivedValues.Shown> derived) throws IOException {
        json.writeObjectFieldStart("derived");
        for (Map.Entry<String, DerivedValues.Shown> one : derived.entrySet()) {
            json.writeObjectFieldStart(one.getKey());
            json.writeStringField("value", one.getValue().value());
            json.writeStringField("by", one.getValue().by());
            writeOptional(json, "since", one.getValue().since().map(Object::toString));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }
}
