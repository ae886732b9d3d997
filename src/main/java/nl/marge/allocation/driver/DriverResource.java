package nl.marge.allocation.driver;

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
import nl.marge.allocation.setting.Driver;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
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

/** Drivers over HTTP. */
@Path("/api/v1/companies/{company}/drivers")
@Tag(name = "Allocation")
@Produces(MediaType.APPLICATION_JSON)
class DriverResource {

    private final Companies companies;
    private final Drivers drivers;

    DriverResource(Companies companies, Drivers drivers) {
        this.companies = companies;
        this.drivers = drivers;
    }

    @GET
    @Operation(operationId = "listDrivers", summary = "The company's drivers, by code")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of drivers.",
            content =
                    @Content(
                            schema = @Schema(implementation = DriverBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "drivers",
                                            value = "{\"items\":[" + DriverBody.EXAMPLE + "],\"next\":null}")))
    public Page<DriverBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        return Page.ofOrdered(page, drivers.list(company), Driver::code).map(DriverBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putDrivers",
            summary = "Create or replace many drivers",
            description = "An array, or NDJSON with one driver a line: all of them or none. What is not named "
                    + "stays as it is; a code may not come twice (`code_repeated`). Refused as one driver is.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = DriverBody.class),
                        examples = @ExampleObject(name = "two", value = DriverBody.TWO)),
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
        List<DriverCommand> commands =
                CollectionBody.read(contentType, body, json -> DriverReader.read(json, "")).stream()
                        .map(placed -> placed.item().at(placed.place()))
                        .toList();
        return drivers.putAll(company, commands);
    }

    @GET
    @Path("{driver}")
    @Operation(operationId = "getDriver", summary = "A driver")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The driver; its ETag is its version.",
            content =
                    @Content(
                            schema = @Schema(implementation = DriverBody.class),
                            examples = @ExampleObject(name = "driver", value = DriverBody.EXAMPLE)))
    public Response get(
            @PathParam("company") String companyCode,
            @PathParam("driver") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        Driver driver = drivers.require(company, code);
        return ResourceAnswers.get(headers, driver.version(), DriverBody.of(driver));
    }

    @PUT
    @Path("{driver}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putDriver",
            summary = "Create or replace a driver",
            description = "measure, accounts and filter say what the ledger counts and belong to LEDGER alone."
                    + " Quantities of UPLOADED drivers are put apart. While a driver has quantities its unit, source"
                    + " and receivers stay, while a cycle names it its receivers (409 `in_use`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DriverBody.class),
                            examples = @ExampleObject(name = "driver", value = DriverBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The driver is created.",
            content =
                    @Content(
                            schema = @Schema(implementation = DriverBody.class),
                            examples = @ExampleObject(name = "driver", value = DriverBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The driver is replaced, or was so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = DriverBody.class),
                            examples = @ExampleObject(name = "driver", value = DriverBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @PathParam("driver") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        DriverCommand command = JsonBody.read(body, json -> DriverReader.read(json, code));
        Upsert<Driver> done = drivers.put(company, code, command, ETags.ifMatch(headers));
        Driver driver = done.resource();
        return ResourceAnswers.put(done.outcome(), driver.version(), DriverBody.of(driver));
    }

    @DELETE
    @Path("{driver}")
    @Operation(
            operationId = "deleteDriver",
            summary = "Remove a driver",
            description = "With its quantities. Refused while a cycle names it (409 `in_use`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @APIResponse(responseCode = "204", description = "The driver is gone.")
    public void remove(
            @PathParam("company") String companyCode,
            @PathParam("driver") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        drivers.remove(company, code, ETags.ifMatch(headers));
    }
}
