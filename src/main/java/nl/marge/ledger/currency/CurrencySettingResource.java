package nl.marge.ledger.currency;

import jakarta.ws.rs.Consumes;
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
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.CurrencySetting;
import nl.marge.platform.http.ETags;
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

/** The currency settings of a company over HTTP. */
@Path("/api/v1/companies/{company}/currency-settings")
@Tag(name = "Currencies")
@Produces(MediaType.APPLICATION_JSON)
class CurrencySettingResource {

    private final Companies companies;
    private final References references;
    private final CurrencySettings settings;

    CurrencySettingResource(Companies companies, References references, CurrencySettings settings) {
        this.companies = companies;
        this.references = references;
        this.settings = settings;
    }

    @GET
    @Operation(
            operationId = "getCurrencySettings",
            summary = "How entries in other currencies are converted",
            description = "A new company has the standard ones, of version 0: rates of type SPOT, no accounts.")
    @Parameter(name = "ifNoneMatch", ref = "ifNoneMatch")
    @APIResponse(
            responseCode = "200",
            description = "The currency settings; their ETag is their version.",
            content =
                    @Content(
                            schema = @Schema(implementation = CurrencySettingBody.class),
                            examples = @ExampleObject(name = "settings", value = CurrencySettingBody.EXAMPLE)))
    public Response get(@PathParam("company") String companyCode, @Context UriInfo uri, @Context HttpHeaders headers) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CurrencySetting setting = references.current(company).settings().rates().setting();
        return ResourceAnswers.get(headers, setting.version(), CurrencySettingBody.of(setting));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCurrencySettings",
            summary = "Say how entries in other currencies are converted",
            description = "Company amounts given by the caller that do not sum to zero are completed by a line of our"
                    + " own, so the posting goes through: on `roundingAccount` when rounding each line by itself"
                    + " explains it, else on `exchangeDifferenceAccount`, with the dimensions of the entry's largest"
                    + " line that has any, else those given here. Policies, blocking and validity do not stop that"
                    + " line. Without an account such an entry is refused (`entry_unbalanced`).")
    @Parameter(name = "ifMatch", ref = "ifMatch")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CurrencySettingBody.class),
                            examples = @ExampleObject(name = "settings", value = CurrencySettingBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The settings are replaced, or were so already.",
            content =
                    @Content(
                            schema = @Schema(implementation = CurrencySettingBody.class),
                            examples = @ExampleObject(name = "settings", value = CurrencySettingBody.EXAMPLE)))
    public Response put(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        CurrencySetting said = JsonBody.read(body, CurrencySettingReader::read);
        Upsert<CurrencySetting> done = settings.put(company, said, ETags.ifMatch(headers));
        CurrencySetting setting = done.resource();
        return ResourceAnswers.put(done.outcome(), setting.version(), CurrencySettingBody.of(setting));
    }
}
