package nl.marge.platform.http.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.Optional;
import nl.marge.platform.json.CollectionBody;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * NDJSON bodies in the contract: to OpenAPI a text, whose example is made of the items of the JSON body's, so that a
 * resource gives one example for both.
 */
final class NdjsonBodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NdjsonBodies() {}

    /** Completes the content of a body that is taken as JSON and as NDJSON. */
    static void complete(Content content) {
        for (String type : new String[] {CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS}) {
            MediaType lines = content.getMediaType(type);
            if (lines != null) {
                lines.schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .description("One item a line; see the array of application/json for its members."));
                lines.setExamples(null);
                example(content).ifPresent(lines::setExample);
            }
        }
    }

    private static Optional<Object> example(Content content) {
        MediaType json = content.getMediaType("application/json");
        if (json == null) {
            return Optional.empty();
        }
        if (json.getExample() != null) {
            return Optional.of(lines(json.getExample()));
        }
        return Optional.ofNullable(json.getExamples())
                .flatMap(examples ->
                        examples.values().stream().map(Example::getValue).findFirst())
                .map(NdjsonBodies::lines);
    }

    /** The items of an array, or of the first array among an object's members, one a line. */
    private static String lines(Object example) {
        try {
            JsonNode node = example instanceof String text ? JSON.readTree(text) : JSON.valueToTree(example);
            for (Iterator<JsonNode> members = node.elements(); node.isObject() && members.hasNext(); ) {
                JsonNode member = members.next();
                node = member.isArray() ? member : node;
            }
            StringBuilder lines = new StringBuilder();
            for (JsonNode item : node) {
                lines.append(JSON.writeValueAsString(item)).append('\n');
            }
            return lines.toString();
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("the example of a JSON body is no JSON: " + example, notJson);
        }
    }
}
