package nl.marge.ledger.posting;

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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Refusal;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryReader;
import nl.marge.ledger.rules.JournalEntryBody;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.ledger.rules.ReversalCommand;
import nl.marge.ledger.rules.ReversalReader;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
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

/** Single journal entries over HTTP: post, read, reverse. */
@Path("/api/v1/companies/{company}/journal-entries")
@Tag(name = "Journal entries", description = "Posting, reversing and reading back what was posted.")
@Produces(MediaType.APPLICATION_JSON)
class JournalEntryResource {

    private final Companies companies;
    private final Reception reception;
    private final Ledger ledger;
    private final KeyedRequests keyedRequests;

    JournalEntryResource(Companies companies, Reception reception, Ledger ledger, KeyedRequests keyedRequests) {
        this.companies = companies;
        this.reception = reception;
        this.ledger = ledger;
        this.keyedRequests = keyedRequests;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postJournalEntry",
            summary = "Post one journal entry",
            description = "201 when it is new, 200 with outcome UNCHANGED when the same content was posted before.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Tell what would be stored, and store nothing",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JournalEntryBody.class),
                            examples = @ExampleObject(name = "sale", value = JournalEntryBody.EXAMPLE)))
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
            description = "Posted before with the same content, or a dry run",
            headers = @Header(name = "Location", ref = "location"),
            content =
                    @Content(
                            schema = @Schema(implementation = JournalEntry.class),
                            examples = @ExampleObject(name = "entry", value = JournalEntry.EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Refused, and kept in quarantine as its source wants it",
            headers = @Header(name = "Location", ref = "location"),
            content =
                    @Content(
                            schema = @Schema(implementation = SetAside.class),
                            examples = @ExampleObject(name = "setAside", value = SetAside.EXAMPLE)))
    public Response post(
            @PathParam("company") String companyCode,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        boolean dryRun = query.flag("dryRun");
        query.refuseIfWrong();
        if (dryRun) {
            return Response.ok(reception.dryRun(company, read(body)).body()).build();
        }
        return keyedRequests.run(company.id(), idempotencyKey, uri, body, (bytes, key) -> {
            EntryCommand command = read(bytes);
            return answer(uri, key, keeper -> reception.post(company, command, keeper));
        });
    }

    @POST
    @Path("{id}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reverseJournalEntry",
            summary = "Reverse an entry",
            description = "Posts an entry with all amounts negated and the same dimensions and membership dates.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReversalCommand.class),
                            examples =
                                    @ExampleObject(
                                            name = "reversal",
                                            value = "{\"postingDate\":\"2026-04-01\",\"reason\":\"Wrong customer\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Reversed",
            headers = @Header(name = "Location", ref = "location"),
            content =
                    @Content(
                            schema = @Schema(implementation = JournalEntry.class),
                            examples = @ExampleObject(name = "entry", value = JournalEntry.EXAMPLE)))
    public Response reverse(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        EntryId entry = entryId(company, id);
        return keyedRequests.run(company.id(), idempotencyKey, uri, body, (bytes, key) -> {
            ReversalCommand command = JsonBody.read(bytes, ReversalReader::read);
            return answer(uri, key, keeper -> ledger.reverse(company, entry, command, keeper));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getJournalEntry", summary = "An entry as stored")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content =
                    @Content(
                            schema = @Schema(implementation = JournalEntry.class),
                            examples = @ExampleObject(name = "entry", value = JournalEntry.EXAMPLE)))
    public JournalEntry get(
            @PathParam("company") String companyCode, @PathParam("id") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        return ledger.read(company, entryId(company, id));
    }

    @GET
    @Operation(
            operationId = "listJournalEntries",
            summary = "Find entries",
            description = "By source and externalId (the way to recover after a time-out), or by posting date.")
    @Parameter(
            name = "externalId",
            in = ParameterIn.QUERY,
            description = "Exact; source is then API unless given",
            schema = @Schema(implementation = String.class, minLength = 1, maxLength = 200),
            example = "INV-2026-17")
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "Exact; only with externalId",
            schema = @Schema(implementation = String.class, pattern = "^~?[A-Za-z0-9._-]{1,64}$"),
            example = "ERP")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Period or day", example = "2026-01")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Period or day, inclusive", example = "2026-03")
    @Parameter(name = "leftOut", ref = "leftOut")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "Entries by number",
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value = "{\"items\":[" + JournalEntry.EXAMPLE + "],\"next\":null}")))
    public Page<JournalEntry> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        Optional<String> externalId = query.value(
                "externalId",
                text -> Optional.of(text).filter(PostingRules::isExternalId),
                PostingRules.EXTERNAL_ID_FORM);
        Optional<String> source =
                query.value("source", text -> Optional.of(text).filter(HousePosting::isSource), Codes.FORM);
        DateRange range = query.rangeOrAlways();
        boolean leftOut = query.flag("leftOut");
        PageRequest page = query.page(1);
        if (source.isPresent() && !query.isGiven("externalId")) {
            query.invalid("source", "Parameter source stands alone. Give externalId too, or a range of dates.");
        }
        query.refuseIfWrong();
        if (externalId.isPresent()) {
            String from = source.orElse(PostingRules.DEFAULT_SOURCE);
            return Page.of(page, ledger.find(company, from, externalId.get()), JournalEntryResource::key);
        }
        long after = page.isFirst() ? 0 : Long.parseLong(page.after().get(0));
        return Page.of(page, ledger.list(company, range, leftOut, after, page.fetch()), JournalEntryResource::key);
    }

    private static List<String> key(JournalEntry entry) {
        return List.of(entry.number().orElseThrow().toString());
    }

    private static EntryCommand read(InputStream body) {
        return JsonBody.read(body, json -> {
            EntryReader reader = new EntryReader(json);
            reader.read();
            return reader.command();
        });
    }

    private static EntryId entryId(Company company, String id) {
        return EntryId.read(id)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Company " + company.code() + " has no journal entry with this id. Look it up by source and"
                                + " externalId."));
    }

    private Response answer(UriInfo uri, Optional<IdempotencyKeys.Key> key, Question question) {
        Told told = told(uri, question.ask(key.map(owned -> keeper(uri, owned))));
        return Response.status(told.status())
                .header("Location", told.location())
                .entity(told.body())
                .build();
    }

    private AnswerKeeper<Received> keeper(UriInfo uri, IdempotencyKeys.Key key) {
        return new AnswerKeeper<>() {
            @Override
            public IdempotencyKeys.Key key() {
                return key;
            }

            @Override
            public IdempotencyKeys.Answer answer(Received received) {
                Told told = told(uri, received);
                return keyedRequests.answer(told.status(), told.location(), told.body());
            }
        };
    }

    private static Told told(UriInfo uri, Received received) {
        String path = uri.getPath();
        String company = path.substring(0, path.indexOf("/journal-entries"));
        if (received instanceof Posted posted) {
            String id = posted.entry().id().orElseThrow();
            return new Told(posted.isNew() ? 201 : 200, company + "/journal-entries/" + id, posted.entry());
        }
        SetAside aside = (SetAside) received;
        return new Told(202, company + "/quarantine/" + aside.quarantineId().orElseThrow(), aside);
    }

    /** What is asked of the books, with a keeper of the answer where the request has a key. */
    private interface Question {
        Received ask(Optional<AnswerKeeper<Received>> keeper);
    }

    /** An answer as it goes out. */
    private record Told(int status, String location, Object body) {}
}
