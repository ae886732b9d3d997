package nl.marge.profitability.whatif.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
import nl.marge.platform.json.JsonBody;
import nl.marge.profitability.whatif.WhatIf;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What-ifs that are asked at once, over HTTP. */
@Path("/api/v1/companies/{company}/what-if")
@Tag(name = "What-if", description = "What six levers would do to the segment P&L; nothing is posted.")
@Consumes(MediaType.APPLICATION_JSON)
class AskedWhatIfResource {

    private final Companies companies;
    private final Answers answers;

    AskedWhatIfResource(Companies companies, Answers answers) {
        this.companies = companies;
        this.answers = answers;
    }

    @POST
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "askWhatIf",
            summary = "What levers would do to the segment P&L",
            description = "Before, after and difference of every line, per row and for the company; stores nothing."
                    + " Levers are moved one after the other, each on what those before it left; what each would do"
                    + " alone stands with it. A driver's effect is found by making the allocation runs in the range"
                    + " again: freed time shows as unused capacity, so the company's profit stays until the pool's cost"
                    + " is cut. A lever on a total that comes to 0 is refused (`value_invalid`).")
    @Parameter(name = "format", ref = "format")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestBodies.WhatIf.class),
                            examples = @ExampleObject(name = "two", value = WhatIfResultBody.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "What would come of it. As CSV one line of the table for every line of every row: dim.X and"
                    + " name.X for each axis, row_kind, line, line_kind, before, after, difference.",
            headers = @Header(name = "X-Marge-Watermark", ref = "watermark"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WhatIfResultBody.class),
                        examples = @ExampleObject(name = "price", value = WhatIfResultBody.EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "price", value = WhatIfResultBody.EXAMPLE_CSV))
            })
    public Response ask(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        AnswerForm form = AnswerForm.of(query, headers, List.of(AnswerForm.JSON, AnswerForm.CSV));
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        WhatIfRequest request = JsonBody.read(body, WhatIfRequest::read);
        WhatIf calculated = answers.whatIf(company, request);
        return new StreamedAnswer(form, calculated.ground().report().watermark().toString())
                .of(answers.body(calculated, form, style));
    }

    @POST
    @Path("sensitivity")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askSensitivity",
            summary = "What one percent of each lever would do to each row",
            description = "The price by +1, costs and driver quantities by -1 percent, each on one row alone; ranked by"
                    + " what it does to the row. Drivers of TIME_DRIVEN and DIRECT rules count as BACK_OFFICE or"
                    + " CREDIT_COLLECTION by the line their cost arrives on; others are no lever. At most 20,000"
                    + " calculations (`report_too_large`).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestBodies.Report.class),
                            examples = @ExampleObject(name = "year", value = SensitivityBody.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The effects, the largest on a row first.",
            content =
                    @Content(
                            schema = @Schema(implementation = SensitivityBody.class),
                            examples = @ExampleObject(name = "ranked", value = SensitivityBody.EXAMPLE)))
    public SensitivityBody sensitivity(
            @PathParam("company") String companyCode, @Context UriInfo uri, InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        ScopeRequest request = JsonBody.read(body, WhatIfRequest::readScope);
        return SensitivityBody.of(answers.sensitivity(company, request));
    }

    @POST
    @Path("break-even")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askBreakEven",
            summary = "How far a lever has to go until a row reaches a target",
            description = "The smallest change in percent, to six decimals, from -100 to 1000; for a row that is beyond"
                    + " the target already the largest one that keeps it there. `reachable` is false where there is"
                    + " none, with the best value there is and why.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestBodies.BreakEven.class),
                            examples = @ExampleObject(name = "web", value = BreakEvenBody.REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The change, and what the row comes to with it.",
            content =
                    @Content(
                            schema = @Schema(implementation = BreakEvenBody.class),
                            examples = @ExampleObject(name = "web", value = BreakEvenBody.EXAMPLE)))
    public BreakEvenBody breakEven(@PathParam("company") String companyCode, @Context UriInfo uri, InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        BreakEvenRequest request = JsonBody.read(body, BreakEvenRequest::read);
        return BreakEvenBody.of(answers.breakEven(company, request));
    }
}
