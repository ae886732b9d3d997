package nl.marge.profitability.whatif.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import nl.marge.allocation.lever.WhatIf;
import nl.marge.allocation.lever.WhatIfs;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
import nl.marge.profitability.whatif.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a kept what-if comes to, over HTTP. */
@Path("/api/v1/companies/{company}/what-ifs/{whatIf}/result")
@Tag(name = "What-if", description = "What six levers would do to the segment P&L; nothing is posted.")
class KeptWhatIfResource {

    private final Companies companies;
    private final WhatIfs whatIfs;
    private final Answers answers;

    KeptWhatIfResource(Companies companies, WhatIfs whatIfs, Answers answers) {
        this.companies = companies;
        this.whatIfs = whatIfs;
        this.answers = answers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "getWhatIfResult",
            summary = "What a kept what-if comes to",
            description = "Calculated when asked, over the books as they are then. The range and the axes are those"
                    + " kept with it unless the query names others; one that keeps no range needs from and to. What"
                    + " its levers name and is gone since is refused (422).")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "by")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "scenario", ref = "scenario")
    @Parameter(name = "format", ref = "format")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @APIResponse(
            responseCode = "200",
            description = "As for a what-if that is asked at once.",
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
    public Response result(
            @PathParam("company") String companyCode,
            @PathParam("whatIf") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        WhatIf whatIf = whatIfs.require(company, code);
        QueryParameters query = QueryParameters.of(uri);
        Answers.Now now = answers.now(company);
        Scope scope = now.scopes().scope(query, ScopeForm.Kept.of(whatIf));
        AnswerForm form = AnswerForm.of(query, headers, List.of(AnswerForm.JSON, AnswerForm.CSV));
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        nl.marge.profitability.whatif.WhatIf calculated = answers.kept(now, scope, whatIf.levers());
        return new StreamedAnswer(form, calculated.ground().report().watermark().toString())
                .of(answers.body(calculated, form, style));
    }
}
