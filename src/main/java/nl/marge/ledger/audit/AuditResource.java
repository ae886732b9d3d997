package nl.marge.ledger.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chain of seals over HTTP. */
@Path("/api/v1/companies/{company}/audit")
@Tag(name = "Audit", description = "Proof that the ledger is what was posted, and that all that was sent has arrived.")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private final Companies companies;
    private final LedgerVerification verification;
    private final SealedBatches batches;

    AuditResource(Companies companies, LedgerVerification verification, SealedBatches batches) {
        this.companies = companies;
        this.verification = verification;
        this.batches = batches;
    }

    @GET
    @Path("verification")
    @Operation(
            operationId = "verifyLedger",
            summary = "Verify the chain of seals",
            description = "Reads every entry and line back and seals it again. Whatever was changed, removed or"
                    + " inserted in the database is told by batch. Takes seconds for millions of lines.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            schema = @Schema(implementation = Verification.class),
                            examples = @ExampleObject(name = "intact", value = Verification.EXAMPLE)))
    public Verification verify(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters.of(uri).refuseIfWrong();
        return verification.verify(company);
    }

    @GET
    @Path("seals")
    @Operation(
            operationId = "listSeals",
            summary = "The seals of all batches, by number",
            description = "Keep one outside of Marge now and then: the same seal at the same number later proves that"
                    + " nothing up to there was touched, not even by whoever holds the database.")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of seals",
            content =
                    @Content(
                            schema = @Schema(implementation = SealPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "seals",
                                            value = "{\"items\":[" + Seal.EXAMPLE + "],\"next\":null}")))
    public Page<Seal> seals(@PathParam("company") String companyCode, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        long after = page.isFirst() ? 0 : Long.parseLong(page.after().get(0));
        return Page.of(
                        page,
                        batches.page(company, after, page.fetch()),
                        batch -> List.of(Long.toString(batch.firstNumber())))
                .map(Seal::of);
    }

    /** The seal of one batch. */
    @Schema(name = "Seal")
    record Seal(
            long firstNumber,
            long lastNumber,
            Instant recordedAt,

            @Schema(description = "64 hexadecimal digits; null before there were seals")
            Optional<String> seal) {

        static final String EXAMPLE = """
                {"firstNumber":1016,"lastNumber":1017,"recordedAt":"2026-04-01T08:15:30.123456Z",
                 "seal":"9f2c1d0e5b7a4c3f8e6d9f2c1d0e5b7a4c3f8e6d9f2c1d0e5b7a4c3f8e6d9f2c"}""";

        static Seal of(SealedBatch batch) {
            return new Seal(batch.firstNumber(), batch.lastNumber(), batch.recordedAt(), batch.seal());
        }
    }

    /** A page of seals, for the contract. */
    @Schema(name = "SealPage")
    record SealPage(List<Seal> items, Optional<String> next) {}
}
