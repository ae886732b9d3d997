package nl.marge.customervalue.rfm;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.keyed.KeyedRequests;
import nl.marge.platform.http.table.TableAnswers;
import nl.marge.platform.http.table.TableReply;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scores of customers, and writing them back, over HTTP. */
@Path("/api/v1/companies/{company}/rfm")
@Tag(name = "Customer value")
class RfmResource {

    private static final int LIMIT_MAX = 1_000_000;

    private final Companies companies;
    private final AskedReports requests;
    private final TableAnswers answers;
    private final Rfms rfms;
    private final RfmAssignments assignments;
    private final KeyedRequests keyedRequests;

    RfmResource(
            Companies companies,
            AskedReports requests,
            TableAnswers answers,
            Rfms rfms,
            RfmAssignments assignments,
            KeyedRequests keyedRequests) {
        this.companies = companies;
        this.requests = requests;
        this.answers = answers;
        this.rfms = rfms;
        this.assignments = assignments;
        this.keyedRequests = keyedRequests;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getRfm",
            summary = "Score customers by recency, frequency and money",
            description = "Days since the last purchase day, purchase days, and margin or revenue, each scored 1 to 5:"
                    + " by fifths of rank where equals share their average rank, or by cut-offs. Cells and what is not"
                    + " scored sum to the P&L.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "The day from which recency is counted back: the last day of the range, or a later one.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-04-01")
    @Parameter(name = "of", ref = "customersOf")
    @Parameter(name = "measure", ref = "customerMeasure")
    @Parameter(
            name = "money",
            in = ParameterIn.QUERY,
            description = "What money is: the margin after cost-to-serve and before acquisition, or net revenue.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"MARGIN", "REVENUE"},
                            defaultValue = "MARGIN"))
    @Parameter(
            name = "recencyCuts",
            in = ParameterIn.QUERY,
            description = "Four numbers of days, ascending: at most the first is 5, beyond the last is 1.",
            schema = @Schema(type = SchemaType.STRING),
            example = "30,60,90,180")
    @Parameter(
            name = "frequencyCuts",
            in = ParameterIn.QUERY,
            description = "Four numbers of purchase days, ascending: below the first is 1, at least the last is 5.",
            schema = @Schema(type = SchemaType.STRING),
            example = "2,3,5,10")
    @Parameter(
            name = "moneyCuts",
            in = ParameterIn.QUERY,
            description = "Four amounts, ascending: below the first is 1, at least the last is 5.",
            schema = @Schema(type = SchemaType.STRING),
            example = "100,500,1000,5000")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "So many customers, by code; cells count all.",
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
            description = "The scores; as CSV the customers",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RfmBody.class),
                        examples = @ExampleObject(name = "one", value = RfmBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "one", value = RfmBody.EXAMPLE_CSV))
            })
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        Optional<RfmQuery> query = RfmQuery.read(asked);
        int limit = asked.query().integer("limit", LIMIT_MAX, 1, LIMIT_MAX);
        List<String> form = new ArrayList<>(List.of(asked.company().code(), "rfm", "limit=" + limit));
        query.ifPresent(read -> {
            form.addAll(read.normalForm());
            requests.check(
                    asked, Map.of("scenario", read.histories().selection().scenario()));
        });
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            RfmAnswer answer = new RfmAnswer(rfms.made(query.orElseThrow(), asked), limit);
            RfmBody body = answer.body();
            return new TableReply(body.reconciliation().difference(), () -> body, answer::write);
        });
    }

    @POST
    @Path("assignments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assignRfm",
            summary = "Write scores back as memberships",
            description = "From asOf, for those who move only, all or none; nobody's later memberships change. Members"
                    + " are those of GET .../rfm. A cell that is no value yet is created or refused by name"
                    + " (`dimension_value_unknown`); a watermark that is no longer that of the books is refused"
                    + " (`version_changed`).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RfmAssignmentRequest.Body.class),
                            examples = @ExampleObject(name = "year", value = RfmAssignmentRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What was written.",
            content =
                    @Content(
                            schema = @Schema(implementation = RfmAssignmentBody.class),
                            examples = @ExampleObject(name = "three", value = RfmAssignmentBody.EXAMPLE)))
    public Response assign(
            @PathParam("company") String companyCode,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        return keyedRequests.run(company.id(), idempotencyKey, uri, body, (sent, key) -> {
            RfmAssignmentRequest request = JsonBody.read(sent, RfmAssignmentRequest::read);
            return Response.ok(assignments.assign(
                            () -> requests.asked(
                                    companyCode, request.parameters().query()),
                            request,
                            key.map(owned -> new Kept(keyedRequests, owned))))
                    .build();
        });
    }

    /** Keeps the answer for a repeat of the request. */
    private record Kept(KeyedRequests requests, IdempotencyKeys.Key key) implements AnswerKeeper<RfmAssignmentBody> {
        @Override
        public IdempotencyKeys.Answer answer(RfmAssignmentBody written) {
            return requests.answer(Response.Status.OK.getStatusCode(), "", written);
        }
    }
}
