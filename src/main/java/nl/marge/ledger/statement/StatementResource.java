package nl.marge.ledger.statement;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.ledger.Statement;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statement of a company over HTTP. */
@Path("/api/v1/companies/{company}/statement")
@Tag(name = "Accounts")
@Produces(MediaType.APPLICATION_JSON)
class StatementResource {

    private final Companies companies;
    private final References references;
    private final Statements statements;

    StatementResource(Companies companies, References references, Statements statements) {
        this.companies = companies;
        this.references = references;
        this.statements = statements;
    }

    @GET
    @Operation(
            operationId = "getStatement",
            summary = "The P&L template",
            description = "A new company has the standard one, of version 0.")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The statement; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = StatementBody.class),
                            examples = @ExampleObject(name = "statement", value = StatementBody.EXAMPLE)))
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Statement statement = references.current(company).statement();
        return ResourceAnswers.get(headers, statement.version(), StatementBody.of(statement));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putStatement",
            summary = "Replace the P&L template",
            description = "Subtotals count earlier lines, no amount more than once (`statement_line_unknown`). The last"
                    + " line is the profit: it adds every AMOUNT of nature REVENUE and takes off every COST"
                    + " (`statement_incomplete`), so that reports tie to the ledger. Lines that accounts map to stay"
                    + " AMOUNT lines (`in_use`). Without a line NET_REVENUE percentages are null.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementBody.class),
                            examples = @ExampleObject(name = "statement", value = StatementBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The statement is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = StatementBody.class),
                            examples = @ExampleObject(name = "statement", value = StatementBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        StatementCommand command = JsonBody.read(body, StatementReader::read);
        Upsert<Statement> done = statements.put(company, command, ETags.ifMatch(headers));
        Statement statement = done.resource();
        return ResourceAnswers.put(done.outcome(), statement.version(), StatementBody.of(statement));
    }
}
