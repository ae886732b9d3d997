package nl.marge.ledger.reclassification;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Sha256;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand;
import nl.marge.ledger.reclassification.draft.ReclassificationReader;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.caller.Caller;
import nl.marge.platform.http.keyed.KeyedRequests;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reclassifications over HTTP. */
@Path("/api/v1/companies/{company}/reclassifications")
@Tag(name = "Reclassifications", description = "Corrections of dimensions after posting, by entries of their own.")
@Produces(MediaType.APPLICATION_JSON)
class ReclassificationResource {

    private final Companies companies;
    private final Reclassifications reclassifications;
    private final KeyedRequests keyedRequests;

    ReclassificationResource(Companies companies, Reclassifications reclassifications, KeyedRequests keyedRequests) {
        this.companies = companies;
        this.reclassifications = reclassifications;
        this.keyedRequests = keyedRequests;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "draftReclassification",
            summary = "Draft a reclassification",
            description = "Chooses the lines, by the values they stand on now, and shows each before and after. A line"
                    + " comes with the one that cancels it, or that it cancels. Nothing is posted.")
    @Parameter(name = "dryRun", ref = "dryRun")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReclassificationAsked.class),
                            examples = @ExampleObject(name = "replace", value = ReclassificationBody.EXAMPLE_COMMAND)))
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.class),
                            examples = @ExampleObject(name = "draft", value = ReclassificationBody.EXAMPLE_DRAFT)))
    @APIResponse(
            responseCode = "200",
            description = "What a draft would be; nothing is kept.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.class),
                            examples = @ExampleObject(name = "preview", value = ReclassificationBody.EXAMPLE_PREVIEW)))
    public Response draft(
            @PathParam("company") String companyCode,
            @Parameter(description = Caller.SAID) @HeaderParam(Caller.HEADER) String user,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        boolean dryRun = query.flag("dryRun");
        query.refuseIfWrong();
        Optional<String> by = Caller.read(user);
        if (dryRun) {
            return Response.ok(reclassifications.preview(company, read(body))).build();
        }
        if (idempotencyKey == null) {
            return created(uri, reclassifications.draft(company, read(body), by, Optional.empty()));
        }
        KeyedRequests.checkForm(idempotencyKey);
        byte[] bytes = body.readNBytes(JsonBody.BYTES_LIMIT + 1);
        IdempotencyKeys.Key key = KeyedRequests.key(company.id(), uri.getPath(), idempotencyKey, Sha256.of(bytes));
        return keyedRequests.run(
                key,
                idempotencyKey,
                owned -> created(
                        uri,
                        reclassifications.draft(
                                company,
                                read(new ByteArrayInputStream(bytes)),
                                by,
                                Optional.of(new Kept(keyedRequests, owned, uri.getPath())))));
    }

    @GET
    @Operation(operationId = "listReclassifications", summary = "All reclassifications, the newest first")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of reclassifications, without their lines.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "page",
                                            value = "{\"items\":[" + ReclassificationBody.EXAMPLE_LISTED
                                                    + "],\"next\":null}")))
    public Page<ReclassificationBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        int before = page.isFirst()
                ? Integer.MAX_VALUE
                : Integer.parseInt(page.after().get(0));
        List<Reclassification> found = reclassifications.list(company, before, page.fetch());
        return Page.of(page, found, item -> List.of(Integer.toString(item.id())))
                .map(ReclassificationBody::of);
    }

    private static ReclassificationCommand read(InputStream body) {
        return JsonBody.read(body, ReclassificationReader::read);
    }

    private static Response created(UriInfo uri, Drafted drafted) {
        return Response.status(Response.Status.CREATED)
                .header("Location", location(uri.getPath(), drafted))
                .entity(drafted.body())
                .build();
    }

    private static String location(String path, Drafted drafted) {
        return path + "/" + drafted.reclassification().id();
    }

    /** Keeps the answer for a repeat of the request. */
    private record Kept(KeyedRequests requests, IdempotencyKeys.Key key, String path) implements AnswerKeeper<Drafted> {
        @Override
        public IdempotencyKeys.Answer answer(Drafted drafted) {
            return requests.answer(Response.Status.CREATED.getStatusCode(), location(path, drafted), drafted.body());
        }
    }
}
