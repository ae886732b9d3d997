package nl.marge.ledger.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.platform.http.ListedViolation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A batch's result as it goes out. */
@Schema(name = "BatchResult", description = "What became of a batch.")
record BatchAnswer(
        int posted,
        int unchanged,

        @Schema(description = "Entries at fault that were refused")
        int rejected,

        @Schema(description = "Entries at fault that were set aside, as their source wants it")
        int quarantined,

        @Schema(description = "Posted entries of which wrong dimension values were left out, as their source wants it")
        int unassigned,

        Optional<Long> firstNumber,
        Optional<Long> lastNumber,
        String watermark,
        List<EntryProblem> problems,

        @Schema(description = "What was left out of posted entries, the first 1,000; absent when nothing was")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<EntryProblem> accepted,

        int problemsTotal,
        boolean truncated) {

    static final String EXAMPLE = """
            {"posted":2,"unchanged":0,"rejected":0,"quarantined":0,"unassigned":0,
             "firstNumber":1017,"lastNumber":1018,"watermark":"1018.42",
             "problems":[],"problemsTotal":0,"truncated":false}""";

    static final String PARTIAL_EXAMPLE = """
            {"posted":1,"unchanged":0,"rejected":1,"quarantined":0,"unassigned":0,
             "firstNumber":1017,"lastNumber":1017,"watermark":"1017.42",
             "problems":[{"index":1,"line":2,"externalId":"INV-2","violations":[
              {"code":"posting_date_missing","pointer":"/postingDate","message":"The posting date is missing."}]}],
             "problemsTotal":1,"truncated":false}""";

    static final String REFUSED_EXAMPLE = """
            {"type":"/problems/batch_refused","title":"The batch is refused","status":422,
             "detail":"1 of the entries are refused, so nothing was posted.",
             "instance":"/api/v1/companies/ACME/journal-entries/batch","code":"batch_refused",
             "posted":0,"unchanged":0,"rejected":1,"quarantined":0,"unassigned":0,
             "firstNumber":null,"lastNumber":null,"watermark":"1016.42",
             "problems":[{"index":1,"line":2,"externalId":"INV-2","violations":[
              {"code":"posting_date_missing","pointer":"/postingDate","message":"The posting date is missing."}]}],
             "problemsTotal":1,"truncated":false}""";

    static final String CSV_EXAMPLE = """
            index,line,external_id,code,pointer,message
            1,2,INV-2,posting_date_missing,/postingDate,The posting date is missing.
            """;

    static BatchAnswer of(BatchResult result) {
        return new BatchAnswer(
                result.posted(),
                result.unchanged(),
                result.rejected(),
                result.quarantined(),
                result.unassigned(),
                result.firstNumber(),
                result.lastNumber(),
                result.watermark(),
                result.problems().stream().map(EntryProblem::of).toList(),
                result.accepted().stream().map(EntryProblem::of).toList(),
                result.problemsTotal(),
                result.truncated());
    }

    /** An entry at fault: where it stood, and what is wrong; pointers are relative to the entry. */
    @Schema(name = "EntryProblem")
    record EntryProblem(
            int index,

            @Schema(description = "Physical line of an NDJSON body, from 1")
            OptionalLong line,

            Optional<String> externalId,

            @Schema(description = "Addresses it below .../quarantine; absent when it was refused")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<String> quarantineId,

            List<ListedViolation> violations) {

        static EntryProblem of(BatchResult.EntryProblem problem) {
            return new EntryProblem(
                    problem.index(),
                    problem.line(),
                    problem.externalId(),
                    problem.quarantineId(),
                    ListedViolation.of(problem.violations()));
        }
    }
}
