package nl.marge.ledger.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.journal.PostingMetrics;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.platform.http.ListedViolation;
import nl.marge.platform.http.ProblemHead;
import nl.marge.platform.http.ProblemKind;
import nl.marge.platform.http.Problems;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.keyed.KeyedRequests;
import nl.marge.platform.idempotency.IdempotencyKeys;
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
import org.jboss.logging.Logger;

/** Many journal entries in one request. */
@Path("/api/v1/companies/{company}/journal-entries/batch")
@Tag(name = "Journal entries")
class JournalBatchResource {

    private static final String CSV = "text/csv";

    private final Companies companies;
    private final BatchPosting batches;
    private final KeyedRequests keyedRequests;
    private final BatchAnswers answers;

    JournalBatchResource(
            Companies companies, BatchPosting batches, KeyedRequests keyedRequests, PostingMetrics metrics) {
        this.companies = companies;
        this.batches = batches;
        this.keyedRequests = keyedRequests;
        this.answers = new BatchAnswers(metrics);
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "postJournalEntries",
            summary = "Post many journal entries",
            description =
                    "A JSON body, or NDJSON of any length, one entry a line. Atomic: all entries become visible at"
                            + " once, or none. Partial: each that is right is posted, the others are told. What was"
                            + " posted before with the same content counts as unchanged.")
    @Parameter(
            name = "atomic",
            in = ParameterIn.QUERY,
            description = "All or nothing",
            schema = @Schema(implementation = Boolean.class, defaultValue = "true"))
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Tell what would happen, and store nothing",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = JournalBatchBody.class),
                        examples = @ExampleObject(name = "batch", value = JournalBatchBody.EXAMPLE)),
                @Content(mediaType = CollectionBody.NDJSON, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "Nothing was rejected or set aside",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchAnswer.class),
                        examples = @ExampleObject(name = "result", value = BatchAnswer.EXAMPLE)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING, description = "The problems, one violation a row"),
                        example = BatchAnswer.CSV_EXAMPLE)
            })
    @APIResponse(
            responseCode = "207",
            description = "At least one entry was rejected (partial) or set aside in quarantine",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchAnswer.class),
                        examples = @ExampleObject(name = "result", value = BatchAnswer.PARTIAL_EXAMPLE)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING, description = "The problems, one violation a row"),
                        example = BatchAnswer.CSV_EXAMPLE)
            })
    @APIResponse(
            responseCode = "422",
            description = "Atomic: at least one entry is refused, so nothing was posted",
            content =
                    @Content(
                            mediaType = Problems.MEDIA_TYPE,
                            schema = @Schema(implementation = BatchAnswers.RefusedBatch.class),
                            examples = @ExampleObject(name = "refused", value = BatchAnswer.REFUSED_EXAMPLE)))
    public Response post(
            @PathParam("company") String companyCode,
            @HeaderParam(KeyedRequests.HEADER) String idempotencyKey,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        boolean atomic = query.text("atomic").isEmpty() || query.flag("atomic");
        boolean dryRun = query.flag("dryRun");
        query.refuseIfWrong();
        if (idempotencyKey != null && !atomic) {
            throw keyOnPartial();
        }
        Batch batch = new Batch(
                company,
                uri,
                accept,
                atomic,
                CollectionBody.isNdjson(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
        if (!atomic && !dryRun) {
            return answers.answer(batch.uri(), accept, batches.postPartial(company, once(batch, body)), false);
        }
        if (dryRun) {
            return answers.answer(uri, accept, batches.dryRun(company, once(batch, body), atomic), atomic);
        }
        try (SpooledInput spooled = new SpooledInput(body)) {
            return postAtomic(batch, idempotencyKey, spooled);
        }
    }

    private Response postAtomic(Batch batch, String idempotencyKey, SpooledInput body) {
        if (idempotencyKey == null) {
            return post(batch, body, Optional.empty());
        }
        KeyedRequests.checkForm(idempotencyKey);
        IdempotencyKeys.Key key =
                KeyedRequests.key(batch.company().id(), batch.uri().getPath(), idempotencyKey, body.sha256());
        return keyedRequests.run(key, idempotencyKey, owned -> post(batch, body, Optional.of(keeper(owned))));
    }

    private Response post(Batch batch, SpooledInput body, Optional<AnswerKeeper<BatchResult>> keeper) {
        EntrySource source = batch.ndjson() ? NdjsonSource.of(body) : JsonSource.of(body);
        return answers.answer(batch.uri(), batch.accept(), batches.postAtomic(batch.company(), source, keeper), true);
    }

    private static EntrySource once(Batch batch, InputStream body) {
        return batch.ndjson() ? NdjsonSource.once(body) : JsonSource.of(body);
    }

    private AnswerKeeper<BatchResult> keeper(IdempotencyKeys.Key key) {
        return new AnswerKeeper<>() {
            @Override
            public IdempotencyKeys.Key key() {
                return key;
            }

            @Override
            public IdempotencyKeys.Answer answer(BatchResult result) {
                return keyedRequests.answer(200, "", BatchAnswer.of(result));
            }
        };
    }

    private static Refusal keyOnPartial() {
        return Refusal.of(
                Refusal.Reason.ENTRY_REFUSED,
                Violation.parameter(
                        KeyedRequests.HEADER,
                        ViolationCode.PARAMETER_INVALID,
                        "Idempotency-Key is not taken with atomic=false. Leave it out: there each entry's externalId"
                                + " protects from posting twice."));
    }

    /** What a batch request says beside its body. */
    private record Batch(Company company, UriInfo uri, String accept, boolean atomic, boolean ndjson) {}

    /** Wraps the result of a batch: 200, 207 with problems, or 422 when an atomic batch is refused. */
    static final class BatchAnswers {

        private static final Logger LOG = Logger.getLogger(BatchAnswers.class);
        private static final List<String> COLUMNS =
                List.of("index", "line", "external_id", "code", "pointer", "message");

        private final PostingMetrics metrics;

        BatchAnswers(PostingMetrics metrics) {
            this.metrics = metrics;
        }

        Response answer(UriInfo uri, String accept, BatchResult result, boolean atomic) {
            BatchAnswer answer = BatchAnswer.of(result);
            observe(uri, result, atomic);
            if (atomic && result.rejected() > 0) {
                String detail =
                        result.rejected() + " of the entries are refused, so nothing was posted. Mend them and send"
                                + " the batch again, or post it with atomic=false.";
                ProblemHead head = ProblemHead.of(ProblemKind.BATCH_REFUSED, detail, Problems.instance(uri));
                return Problems.answer(head, new RefusedBatch(head, answer));
            }
            int status = result.problemsTotal() > 0 ? 207 : 200;
            if (accept != null && accept.contains(CSV)) {
                return Response.status(status).type(CSV).entity(csv(answer)).build();
            }
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON)
                    .entity(answer)
                    .build();
        }

        private void observe(UriInfo uri, BatchResult result, boolean atomic) {
            metrics.unchanged(result.unchanged());
            result.problems()
                    .forEach(problem ->
                            metrics.rejected(problem.violations().get(0).code()));
            LOG.infof(
                    "batch path=%s atomic=%s posted=%d unchanged=%d rejected=%d quarantined=%d watermark=%s",
                    uri.getPath(),
                    atomic,
                    result.posted(),
                    result.unchanged(),
                    result.rejected(),
                    result.quarantined(),
                    result.watermark());
        }

        /** The problems as rows, one a violation. */
        private static byte[] csv(BatchAnswer answer) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CsvTable table = new CsvTable(out, CsvStyle.PLAIN, COLUMNS)) {
                for (BatchAnswer.EntryProblem problem : answer.problems()) {
                    for (ListedViolation violation : problem.violations()) {
                        table.decimal(Integer.toString(problem.index()))
                                .decimal(
                                        problem.line().isPresent()
                                                ? "" + problem.line().getAsLong()
                                                : "")
                                .text(problem.externalId().orElse(""))
                                .text(violation.code())
                                .text(violation.pointer().orElse(""))
                                .text(violation.message())
                                .endRow();
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException("bytes in memory cannot fail to be written", impossible);
            }
            return out.toByteArray();
        }

        /** A refused atomic batch: a problem with the members of a result. */
        record RefusedBatch(
                @JsonUnwrapped ProblemHead head,
                @JsonUnwrapped BatchAnswer batch) {}
    }
}
