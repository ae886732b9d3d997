package nl.marge.profitability.alert;

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
import nl.marge.profitability.ranking.RankingQuery;
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

/** Margin alerts over HTTP. */
@Path("/api/v1/companies/{company}/margin-alerts")
@Tag(name = "Profitability")
class MarginAlertsResource {

    private final AskedReports requests;
    private final TableAnswers answers;
    private final MarginAlerts alerts;

    MarginAlertsResource(AskedReports requests, TableAnswers answers, MarginAlerts alerts) {
        this.requests = requests;
        this.answers = answers;
        this.alerts = alerts;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getMarginAlerts",
            summary = "Whose margin crossed a threshold",
            description = "The rows whose margin is on the other side of an amount, or of a percentage of net revenue,"
                    + " than in the period before, with the lines that made it and a link to the profit bridge.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "rankedBy")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "The line of the statement that is the margin.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "CM4"),
            example = "CM4")
    @Parameter(
            name = "amount",
            in = ParameterIn.QUERY,
            description = "The threshold as an amount; either this or percent.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "percent",
            in = ParameterIn.QUERY,
            description = "The threshold as a percentage of net revenue; either this or amount.",
            schema = @Schema(type = SchemaType.STRING),
            example = "10")
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description =
                    "Where the margin was: PREVIOUS_PERIOD, which is the default, PREVIOUS_YEAR, or SCENARIO: with"
                            + " a scenario.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^(PREVIOUS_YEAR|PREVIOUS_PERIOD|SCENARIO:[A-Za-z0-9._-]{1,64})$",
                            defaultValue = "PREVIOUS_PERIOD"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "key by key, -difference the largest change first, whichever way it went.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"key", "-difference"},
                            defaultValue = "key"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "So many alerts; counts tell of all.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000"))
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
            description = "The alerts",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AlertsBody.class),
                        examples = @ExampleObject(name = "segments", value = AlertsBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "segments", value = AlertsBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        RankingQuery query = RankingQuery.readCompared(asked);
        Threshold threshold = Threshold.read(asked.query(), asked.company().decimals());
        AlertOrder order = AlertOrder.read(asked.query());
        List<String> form = new ArrayList<>(
                List.of(asked.company().code(), "margin-alerts", threshold.toString(), order.toString()));
        form.addAll(query.normalForm());
        requests.check(asked, query.scenarios());
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            AlertsAnswer answer = new AlertsAnswer(query, threshold, order, alerts.made(query, threshold, asked));
            return new TableReply(answer.difference(), answer::body, answer::write);
        });
    }
}
