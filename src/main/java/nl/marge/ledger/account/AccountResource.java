package nl.marge.ledger.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.ledger.Account;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.json.CollectionBody;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts over HTTP. */
@Path("/api/v1/companies/{company}/accounts")
@Tag(name = "Accounts", description = "Where value sits, and the statement that revenue and cost map to.")
@Produces(MediaType.APPLICATION_JSON)
class AccountResource {

    private final Companies companies;
    private final References references;
    private final Accounts accounts;

    AccountResource(Companies companies, References references, Accounts accounts) {
        this.companies = companies;
        this.references = references;
        this.accounts = accounts;
    }

    @GET
    @Operation(operationId = "listAccounts", summary = "The company's accounts, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of accounts.",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "accounts",
                                            value = "{\"items\":[" + AccountBody.EXAMPLE + "],\"next\":null}")))
    public Page<AccountBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        List<Account> ordered = references.current(company).accounts();
        return Page.ofOrdered(page, ordered, Account::code).map(AccountBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putAccounts",
            summary = "Create or replace many accounts",
            description =
                    "An array, or NDJSON with one account a line: all of them or none. What is not named stays as it"
                            + " is; a code may not come twice (`code_repeated`). Refused as one account is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = AccountBody.class),
                        examples = @ExampleObject(name = "two", value = AccountBody.TWO)),
                @Content(mediaType = CollectionBody.NDJSON)
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were created, replaced, or so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = Counts.class),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value = "{\"created\":2,\"updated\":0,\"unchanged\":0}")))
    public Counts putAll(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        List<AccountCommand> commands =
                CollectionBody.read(contentType, body, json -> AccountReader.read(json, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return accounts.putAll(company, commands);
    }

    @GET
    @Path("{account}")
    @Operation(operationId = "getAccount", summary = "An account")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The account; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountBody.class),
                            examples = @ExampleObject(name = "account", value = AccountBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("account") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Account account = references.current(company).requireAccount(code);
        return ResourceAnswers.get(headers, account.version(), AccountBody.of(account));
    }

    @PUT
    @Path("{account}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putAccount",
            summary = "Create or replace an account",
            description = "REVENUE and EXPENSE name an AMOUNT line of the statement (`statement_line_required`,"
                    + " `statement_line_unknown`), others none (`statement_line_forbidden`). An account with ledger"
                    + " lines stays in the P&L, on the balance sheet, or statistical (`fixed_once_posted`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountBody.class),
                            examples = @ExampleObject(name = "account", value = AccountBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The account is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountBody.class),
                            examples = @ExampleObject(name = "account", value = AccountBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The account is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = AccountBody.class),
                            examples = @ExampleObject(name = "account", value = AccountBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("account") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        AccountCommand command = JsonBody.read(body, json -> AccountReader.read(json, code));
        Upsert<Account> done = accounts.put(company, code, command, ETags.ifMatch(headers));
        Account account = done.resource();
        return ResourceAnswers.put(done.outcome(), account.version(), AccountBody.of(account));
    }

    @DELETE
    @Path("{account}")
    @Operation(
            operationId = "deleteAccount",
            summary = "Remove an account that was never used",
            description = "One that has ledger lines stays (`in_use`); block it instead.")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The account is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("account") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        accounts.remove(company, code, ETags.ifMatch(headers));
    }
}
