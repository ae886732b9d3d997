package nl.marge.allocation.pool;

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
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.form.SettingForm;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.DateRange;
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

/** Capacities of a cost pool over HTTP. */
@Path("/api/v1/companies/{company}/cost-pools/{pool}/capacities")
@Tag(name = "Allocation")
@Produces(MediaType.APPLICATION_JSON)
class CapacityResource {

    private static final String PERIOD = "period";

    private final Companies companies;
    private final CostPools pools;

    CapacityResource(Companies companies, CostPools pools) {
        this.companies = companies;
        this.pools = pools;
    }

    @GET
    @Operation(
            operationId = "listPoolCapacities",
            summary = "The practical capacities of a cost pool, by period",
            description = "Each holds from its period until the next.")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of capacities.",
            content =
                    @Content(
                            schema = @Schema(implementation = CapacityBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "capacities",
                                            value = "{\"items\":[" + CapacityBody.EXAMPLE + "],\"next\":null}")))
    public Page<CapacityBody> list(
            @PathParam("company") String companyCode, @PathParam("pool") String code, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        List<CapacityBody> capacities =
                pools.capacities(company, code).stream().map(CapacityBody::of).toList();
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, capacities, CapacityBody::period);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putPoolCapacities",
            summary = "Say what a cost pool can really do, from which period",
            description = "All or none; periods not named stay as they are. A pool without a unit has no capacity"
                    + " (`unit_missing`).")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = CapacityBody.class),
                        examples = @ExampleObject(name = "capacities", value = "[" + CapacityBody.EXAMPLE + "]")),
                @Content(mediaType = CollectionBody.NDJSON)
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
            @PathParam("company") String companyCode,
            @PathParam("pool") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        pools.require(company, code);
        QueryParameters.of(uri).refuseIfWrong();
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        List<CapacityCommand> commands = CollectionBody.read(contentType, body, CapacityCommand::read).stream()
                .map(placed -> placed.item().at(placed.place()))
                .toList();
        return pools.putCapacities(company, code, commands);
    }

    @DELETE
    @Operation(
            operationId = "deletePoolCapacity",
            summary = "Take a capacity back",
            description = "As if it had never been said; that it was, and was taken back, stays recorded.")
    @Parameter(
            name = PERIOD,
            in = ParameterIn.QUERY,
            required = true,
            description = "The period from which it holds.",
            schema = @Schema(implementation = String.class),
            example = "2026-03")
    @APIResponse(responseCode = "204", description = "The capacity is taken back.")
    public void delete(@PathParam("company") String companyCode, @PathParam("pool") String code, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        pools.require(company, code);
        QueryParameters query = QueryParameters.of(uri);
        query.requiredText(PERIOD);
        Optional<YearMonth> period = query.value(PERIOD, DateRange::period, SettingForm.PERIOD_FORM);
        query.refuseIfWrong();
        pools.takeCapacityBack(company, code, period.orElseThrow());
    }
}
