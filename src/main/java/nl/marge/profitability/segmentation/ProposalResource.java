package nl.marge.profitability.segmentation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Map;
import nl.marge.company.Company;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.segmentation.Segmentations;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
import nl.marge.platform.http.keyed.KeyedRequests;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a segmentation comes to, and writing it back, over HTTP. */
@Path("/api/v1/companies/{company}/segmentations/{segmentation}")
@Tag(name = "Segmentation")
@Consumes(MediaType.APPLICATION_JSON)
class ProposalResource {

    private final AskedReports requests;
    private final Segmentations segmentations;
    private final Proposals proposals;
    private final Assignments assignments;
    private final KeyedRequests keyedRequests;
    private final ObjectMapper json;

    ProposalResource(
            AskedReports requests,
            Segmentations segmentations,
            Proposals proposals,
            Assignments assignments,
            KeyedRequests keyedRequests,
            ObjectMapper json) {
        this.requests = requests;
        this.segmentations = segmentations;
        this.proposals = proposals;
        this.assignments = assignments;
        this.keyedRequests = keyedRequests;
        this.json = json;
    }

    @POST
    @Path("preview")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "previewSegmentation",
            summary = "What a segmentation would come to",
            description = "Ranks the values with lines in the whole months before asOf, as a P&L without further"
                    + " parameters has them, and puts each into a segment or none: counts and the P&L of each, who"
                    + " would move and why. Stores nothing. Of equal values the first by code ranks first. Segments,"
                    + " none and others sum to the P&L.")
    @Parameter(name = "asOfRecorded", ref = "asOfRecorded")
    @Parameter(name = "format", ref = "tableFormat")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalRequest.Preview.class),
                            examples = @ExampleObject(name = "day", value = ProposalRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The proposal. As CSV one line for every value, those who stay too.",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PreviewBody.class),
                        examples = @ExampleObject(name = "tiers", value = PreviewBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "tiers", value = PreviewBody.EXAMPLE_CSV))
            })
    public Response preview(
            @PathParam("company") String companyCode,
            @PathParam("segmentation") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        AskedReport report = requests.asked(companyCode, QueryParameters.of(uri));
        Segmentations.Kept segmentation = segmentations.require(report.company(), code);
        AnswerForm form = AnswerForm.of(report.query(), headers, List.of(AnswerForm.JSON, AnswerForm.CSV));
        CsvStyle style = AnswerForm.csvStyle(report.query());
        report.query().refuseIfWrong();
        ProposalRequest request = JsonBody.read(body, ProposalRequest::ofPreview);
        Proposals.Books books = new Proposals.Books(report.moment(), report.view());
        Proposals.Made made = proposals.made(proposals.asked(segmentation, request, books), books);
        Map<Integer, Proposals.Earlier> earlier = proposals.earlier(made.proposal(), books);
        PreviewAnswer answer = new PreviewAnswer(made, earlier);
        PreviewBody told = answer.body();
        return new StreamedAnswer(form, told.watermark())
                .ofReport(told.reconciliation().difference(), out -> {
                    if (form == AnswerForm.CSV) {
                        answer.write(out, style);
                    } else {
                        json.writeValue(out, told);
                    }
                });
    }

    @POST
    @Path("assignments")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "assignSegmentation",
            summary = "Write a segmentation back as memberships",
            description = "From asOf, for those who move only, all or none; nobody's later memberships change. Reports"
                    + " by `into` have them at once. A segment that is no value yet is refused by name"
                    + " (`dimension_value_unknown`), as is a watermark that is no longer that of the books"
                    + " (`version_changed`).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProposalRequest.Assignment.class),
                            examples = @ExampleObject(name = "previewed", value = ProposalRequest.EXAMPLE_ASSIGNMENT)))
    @APIResponse(
            responseCode = "200",
            description = "What was written.",
            content =
                    @Content(
                            schema = @Schema(implementation = AssignmentBody.class),
                            examples = @ExampleObject(name = "three", value = AssignmentBody.EXAMPLE)))
    public Response assign(
            @PathParam("company") String companyCode,
            @PathParam("segmentation") String code,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Company company = now(companyCode, code).company();
        QueryParameters.of(uri).refuseIfWrong();
        return keyedRequests.run(company.id(), idempotencyKey, uri, body, (sent, key) -> {
            ProposalRequest request = JsonBody.read(sent, ProposalRequest::ofAssignment);
            return Response.ok(assignments.assign(
                            () -> now(companyCode, code), request, key.map(owned -> new Kept(keyedRequests, owned))))
                    .build();
        });
    }

    /** The segmentation and the books as they are at this moment. */
    private Assignments.Sources now(String companyCode, String code) {
        AskedReport report = requests.asked(companyCode, new QueryParameters(Map.of()));
        Segmentations.Kept segmentation = segmentations.require(report.company(), code);
        return new Assignments.Sources(segmentation, new Proposals.Books(report.moment(), report.view()));
    }

    /** Keeps the answer for a repeat of the request. */
    private record Kept(KeyedRequests requests, IdempotencyKeys.Key key) implements AnswerKeeper<AssignmentBody> {
        @Override
        public IdempotencyKeys.Answer answer(AssignmentBody written) {
            return requests.answer(Response.Status.OK.getStatusCode(), "", written);
        }
    }
}
