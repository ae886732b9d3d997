package nl.marge.dimension.membership;

import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionReferences;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Membership;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.json.CollectionBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Memberships over HTTP. */
@Path("/api/v1/companies/{company}/dimensions/{dimension}/memberships/{target}")
@Tag(name = "Dimensions")
@Produces(MediaType.APPLICATION_JSON)
class MembershipResource {

    private static final String VALUE = "value";
    private static final String FROM = "from";

    private final Companies companies;
    private final DimensionReferences references;
    private final Memberships memberships;

    MembershipResource(Companies companies, DimensionReferences references, Memberships memberships) {
        this.companies = companies;
        this.references = references;
        this.memberships = memberships;
    }

    @GET
    @Operation(
            operationId = "listMemberships",
            summary = "The memberships of one dimension's values in another, by value and day",
            description = "As they count now: what was replaced or taken back is not shown.")
    @Parameter(
            name = VALUE,
            in = ParameterIn.QUERY,
            description = "Only those of this value.",
            schema = @Schema(implementation = String.class),
            example = "C1")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of memberships.",
            content =
                    @Content(
                            schema = @Schema(implementation = MembershipBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "memberships",
                                            value = "{\"items\":[" + MembershipBody.EXAMPLE + "],\"next\":null}")))
    public Page<MembershipBody> list(@BeanParam MembershipPath path, @Context UriInfo uri) {
        DimensionReference picture = references.current(companies.require(path.company()));
        Dimension source = picture.requireDimension(path.source());
        MembershipList list = new MembershipList(picture, picture.requireDimension(path.target()));
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(MembershipList.KEY_PARTS);
        List<DimensionValue> values = query.text(VALUE)
                .map(code -> value(query, picture, source, code).stream().toList())
                .orElseGet(() -> picture.valuesInOrder(source.id()));
        query.refuseIfWrong();
        return Page.of(page, list.of(values, page), list::key)
                .map(membership -> MembershipBody.of(membership, picture));
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putMemberships",
            summary = "Say to which values of another dimension values belong, from which day",
            description = "All or none. A membership is known by its value and `from` (inclusive; null = for ever"
                    + " before), and holds until the next of the same value; `memberOf` null ends it from that day."
                    + " Only values without children, on both sides. A dimension is derived from one other only"
                    + " (`membership_source_taken`), never from itself (`membership_cycle`).")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = MembershipBody.class),
                        examples = @ExampleObject(name = "memberships", value = MembershipBody.EXAMPLES)),
                @Content(mediaType = CollectionBody.NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were said for the first time, replaced, and said before.",
            content =
                    @Content(
                            schema = @Schema(implementation = Counts.class),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value = "{\"created\":1,\"updated\":0,\"unchanged\":0}")))
    public Counts putAll(
            @BeanParam MembershipPath path, @Context UriInfo uri, @Context HttpHeaders headers, InputStream body) {
        Company company = companies.require(path.company());
        DimensionReference picture = references.current(company);
        picture.requireDimension(path.source());
        picture.requireDimension(path.target());
        QueryParameters.of(uri).refuseIfWrong();
        List<MembershipCommand> commands = CollectionBody.read(
                        headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body, json -> new MembershipReader()
                                .read(json))
                .stream()
                .map(read -> read.item().command(read.place()))
                .toList();
        return memberships.putAll(company, path.source(), path.target(), commands);
    }

    @DELETE
    @Operation(
            operationId = "deleteMembership",
            summary = "Take a membership back",
            description = "As if it had never been said; that it was, and was taken back, stays recorded.")
    @Parameter(
            name = VALUE,
            in = ParameterIn.QUERY,
            required = true,
            description = "The value whose membership is taken back.",
            schema = @Schema(implementation = String.class),
            example = "C1")
    @Parameter(
            name = FROM,
            in = ParameterIn.QUERY,
            description = "The day it starts; left out for the one for ever before.",
            schema = @Schema(implementation = LocalDate.class),
            example = "2026-04-01")
    @APIResponse(responseCode = "204", description = "The membership is taken back.")
    public void delete(@BeanParam MembershipPath path, @Context UriInfo uri) {
        Company company = companies.require(path.company());
        DimensionReference picture = references.current(company);
        Dimension source = picture.requireDimension(path.source());
        picture.requireDimension(path.target());
        QueryParameters query = QueryParameters.of(uri);
        String code = query.requiredText(VALUE);
        int fromDay = query.date(FROM).map(Membership::day).orElse(Membership.FOR_EVER);
        if (uri.getQueryParameters().containsKey(VALUE)) {
            value(query, picture, source, code);
        }
        query.refuseIfWrong();
        memberships.takeBack(company, path.source(), path.target(), code, fromDay);
    }

    private static Optional<DimensionValue> value(
            QueryParameters query, DimensionReference picture, Dimension source, String code) {
        Optional<DimensionValue> value = picture.value(source.id(), code);
        if (value.isEmpty()) {
            query.invalid(
                    VALUE,
                    "Dimension " + source.code() + " has no value \"" + Texts.excerpt(code) + "\". Correct the code.");
        }
        return value;
    }

    /** Where the memberships of one dimension in another stand. */
    record MembershipPath(
            @PathParam("company") String company,
            @PathParam("dimension") String source,
            @PathParam("target") String target) {}
}
