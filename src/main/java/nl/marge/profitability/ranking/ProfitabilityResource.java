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
import java.util.Optional;
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

/** Rankings over HTTP. */
@Path("/api/v1/companies/{company}/profitability")
@Tag(name = "Profitability", description = "Where the money is earned: rankings, whale curve, profit bridge, segments.")
class ProfitabilityResource {

    private static final int LIMIT_MAX = 1_000_000;

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Rankings rankings;

    ProfitabilityResource(AskedReports requests, TableAnswers answers, Rankings rankings) {
        this.requests = requests;
        this.answers = answers;
        this.rankings = rankings;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getProfitability",
            summary = "Rank customers, products or any other rows by a margin",
            description = "Each row's rank, share, cumulative share and decile by one line of the statement, and with"
                    + " compare the rank it had. Ties to the P&L: ranked and other rows sum to company.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "rankedBy")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "The line of the statement to rank by.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "CM4"),
            example = "CM4")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "kinds", ref = "kinds")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "allocation", ref = "allocation")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description = "Where each row ranked there: PREVIOUS_YEAR, PREVIOUS_PERIOD, or SCENARIO: with a scenario.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^(PREVIOUS_YEAR|PREVIOUS_PERIOD|SCENARIO:[A-Za-z0-9._-]{1,64})$"),
            example = "PREVIOUS_YEAR")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "-measure the best first, measure the worst first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"-measure", "measure"},
                            defaultValue = "-measure"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "So many rows; the rest come as one of others, so that totals tie.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000"))
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The ranking",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RankingBody.class),
                        examples = @ExampleObject(name = "customers", value = RankingBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "customers", value = RankingBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        RankingQuery query = RankingQuery.read(asked, true);
        boolean ascending = ascending(asked.query());
        int limit = asked.query().integer("limit", LIMIT_MAX, 1, LIMIT_MAX);
        List<String> form = new ArrayList<>(
                List.of(asked.company().code(), "profitability", "ascending=" + ascending, "limit=" + limit));
        form.addAll(query.normalForm());
        requests.check(asked, query.scenarios());
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            Rankings.Made made = rankings.made(query, asked);
            RankingAnswer answer = new RankingAnswer(made, ascending, limit);
            return new TableReply(made.difference(), answer::body, answer::write);
        });
    }

    private static boolean ascending(QueryParameters query) {
        return query.value(
                        "sort",
                        text -> switch (text) {
                            case "measure" -> Optional.of(true);
                            case "-measure" -> Optional.of(false);
                            default -> Optional.empty();
                        },
                        "measure or -measure")
                .orElse(false);
    }
}
