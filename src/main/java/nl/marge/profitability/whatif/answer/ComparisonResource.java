package nl.marge.profitability.whatif.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import nl.marge.allocation.lever.WhatIf;
import nl.marge.allocation.lever.WhatIfs;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.whatif.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Kept what-ifs side by side, over HTTP. */
@Path("/api/v1/companies/{company}/what-if-comparison")
@Tag(name = "What-if", description = "What six levers would do to the segment P&L; nothing is posted.")
class ComparisonResource {

    private static final String CODES = "codes";

    /** What-ifs side by side at most: more do not fit beside each other. */
    private static final int COMPARED_LIMIT = 10;

    private final Companies companies;
    private final WhatIfs whatIfs;
    private final Answers answers;

    ComparisonResource(Companies companies, WhatIfs whatIfs, Answers answers) {
        this.companies = companies;
        this.whatIfs = whatIfs;
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "compareWhatIfs",
            summary = "Kept what-ifs side by side",
            description = "CM1 to CM4 and the operating profit before and after each what-if, per row and for the"
                    + " company. Every what-if is calculated over the same report: where the query names no range, over"
                    + " that (and the axes) of the first of them that keeps one.")
    @Parameter(
            name = CODES,
            in = ParameterIn.QUERY,
            required = true,
            description = "Codes of one to ten what-ifs, separated by commas.",
            schema = @Schema(type = SchemaType.STRING),
            example = "DEARER,LEANER")
    @Parameter(name = "from", ref = "from")
    @Parameter(name = "to", ref = "to")
    @Parameter(name = "by", ref = "by")
    @Parameter(name = "filter", ref = "filter")
    @Parameter(name = "membership", ref = "membership")
    @Parameter(name = "scenario", ref = "scenario")
    @APIResponse(
            responseCode = "200",
            description = "The comparison.",
            content =
                    @Content(
                            schema = @Schema(implementation = ComparisonBody.class),
                            examples = @ExampleObject(name = "one", value = ComparisonBody.EXAMPLE)))
    public ComparisonBody compare(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        List<WhatIf> compared = compared(company, query);
        Answers.Now now = answers.now(company);
        Scope scope = now.scopes().scope(query, ScopeForm.Kept.of(compared));
        query.refuseIfWrong();
        List<ComparisonBody.Outcome> outcomes = new ArrayList<>();
        for (WhatIf whatIf : compared) {
            outcomes.add(new ComparisonBody.Outcome(
                    new ComparisonBody.Compared(whatIf.code(), whatIf.name()),
                    answers.kept(now, scope, whatIf.levers())));
        }
        return ComparisonBody.of(outcomes);
    }

    private List<WhatIf> compared(Company company, QueryParameters query) {
        List<String> codes = query.codes(CODES);
        if (query.text(CODES).filter(text -> !text.isEmpty()).isEmpty() || codes.size() > COMPARED_LIMIT) {
            query.invalid(
                    CODES,
                    "Parameter codes names " + codes.size() + " what-ifs. Name one to " + COMPARED_LIMIT
                            + ", separated by commas.");
        }
        List<WhatIf> found = new ArrayList<>();
        for (String code : codes) {
            whatIfs.find(company, code)
                    .ifPresentOrElse(
                            found::add,
                            () -> query.invalid(
                                    CODES, "There is no what-if " + code + ". GET .../what-ifs lists them."));
        }
        return found;
    }
}
