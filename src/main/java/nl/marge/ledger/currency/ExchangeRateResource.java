package nl.marge.ledger.currency;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Money;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.ExchangeRates;
import nl.marge.ledger.setting.ExchangeRates.Quote;
import nl.marge.ledger.setting.ExchangeRates.Rate;
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

/** Exchange rates over HTTP. */
@Path("/api/v1/companies/{company}/exchange-rates")
@Tag(name = "Currencies", description = "Exchange rates, and how entries in other currencies are converted.")
@Produces(MediaType.APPLICATION_JSON)
class ExchangeRateResource {

    private static final String ONE = "{type}/{from}/{to}/{date}";
    private static final int KEY_PARTS = 4;

    private final Companies companies;
    private final References references;
    private final RateHistory history;

    ExchangeRateResource(Companies companies, References references, RateHistory history) {
        this.companies = companies;
        this.references = references;
        this.history = history;
    }

    @GET
    @Operation(
            operationId = "listExchangeRates",
            summary = "The exchange rates by type, currencies and day",
            description = "As they count now: what was replaced or taken back is not shown.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Only rates of this type.",
            schema = @Schema(implementation = String.class),
            example = "SPOT")
    @Parameter(
            name = "currency",
            in = ParameterIn.QUERY,
            description = "Only rates from or to this currency.",
            schema = @Schema(implementation = String.class),
            example = "USD")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of exchange rates.",
            content =
                    @Content(
                            schema = @Schema(implementation = ExchangeRateBody.Page.class),
                            examples =
                                    @ExampleObject(
                                            name = "rates",
                                            value = "{\"items\":[" + ExchangeRateBody.EXAMPLE + "],\"next\":null}")))
    public Page<ExchangeRateBody> list(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(KEY_PARTS);
        Optional<String> type = query.value("type", text -> Optional.of(text).filter(Codes::isCode), Codes.FORM);
        Optional<String> currency = query.value(
                "currency", text -> Optional.of(text).filter(Money::isCurrency), "a code of ISO 4217 such as USD");
        query.refuseIfWrong();
        List<Rate> rates = after(references.current(company).settings().rates(), page).stream()
                .filter(rate ->
                        type.filter(wanted -> !wanted.equals(rate.type())).isEmpty())
                .filter(rate -> currency.filter(wanted -> !wanted.equals(rate.from()) && !wanted.equals(rate.to()))
                        .isEmpty())
                .limit(page.fetch())
                .toList();
        return Page.of(page, rates, ExchangeRateResource::key).map(ExchangeRateBody::of);
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(
            operationId = "putExchangeRates",
            summary = "Say exchange rates",
            description = "All or none. A rate is known by its type, its two currencies and its day; it holds until the"
                    + " next of the same pair, and for the way back too. Entries that were posted keep the amounts they"
                    + " were posted with.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ExchangeRateBody.class),
                        examples = @ExampleObject(name = "rates", value = ExchangeRateBody.EXAMPLES)),
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
                                            value = "{\"created\":2,\"updated\":0,\"unchanged\":0}")))
    public Counts putAll(
            @PathParam("company") String companyCode,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        List<ExchangeRateCommand> commands = CollectionBody.read(
                        headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body, json -> new ExchangeRateReader()
                                .read(json))
                .stream()
                .map(read -> read.item().command(read.place()))
                .toList();
        return history.putAll(company, commands);
    }

    @GET
    @Path(ONE)
    @Operation(
            operationId = "getExchangeRate",
            summary = "The rate that entries of a day are converted by",
            description = "The last rate of the pair said on or before the day, or the last of the way back when that"
                    + " is later; where there is neither, two rates joined over the company's currency, or over"
                    + " `viaCurrency` of its currency settings. 404 where there is no such rate: entries are then"
                    + " refused with `exchange_rate_missing`.")
    @APIResponse(
            responseCode = "200",
            description = "The rate in force.",
            content =
                    @Content(
                            schema = @Schema(implementation = QuoteBody.class),
                            examples = @ExampleObject(name = "rate", value = QuoteBody.EXAMPLE)))
    public QuoteBody get(@BeanParam RateAddress address, @Context UriInfo uri) {
        Company company = companies.require(address.company());
        QueryParameters.of(uri).refuseIfWrong();
        ExchangeRates rates = references.current(company).settings().rates();
        LocalDate date = address.day();
        Quote quote = rates.quote(address.type(), address.from(), address.to(), date, company.currency())
                .orElseThrow(address::unknown);
        return QuoteBody.of(address.type(), address.from(), address.to(), date, quote);
    }

    @DELETE
    @Path(ONE)
    @Operation(
            operationId = "deleteExchangeRate",
            summary = "Take an exchange rate back",
            description = "As if it had never been said; that it was, and was taken back, stays recorded. Entries that"
                    + " were posted keep the amounts they were posted with.")
    @APIResponse(responseCode = "204", description = "The rate is taken back.")
    public void delete(@BeanParam RateAddress address, @Context UriInfo uri) {
        Company company = companies.require(address.company());
        QueryParameters.of(uri).refuseIfWrong();
        history.takeBack(company, address.type(), address.from(), address.to(), address.day());
    }

    private static Collection<Rate> after(ExchangeRates rates, PageRequest page) {
        if (page.isFirst()) {
            return rates.rates();
        }
        List<String> last = page.after();
        LocalDate date = Dates.read(last.get(3)).orElse(Dates.FIRST);
        return rates.ratesAfter(last.get(0), last.get(1), last.get(2), date);
    }

    private static List<String> key(Rate rate) {
        return List.of(rate.type(), rate.from(), rate.to(), rate.date().toString());
    }

    /** Where one rate stands. */
    record RateAddress(
            @PathParam("company") String company,

            @Parameter(description = "The type of the rate.", example = "SPOT") @PathParam("type")
            String type,

            @Parameter(description = "The currency that is worth something.", example = "USD") @PathParam("from")
            String from,

            @Parameter(description = "The currency in which it is.", example = "EUR") @PathParam("to")
            String to,

            @Parameter(description = "The day.", example = "2026-03-31") @PathParam("date")
            String date) {

        private LocalDate day() {
            return Dates.read(date).orElseThrow(this::unknown);
        }

        private Refusal unknown() {
            if (from.equals(to)) {
                return new Refusal(
                        Reason.UNKNOWN,
                        "There is no rate from " + Texts.excerpt(from) + " to itself, and none is needed: its amounts"
                                + " are taken as they are. Ask for two currencies.");
            }
            return new Refusal(
                    Reason.UNKNOWN,
                    "There is no " + Texts.excerpt(type) + " rate from " + Texts.excerpt(from) + " to "
                            + Texts.excerpt(to) + " on " + Texts.excerpt(date)
                            + ". Say one with PUT .../exchange-rates, or correct the currencies and the day.");
        }
    }
}
