package nl.marge.profitability.assortment;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.table.TableAnswers;
import nl.marge.platform.http.table.TableReply;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** ABC and XYZ classes over HTTP. */
@Path("/api/v1/companies/{company}/assortment")
@Tag(name = "Profitability")
class AssortmentResource {

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Assortments assortments;

    AssortmentResource(AskedReports requests, TableAnswers answers, Assortments assortments) {
        this.requests = requests;
        this.answers = answers;
        this.assortments = assortments;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getAssortment",
            summary = "ABC by margin and XYZ by demand, with the stock they suggest",
            description = "Items by what they earn after cost-to-serve, not by revenue, and by how much their demand"
                    + " varies from month to month; per key of by where it is given. Service levels, safety stock and"
                    + " reorder point are an input for whoever replenishes.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(
            name = "items",
            in = ParameterIn.QUERY,
            description = "The dimension that is classified.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "PRODUCT"),
            example = "PRODUCT")
    @Parameter(name = "by", ref = "by")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "The line of the statement that ABC goes by.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "CM4"),
            example = "CM4")
    @Parameter(
            name = "a",
            in = ParameterIn.QUERY,
            description = "Percent of what is earned at which class A ends: above 0, at most 100, 4 decimals.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "80"))
    @Parameter(
            name = "b",
            in = ParameterIn.QUERY,
            description = "Percent of what is earned at which class B ends, at least a.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "95"))
    @Parameter(
            name = "x",
            in = ParameterIn.QUERY,
            description = "Coefficient of variation of monthly demand up to which it is X.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "0.5"))
    @Parameter(
            name = "y",
            in = ParameterIn.QUERY,
            description = "Coefficient of variation up to which it is Y, at least x; beyond it is Z.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "1"))
    @Parameter(
            name = "leadTimeMonths",
            in = ParameterIn.QUERY,
            description = "Months from order to delivery, for the stock suggested.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "1"))
    @Parameter(
            name = "leadTimeAttribute",
            in = ParameterIn.QUERY,
            description = "The attribute by which items say lead times of their own; leadTimeMonths is that of the"
                    + " others.",
            schema = @Schema(type = SchemaType.STRING),
            example = "leadTimeMonths")
    @Parameter(
            name = "serviceLevel",
            in = ParameterIn.QUERY,
            description = "Percent of cycles without a stock-out, by class or by pair of classes, in place of those"
                    + " proposed: 50 to 99.99.",
            schema = @Schema(type = SchemaType.STRING),
            example = "A:98,B:95,CZ:85")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "kinds", ref = "kinds")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "allocation", ref = "allocation")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The items with their classes",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AssortmentBody.class),
                        examples = @ExampleObject(name = "products", value = AssortmentBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "products", value = AssortmentBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        AssortmentQuery query = AssortmentQuery.read(asked);
        List<String> form = new ArrayList<>(List.of(asked.company().code(), "assortment"));
        form.addAll(query.normalForm());
        requests.check(asked, query.scenarios());
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            AssortmentAnswer answer = new AssortmentAnswer(assortments.made(query, asked));
            return new TableReply(answer.difference(), answer::body, answer::write);
        });
    }
}
