package nl.marge.platform.http.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.marge.platform.http.PageRequest;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * The parameters that many operations have, each once; a method names one by {@code @Parameter(name = "limit", ref =
 * "limit")}.
 */
final class StandardParameters {

    static final String IF_MATCH = "ifMatch";
    static final String IF_NONE_MATCH = "ifNoneMatch";
    static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private static final String CODE_PATTERN = "^[A-Za-z0-9._-]{1,64}$";
    private static final String DATE =
            " A period such as 2026-03 or a day such as 2026-03-16, both inclusive, both in the same form.";

    private StandardParameters() {}

    static void define(Components components) {
        Schema code = text().pattern(CODE_PATTERN);
        components
                .addParameter(
                        "company",
                        path("company", "The code of the company.", code).example("ACME"))
                .addParameter(
                        "from",
                        query("from", "The first period or day." + DATE, text())
                                .required(true)
                                .example("2026-01"))
                .addParameter(
                        "to",
                        query("to", "The last period or day." + DATE, text())
                                .required(true)
                                .example("2026-12"))
                .addParameter(
                        "fromOptional", query("from", "The first period or day; open when absent." + DATE, text()))
                .addParameter("toOptional", query("to", "The last period or day; open when absent." + DATE, text()));
        definePaging(components);
        defineForms(components);
        defineHeaders(components);
        ReportParameters.define(components);
    }

    /** A reference to the shared parameter of the same name, place and necessity; else the parameter itself. */
    static Parameter reference(Parameter parameter, Components components) {
        return components.getParameters().entrySet().stream()
                .filter(shared -> areAlike(shared.getValue(), parameter))
                .findFirst()
                .map(shared -> OASFactory.createParameter().ref(shared.getKey()))
                .orElse(parameter);
    }

    /** Whether an operation takes the shared parameter of this name. */
    static boolean takes(Operation operation, String shared) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter ->
                                parameter.getRef() != null && parameter.getRef().endsWith("/" + shared));
    }

    /** Gives a parameter of one resource what it lacks: codes in paths are alike, and text is text. */
    static void complete(Parameter parameter) {
        if (parameter.getRef() != null) {
            return;
        }
        if (parameter.getDescription() == null && parameter.getIn() == In.PATH) {
            boolean id = parameter.getName().equals("id");
            parameter.description(
                    id ? "The id that its creation gave." : "The code of the " + parameter.getName() + ".");
            parameter.schema(id ? text() : text().pattern(CODE_PATTERN));
        }
        if (parameter.getSchema() == null) {
            parameter.schema(text());
        }
    }

    private static boolean areAlike(Parameter shared, Parameter parameter) {
        return Objects.equals(shared.getName(), parameter.getName())
                && shared.getIn() == parameter.getIn()
                && Boolean.TRUE.equals(shared.getRequired()) == Boolean.TRUE.equals(parameter.getRequired());
    }

    private static void definePaging(Components components) {
        Schema limit = OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageRequest.LIMIT_MAX))
                .defaultValue(PageRequest.LIMIT_DEFAULT);
        components
                .addParameter("limit", query("limit", "Items in the page at most.", limit))
                .addParameter(
                        "cursor",
                        query("cursor", "What `next` of the page before said; absent for the first page.", text()))
                .addParameter("dryRun", query("dryRun", "Whether to check only and store nothing.", flag()))
                .addParameter("leftOut", query("leftOut", "Whether only entries with `accepted` are told.", flag()));
    }

    private static void defineForms(Components components) {
        components
                .addParameter(
                        "format",
                        query("format", "The form of the answer, over Accept.", oneOf("json", "csv", "ndjson")))
                .addParameter(
                        "tableFormat", query("format", "The form of the answer, over Accept.", oneOf("json", "csv")))
                .addParameter("bom", query("bom", "Whether CSV begins with a byte order mark.", flag()))
                .addParameter(
                        "decimal",
                        query(
                                "decimal",
                                "The decimal sign in CSV.",
                                oneOf("point", "comma").defaultValue("point")))
                .addParameter(
                        "separator",
                        query(
                                "separator",
                                "What stands between cells of CSV.",
                                oneOf("comma", "semicolon", "tab").defaultValue("comma")));
    }

    private static void defineHeaders(Components components) {
        components
                .addParameter(
                        IF_MATCH,
                        header("If-Match", "The ETag the resource must still have, else 412.")
                                .example("\"5\""))
                .addParameter(
                        IF_NONE_MATCH,
                        header("If-None-Match", "The ETags of answers the caller has; 304 when one still holds."))
                .addParameter(
                        IDEMPOTENCY_KEY,
                        header(
                                        "Idempotency-Key",
                                        "The caller's own name for this request, 1 to 200 visible ASCII characters: a"
                                                + " repetition gets the same answer and does nothing.")
                                .example("2f1c0a52-7f0e-4a4f"));
    }

    private static Parameter path(String name, String description, Schema schema) {
        return parameter(name, In.PATH, description, schema).required(true);
    }

    static Parameter query(String name, String description, Schema schema) {
        return parameter(name, In.QUERY, description, schema);
    }

    private static Parameter header(String name, String description) {
        return parameter(name, In.HEADER, description, text());
    }

    private static Parameter parameter(String name, In in, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(schema);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema flag() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN).defaultValue(false);
    }

    static Schema oneOf(String... names) {
        return text().enumeration(List.of((Object[]) names));
    }
}
