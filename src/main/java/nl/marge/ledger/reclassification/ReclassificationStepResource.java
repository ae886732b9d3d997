package nl.marge.ledger.reclassification;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.IntStream;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One reclassification over HTTP, and the steps it takes. */
@Path("/api/v1/companies/{company}/reclassifications/{id}")
@Tag(name = "Reclassifications", description = "Corrections of dimensions after posting, by entries of their own.")
@Produces(MediaType.APPLICATION_JSON)
class ReclassificationStepResource {

    private final Companies companies;
    private final References references;
    private final Reclassifications reclassifications;
    private final ReclassificationPosting posting;

    ReclassificationStepResource(
            Companies companies,
            References references,
            Reclassifications reclassifications,
            ReclassificationPosting posting) {
        this.companies = companies;
        this.references = references;
        this.reclassifications = reclassifications;
        this.posting = posting;
    }

    @GET
    @Operation(operationId = "getReclassification", summary = "A reclassification, with its history")
    @APIResponse(
            responseCode = "200",
            description = "The reclassification.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.class),
                            examples = @ExampleObject(name = "applied", value = ReclassificationBody.EXAMPLE)))
    public ReclassificationBody get(
            @PathParam("company") String companyCode, @PathParam("id") String id, @Context UriInfo uri) {
        Company company = company(companyCode, uri);
        return shown(company, reclassifications.require(company, id(company, id)));
    }

    @GET
    @Path("lines")
    @Operation(operationId = "listReclassificationLines", summary = "The lines of a reclassification, before and after")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines, by number of entry and line.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.LinePage.class),
                            examples =
                                    @ExampleObject(
                                            name = "lines",
                                            value = "{\"items\":[" + ReclassificationBody.EXAMPLE_LINE
                                                    + "],\"next\":null}")))
    public Page<ReclassificationBody.Line> lines(
            @PathParam("company") String companyCode, @PathParam("id") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        int known = reclassifications.require(company, id(company, id)).id();
        int first = page.isFirst() ? 0 : 1 + Integer.parseInt(page.after().get(0));
        List<Move> moves = reclassifications.lines(company, known, first, page.fetch());
        Reference reference = references.current(company);
        List<Integer> positions = IntStream.range(0, moves.size()).boxed().toList();
        return Page.of(page, positions, position -> List.of(Integer.toString(first + position)))
                .map(position -> ReclassificationBody.Line.of(reference, moves.get(position)));
    }

    @POST
    @Path("validate")
    @Operation(
            operationId = "validateReclassification",
            summary = "Check a draft against the reference data of now",
            description = "Values that change must not be blocked, must be valid on the posting date and have nothing"
                    + " below them; their dimensions must not be locked (`dimension_locked`); policies, combinations"
                    + " and periods must allow the line (violations point to /lines/n). A line moved since"
                    + " (`line_moved`) asks for a new draft.")
    @APIResponse(
            responseCode = "200",
            description = "It is VALIDATED.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.class),
                            examples =
                                    @ExampleObject(name = "validated", value = ReclassificationBody.EXAMPLE_VALIDATED)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/EntryRefused")
    public ReclassificationBody validate(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Parameter(description = Caller.SAID) @HeaderParam(Caller.HEADER) String user,
            @Context UriInfo uri) {
        Company company = company(companyCode, uri);
        return shown(company, reclassifications.validate(company, id(company, id), Caller.read(user)));
    }

    @POST
    @Path("apply")
    @Operation(
            operationId = "applyReclassification",
            summary = "Post a validated reclassification",
            description = "Posts zero-sum entries of kind RECLASSIFICATION on the posting dates of the lines, all or"
                    + " none. Checked once more; `not_validated`, `line_moved`. Asked again it does nothing more.")
    @APIResponse(
            responseCode = "200",
            description = "It is APPLIED.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.class),
                            examples = @ExampleObject(name = "applied", value = ReclassificationBody.EXAMPLE)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/EntryRefused")
    public ReclassificationBody apply(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Parameter(description = Caller.SAID) @HeaderParam(Caller.HEADER) String user,
            @Context UriInfo uri) {
        Company company = company(companyCode, uri);
        return shown(company, posting.apply(company, id(company, id), Caller.read(user)));
    }

    @POST
    @Path("undo")
    @Operation(
            operationId = "undoReclassification",
            summary = "Undo an applied reclassification",
            description = "Posts the opposite, while it is the latest for each of its lines (`not_latest`). Asked again"
                    + " it does nothing more.")
    @APIResponse(
            responseCode = "200",
            description = "It is UNDONE.",
            content =
                    @Content(
                            schema = @Schema(implementation = ReclassificationBody.class),
                            examples = @ExampleObject(name = "undone", value = ReclassificationBody.EXAMPLE_UNDONE)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/EntryRefused")
    public ReclassificationBody undo(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Parameter(description = Caller.SAID) @HeaderParam(Caller.HEADER) String user,
            @Context UriInfo uri) {
        Company company = company(companyCode, uri);
        return shown(company, posting.undo(company, id(company, id), Caller.read(user)));
    }

    @DELETE
    @Operation(
            operationId = "discardReclassification",
            summary = "Give a draft up",
            description = "Recorded, not erased: it can still be read, as DISCARDED. An applied one is undone instead"
                    + " (`not_open`).")
    @APIResponse(responseCode = "204", description = "It is DISCARDED.")
    public void discard(
            @PathParam("company") String companyCode,
            @PathParam("id") String id,
            @Parameter(description = Caller.SAID) @HeaderParam(Caller.HEADER) String user,
            @Context UriInfo uri) {
        Company company = company(companyCode, uri);
        reclassifications.discard(company, id(company, id), Caller.read(user));
    }

    private Company company(String code, UriInfo uri) {
        Company company = companies.require(code);
        QueryParameters.of(uri).refuseIfWrong();
        return company;
    }

    private ReclassificationBody shown(Company company, Reclassification shown) {
        List<Move> moves = reclassifications.lines(company, shown.id(), 0, ReclassificationBody.LINES_SHOWN);
        return ReclassificationBody.of(references.current(company), shown, moves);
    }

    private static int id(Company company, String id) {
        if (!id.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(
                    Refusal.Reason.UNKNOWN,
                    "Company " + company.code() + " has no reclassification \"" + Texts.excerpt(id)
                            + "\". Look it up in the list of all.");
        }
        return Integer.parseInt(id);
    }
}
