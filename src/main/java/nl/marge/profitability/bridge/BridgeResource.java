package nl.marge.profitability.bridge;

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
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
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

/** The profit bridge over HTTP. */
@Path("/api/v1/companies/{company}/profit-bridge")
@Tag(name = "Profitability")
class BridgeResource {

    private final AskedReports requests;
    private final TableAnswers answers;
    private final Bridges bridges;
    private final AllocationMemos memos;

    BridgeResource(AskedReports requests, TableAnswers answers, Bridges bridges, AllocationMemos memos) {
        this.requests = requests;
        this.answers = answers;
        this.bridges = bridges;
        this.memos = memos;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getProfitBridge",
            summary = "The profit bridge: what moved a margin from one range or scenario to another",
            description = "Per row and for all together: price, volume, mix, purchase cost, new and lost lines, what no"
                    + " quantity explains, and each line of the statement between CM1 and the measure. The steps sum"
                    + " to the difference identically.")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "by")
    @Parameter(
            name = "base",
            in = ParameterIn.QUERY,
            required = true,
            description = "Where the bridge begins: PREVIOUS_YEAR, PREVIOUS_PERIOD, two periods or days with .. between"
                    + " them that share no day with the range, or SCENARIO: with a scenario.",
            schema = @Schema(type = SchemaType.STRING),
            example = "PREVIOUS_YEAR")
    @Parameter(
            name = "measure",
            in = ParameterIn.QUERY,
            description = "The line of the statement to bridge; it must contain CM1.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "CM4"),
            example = "CM4")
    @Parameter(
            name = "lines",
            in = ParameterIn.QUERY,
            description = "The dimensions that tell one line from another below each row; when absent, those of PRODUCT"
                    + " and CUSTOMER that the company has.",
            schema = @Schema(type = SchemaType.STRING),
            example = "PRODUCT,CUSTOMER")
    @Parameter(
            name = "unitAttribute",
            in = ParameterIn.QUERY,
            description = "The attribute of values that tells what quantities are counted in; quantities of different"
                    + " units are not added up.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "unit"))
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
            description = "The bridge; as CSV a line for each row and step",
            headers = {
                @Header(name = "X-Marge-Watermark", ref = "watermark"),
                @Header(name = "X-Marge-Difference", ref = "difference")
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BridgeBody.class),
                        examples = @ExampleObject(name = "segments", value = BridgeBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "segments", value = BridgeBody.EXAMPLE_CSV))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/EntryRefused")
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        AskedReport asked = requests.asked(companyCode, QueryParameters.of(uri));
        BridgeQuery query = BridgeQuery.read(asked);
        requests.check(asked, query.scenarios());
        List<String> form = new ArrayList<>(List.of(asked.company().code()));
        form.addAll(query.normalForm());
        return answers.answer(asked.query(), headers, asked.watermark(), form, () -> {
            Bridge bridge = bridges.of(query, asked.reference(), asked.view());
            BridgeAnswer answer = new BridgeAnswer(bridge, memos(query, asked));
            return new TableReply(bridge.difference(), answer::body, answer::write);
        });
    }

    private BridgeAnswer.Memos memos(BridgeQuery query, AskedReport asked) {
        AllocationMemo before = memos.of(asked.reference(), query.base().range(), query.baseSelection(), asked.view());
        return new BridgeAnswer.Memos(
                before, memos.of(asked.reference(), query.range(), query.selection(), asked.view()));
    }
}
