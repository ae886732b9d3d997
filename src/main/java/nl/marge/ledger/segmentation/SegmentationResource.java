package nl.marge.ledger.segmentation;

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
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
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

/** Segmentations over HTTP. */
@Path("/api/v1/companies/{company}/segmentations")
@Tag(
        name = "Segmentation",
        description = "Segments from data: what rules over margins and attributes come to, and memberships from it.")
@Produces(MediaType.APPLICATION_JSON)
class SegmentationResource {

    private final Companies companies;
    private final Segmentations segmentations;

    SegmentationResource(Companies companies, Segmentations segmentations) {
        this.companies = companies;
        this.segmentations = segmentations;
    }

    @GET
    @Operation(operationId = "listSegmentations", summary = "The company's segmentations, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of segmentations.",
            content =
                    @Content(
                            schema = @Schema(implementation = SegmentationBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "segmentations",
                                            value = "{\"items\":[" + SegmentationBody.EXAMPLE + "],\"next\":null}")))
    public Page<SegmentationBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, segmentations.list(company), Segmentations.Kept::code)
                .map(Segmentations.Kept::body);
    }

    @GET
    @Path("{segmentation}")
    @Operation(operationId = "getSegmentation", summary = "A segmentation")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The segmentation; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = SegmentationBody.class),
                            examples = @ExampleObject(name = "segmentation", value = SegmentationBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("segmentation") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Segmentations.Kept segmentation = segmentations.require(company, code);
        return ResourceAnswers.get(headers, segmentation.version(), segmentation.body());
    }

    @PUT
    @Path("{segmentation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putSegmentation",
            summary = "Keep rules that put values into segments",
            description = "Creates or replaces. DECILES takes no more; TIERS takes tiers by topPercent or by above;"
                    + " RULES takes rules whose conditions all must hold, the first that matches decides. Thresholds"
                    + " that overlap, are out of order or leave nothing are refused by name, as are an unknown"
                    + " dimension, line or attribute, and `into` that is not derived from `of` but from another"
                    + " (`membership_source_taken`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SegmentationBody.class),
                            examples = {
                                @ExampleObject(name = "tiers", value = SegmentationBody.EXAMPLE),
                                @ExampleObject(name = "rules", value = SegmentationBody.EXAMPLE_RULES)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The segmentation is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = SegmentationBody.class),
                            examples = @ExampleObject(name = "segmentation", value = SegmentationBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The segmentation is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = SegmentationBody.class),
                            examples = @ExampleObject(name = "segmentation", value = SegmentationBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("segmentation") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        SegmentationBody said = JsonBody.read(body, json -> SegmentationReader.read(json, code));
        Upsert<Segmentations.Kept> done = segmentations.put(company, code, said, ETags.ifMatch(headers));
        Segmentations.Kept segmentation = done.resource();
        return ResourceAnswers.put(done.outcome(), segmentation.version(), segmentation.body());
    }

    @DELETE
    @Path("{segmentation}")
    @Operation(operationId = "deleteSegmentation", summary = "Remove a segmentation")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "It is gone; memberships that were written from it stay.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("segmentation") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        segmentations.remove(company, code, ETags.ifMatch(headers));
    }
}
