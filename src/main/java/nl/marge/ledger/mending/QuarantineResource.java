package nl.marge.ledger.mending;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.ledger.posting.JournalEntry;
import nl.marge.ledger.posting.Posted;
import nl.marge.ledger.posting.Received;
import nl.marge.ledger.quarantine.HeldEntry;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryReader;
import nl.marge.ledger.rules.JournalEntryBody;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.ResourceAnswers;
import nl.marge.platform.http.caller.Caller;
import nl.marge.platform.http.keyed.KeyedRequests;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.json.JsonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Entries in quarantine over HTTP: look, mend, release, discard. */
@Path("/api/v1/companies/{company}/quarantine")
@Tag(name = "Quarantine", description = "Entries that were refused and set aside, as their source wants it.")
@Produces(MediaType.APPLICATION_JSON)
class QuarantineResource {

    private static final int REASON_LIMIT = 500;

    private final Companies companies;
    private final Mending mending;
    private final KeyedRequests keyedRequests;

    QuarantineResource(Companies companies, Mending mending, KeyedRequests keyedRequests) {
        this.companies = companies;
        this.mending = mending;
        this.keyedRequests = keyedRequests;
    }

    @GET
    @Operation(operationId = "listQuarantine", summary = "Entries in quarantine, oldest first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Which entries: SUPERSEDED are those whose sender posted them otherwise, by itself",
            schema = @Schema(implementation = QuarantineState.class, defaultValue = "HELD"))
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "Of this source only")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries.",
            content =
                    @Content(
                            schema = @Schema(implementation = QuarantineBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "entries",
                                            value = "{\"items\":[" + QuarantineBody.EXAMPLE + "],\"next\":null}")))
    public Page<QuarantineBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        QuarantineState state = query.choice("state", QuarantineState.HELD);
        Optional<String> source = query.text("source");
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        long after = page.isFirst() ? 0 : Long.parseLong(page.after().get(0));
        List<HeldEntry> found = mending.list(company, state, source, after, page.fetch());
        return Page.of(page, found, entry -> List.of(Long.toString(entry.kept().id())))
                .map(QuarantineBody::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getQuarantined", summary = "An entry in quarantine")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The entry, in whatever state it is; its ETag is the number of its last step.",
            content =
                    @Content(
                            schema = @Schema(implementation = QuarantineBody.class),
                            examples = @ExampleObject(name = "entry", value = QuarantineBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        HeldEntry held = mending.read(company, id);
        return ResourceAnswers.get(headers, held.last().number(), QuarantineBody.of(held));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mendQuarantined",
            summary = "Mend an entry",
            description = "Replaces what would be released; `steps` keep what was sent and each text since. The answer"
                    + " tells what is still wrong. Source and externalId are the sender's and stay, unless they were"
                    + " missing or ill-formed. One that was released, discarded or superseded stays"
                    + " (`quarantine_settled`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @Parameter(name = Caller.HEADER, in = ParameterIn.HEADER, description = Caller.SAID)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JournalEntryBody.class),
                            examples = @ExampleObject(name = "sale", value = JournalEntryBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The entry as mended.",
            content =
                    @Content(
                            schema = @Schema(implementation = QuarantineBody.class),
                            examples = @ExampleObject(name = "entry", value = QuarantineBody.EXAMPLE)))
    public Response mend(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Optional<String> by = Caller.read(headers.getHeaderString(Caller.HEADER));
        EntryCommand command = JsonBody.read(body, json -> {
            EntryReader reader = new EntryReader(json);
            reader.read();
            return reader.command();
        });
        HeldEntry held = mending.mend(company, id, command, ETags.ifMatch(headers), by);
        return ResourceAnswers.get(headers, held.last().number(), QuarantineBody.of(held));
    }

    @POST
    @Path("{id}/release")
    @Operation(
            operationId = "releaseQuarantined",
            summary = "Post an entry as it stands now",
            description = "Through the front door, with every check. One that is released already is told as it is.")
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            headers = @Header(name = "Location", ref = "location"),
            content =
                    @Content(
                            schema = @Schema(implementation = JournalEntry.class),
                            examples = @ExampleObject(name = "entry", value = JournalEntry.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Posted before",
            headers = @Header(name = "Location", ref = "location"),
            content =
                    @Content(
                            schema = @Schema(implementation = JournalEntry.class),
                            examples = @ExampleObject(name = "entry", value = JournalEntry.EXAMPLE)))
    public Response release(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Parameter(description = Caller.SAID) @HeaderParam(Caller.HEADER) String user,
            @Context UriInfo uri)
            throws IOException {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Optional<String> by = Caller.read(user);
        InputStream noBody = InputStream.nullInputStream();
        return keyedRequests.run(company.id(), idempotencyKey, uri, noBody, (nothing, key) -> {
            Posted posted = mending.release(company, id, by, key.map(owned -> keeper(uri, owned)));
            return Response.status(posted.isNew() ? 201 : 200)
                    .header(HttpHeaders.LOCATION, location(uri, posted))
                    .entity(posted.entry())
                    .build();
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "discardQuarantined",
            summary = "Discard an entry",
            description = "It is not to be posted. It stays on record, with state DISCARDED; one that was released"
                    + " or superseded stays as it is (`quarantine_settled`).")
    @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why, at most 500 characters")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @Parameter(name = Caller.HEADER, in = ParameterIn.HEADER, description = Caller.SAID)
    @APIResponse(responseCode = "204", description = "The entry is discarded.")
    public void discard(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        Optional<String> reason = query.value(
                "reason",
                text -> Optional.of(text).filter(t -> t.length() <= REASON_LIMIT),
                "at most " + REASON_LIMIT + " characters");
        query.refuseIfWrong();
        Optional<String> by = Caller.read(headers.getHeaderString(Caller.HEADER));
        mending.discard(company, id, ETags.ifMatch(headers), reason, by);
    }

    private AnswerKeeper<Received> keeper(UriInfo uri, IdempotencyKeys.Key key) {
        return new AnswerKeeper<>() {
            @Override
            public IdempotencyKeys.Key key() {
                return key;
            }

            @Override
            public IdempotencyKeys.Answer answer(Received received) {
                Posted posted = (Posted) received;
                return keyedRequests.answer(201, location(uri, posted), posted.entry());
            }
        };
    }

    private static String location(UriInfo uri, Posted posted) {
        String path = uri.getPath();
        return path.substring(0, path.lastIndexOf("/quarantine/")) + "/journal-entries/"
                + posted.entry().id().orElseThrow();
    }
}
