package nl.marge.customervalue.cohort;

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
import java.util.Map;
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

/** Cohorts over HTTP. */
@Path("/api/v1/companies/{company}/cohorts")
@Tag(name = "Customer value")
class CohortResource {

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Cohorts cohorts;

    CohortResource(AskedReports requests, TableAnswers answers, Cohorts cohorts) {
        this.requests = requests;
        this.answers = answers;
        this.cohorts = cohorts;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getCohorts",
            summary = "Cohorts of customers by their first purchase",
            description = "Who of them still buys and what they bring, age by age: logo, revenue and margin retention,"
                    + " survival, acquisition cost, payback. Ages that are not over are null, never 0. Cohorts and"
                    + " what is in none sum to the P&L.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "of", ref = "customersOf")
    @Parameter(
            name = "segmentBy",
            in = ParameterIn.QUERY,
            description = "A dimension that is derived from the customers': cohorts of each of its values are told"
                    + " too. A customer belongs where he belongs on the last day of the range.",
            schema = @Schema(type = SchemaType.STRING),
            example = "SEGMENT")
    @Parameter(name = "measure", ref = "customerMeasure")
    @Parameter(
            name = "grain",
            in = ParameterIn.QUERY,
            description = "By what cohorts and ages are counted: fiscal periods or fiscal quarters.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"MONTH", "QUARTER"},
                            defaultValue = "MONTH"))
    @Parameter(
            name = "silence",
            in = ParameterIn.QUERY,
            description = "Who has not bought for longer counts as lost in survival; ISO 8601.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "P6M"),
            example = "P6M")
    @Parameter(
            name = "annualRate",
            in = ParameterIn.QUERY,
            description = "Annual effective rate as a fraction from 0 to 1: 0.10 is 10 %. Values and paybacks are then"
                    + " discounted by days to the first day of the cohort; without it nothing is.",
            schema = @Schema(type = SchemaType.STRING),
            example = "0.10")
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
            description = "The table; as CSV without survival",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CohortBody.class),
                        examples = @ExampleObject(name = "months", value = CohortExample.JSON)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "months", value = CohortExample.CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/ReportTooLarge")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        Optional<CohortQuery> query = CohortQuery.read(asked);
        List<String> form = new ArrayList<>(List.of(asked.company().code(), "cohorts"));
        query.ifPresent(read -> {
            form.addAll(read.normalForm());
            requests.check(
                    asked, Map.of("scenario", read.histories().selection().scenario()));
        });
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            Cohorts.Made made = cohorts.made(query.orElseThrow(), asked);
            CohortBody body = new CohortAnswer(made).body();
            return new TableReply(
                    body.reconciliation().difference(), () -> body, (out, style) -> CohortCsv.write(body, out, style));
        });
    }
}
