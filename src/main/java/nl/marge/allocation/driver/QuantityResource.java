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
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.platform.csv.CsvBody;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;
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

/** Driver quantities over HTTP. */
@Path("/api/v1/companies/{company}/drivers/{driver}/quantities")
@Tag(name = "Allocation")
class QuantityResource {

    private static final String PERIOD = "period";
    private static final String RECEIVER = "receiver";
    private static final int KEY_PARTS = 2;
    private static final List<AnswerForm> FORMS = List.of(AnswerForm.JSON, AnswerForm.CSV);

    private final Companies companies;
    private final CompanyCounters counters;
    private final Drivers drivers;
    private final DriverQuantities quantities;
    private final QuantityUpkeep upkeep;

    QuantityResource(
            Companies companies,
            CompanyCounters counters,
            Drivers drivers,
            DriverQuantities quantities,
            QuantityUpkeep upkeep) {
        this.companies = companies;
        this.counters = counters;
        this.drivers = drivers;
        this.quantities = quantities;
        this.upkeep = upkeep;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvBody.MEDIA_TYPE})
    @Operation(
            operationId = "listDriverQuantities",
            summary = "The uploaded quantities of a driver, by period and receiver",
            description = "As they count now. JSON comes in pages, CSV whole, in columns that PUT takes.")
    @Parameter(
            name = PERIOD,
            in = ParameterIn.QUERY,
            description = "Only those of this fiscal period.",
            schema = @Schema(implementation = String.class),
            example = "2026-03")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @Parameter(name = "format", ref = "format")
    @Parameter(name = "bom", ref = "bom")
    @Parameter(name = "decimal", ref = "decimal")
    @Parameter(name = "separator", ref = "separator")
    @APIResponse(
            responseCode = "200",
            description = "A page of quantities, or all of them as CSV.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = QuantityBody.Page.class),
                        examples =
                                @ExampleObject(
                                        name = "quantities",
                                        value = "{\"items\":[" + QuantityBody.EXAMPLE + "],\"next\":null}")),
                @Content(
                        mediaType = CsvBody.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "table", value = QuantityBody.FULL_TABLE))
            })
    public Response list(
            @PathParam("company") String companyCode,
            @PathParam("driver") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        Driver driver = drivers.require(company, code);
        QueryParameters query = QueryParameters.of(uri);
        Optional<YearMonth> period = period(query);
        PageRequest page = query.page(KEY_PARTS);
        AnswerForm form = AnswerForm.of(query, headers, FORMS);
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        if (form == AnswerForm.CSV) {
            List<PeriodQuantity> all = quantities.list(company, code, period);
            return new StreamedAnswer(form, counters.watermark(company.id()).toString())
                    .of(out -> QuantityCsv.write(driver, all, out, style));
        }
        List<PeriodQuantity> some = quantities.page(company, code, period, page.after(), page.fetch());
        return Response.ok(Page.of(page, some, QuantityResource::key).map(one -> QuantityBody.of(one, driver.unit())))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    @PUT
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS, CsvBody.MEDIA_TYPE})
    @Operation(
            operationId = "putDriverQuantities",
            summary = "Say how much each receiver took of a driver",
            description = "All or none; what is not named stays as it is. A receiver has one value of each receiving"
                    + " dimension of the driver, a leaf that is not blocked, or is a pool. A unit that is not the"
                    + " driver's is refused (`unit_mismatch`), so is a quantity below 0 unless the driver clamps"
                    + " (`quantity_negative`); it is then kept as sent and counts as 0. Of a driver that the ledger"
                    + " measures nothing is taken (`driver_not_uploaded`). CSV has a header and columns in any order.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = QuantityBody.class),
                        examples = @ExampleObject(name = "two", value = QuantityBody.TWO)),
                @Content(mediaType = CollectionBody.NDJSON),
                @Content(
                        mediaType = CsvBody.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "table", value = QuantityBody.TABLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were said for the first time, replaced, and said before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Counts.class),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value = "{\"created\":2,\"updated\":0,\"unchanged\":0}")))
    public Counts putAll(
            @PathParam("company") String companyCode,
            @PathParam("driver") String code,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        Driver driver = drivers.require(company, code);
        QueryParameters.of(uri).refuseIfWrong();
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        List<QuantityCommand> commands =
                CsvBody.isCsv(contentType) ? QuantityCsv.read(driver, body) : read(contentType, body);
        return upkeep.putAll(company, code, commands);
    }

    @DELETE
    @Operation(
            operationId = "deleteDriverQuantity",
            summary = "Take a quantity back",
            description = "As if it had never been said; that it was, and was taken back, stays recorded.")
    @Parameter(
            name = PERIOD,
            in = ParameterIn.QUERY,
            required = true,
            description = "Its fiscal period.",
            schema = @Schema(implementation = String.class),
            example = "2026-03")
    @Parameter(
            name = RECEIVER,
            in = ParameterIn.QUERY,
            required = true,
            description = "Its receiver: SEGMENT:KEY, with more dimensions CUSTOMER:C1;REGION:EU, or pool:HR.",
            schema = @Schema(implementation = String.class),
            example = "SEGMENT:KEY")
    @APIResponse(responseCode = "204", description = "The quantity is taken back.")
    public void delete(
            @PathParam("company") String companyCode, @PathParam("driver") String code, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        drivers.require(company, code);
        QueryParameters query = QueryParameters.of(uri);
        query.requiredText(PERIOD);
        query.requiredText(RECEIVER);
        Optional<YearMonth> period = period(query);
        Optional<Receiver> receiver = query.value(RECEIVER, Receiver::read, Receiver.FORM);
        query.refuseIfWrong();
        upkeep.takeBack(company, code, period.orElseThrow(), receiver.orElseThrow());
    }

    private static List<QuantityCommand> read(String contentType, InputStream body) {
        return CollectionBody.read(contentType, body, json -> new QuantityReader().read(json)).stream()
                .map(placed -> placed.item().command(placed.place()))
                .toList();
    }

    private static Optional<YearMonth> period(QueryParameters query) {
        return query.value(PERIOD, DateRange::period, SettingForm.PERIOD_FORM);
    }

    private static List<String> key(PeriodQuantity quantity) {
        return List.of(quantity.period().toString(), quantity.receiver());
    }
}
