package nl.marge.profitability.ranking;

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

/** The whale curve over HTTP. */
@Path("/api/v1/companies/{company}/whale-curve")
@Tag(name = "Profitability")
class WhaleCurveResource {

    private static final int POINTS_MAX = 10_000;
    private static final int POINTS_DEFAULT = 200;
    private static final int TOP_DEFAULT = 20;

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Rankings rankings;

    WhaleCurveResource(AskedReports requests, TableAnswers answers, Rankings rankings) {
        this.requests = requests;
        this.answers = answers;
        this.rankings = rankings;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getWhaleCurve",
            summary = "The whale curve: who earns the profit, and who eats it",
            description = "The cumulative measure over all rows, best first, with its peak and what is lost behind it;"
                    + " and the 80-20 rule the honest way: as many rows picked by profit, by gross margin and by"
                    + " revenue side by side.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "rankedBy")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "The line of the statement to add up.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "CM4"),
            example = "CM4")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "kinds", ref = "kinds")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "allocation", ref = "allocation")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(
            name = "points",
            in = ParameterIn.QUERY,
            description =
                    "About so many points, at equal distances; the first, the peak and the last are always there.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "2", maximum = "10000", defaultValue = "200"))
    @Parameter(
            name = "topPercent",
            in = ParameterIn.QUERY,
            description = "What part of the rows is picked three ways.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The curve; as CSV its points",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WhaleCurveBody.class),
                        examples = @ExampleObject(name = "customers", value = WhaleCurveBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "customers", value = WhaleCurveBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        RankingQuery query = RankingQuery.read(asked, false);
        WhaleCurveAnswer.Wanted wanted = new WhaleCurveAnswer.Wanted(
                asked.query().integer("points", POINTS_DEFAULT, 2, POINTS_MAX),
                asked.query().integer("topPercent", TOP_DEFAULT, 1, 100));
        List<String> form = new ArrayList<>(List.of(asked.company().code(), "whale-curve", wanted.toString()));
        form.addAll(query.normalForm());
        requests.check(asked, query.scenarios());
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            Rankings.Made made = rankings.made(query, asked);
            WhaleCurveAnswer answer = new WhaleCurveAnswer(made, rankings.curve(made, asked), wanted);
            return new TableReply(made.difference(), answer::body, answer::write);
        });
    }
}
