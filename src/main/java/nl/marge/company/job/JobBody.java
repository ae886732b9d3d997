package nl.marge.company.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.marge.platform.job.Job;
import nl.marge.platform.job.JobProgress;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job as the contract shows it: in answers about jobs, and in the 202 of whatever becomes one. */
@Schema(name = "Job", description = "Work that outlives its request.")
@JsonPropertyOrder({
    "id",
    "kind",
    "state",
    "cancelAsked",
    "progress",
    "createdAt",
    "startedAt",
    "finishedAt",
    "result",
    "problem"
})
public record JobBody(
        String id,

        @Schema(description = "What it does.") String kind,

        @Schema(enumeration = {"QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"})
        String state,

        @Schema(description = "Whether it is to end as soon as its work looks.")
        boolean cancelAsked,

        Optional<Progress> progress,

        Instant createdAt,

        @Schema(description = "When it was begun for the first time; null before that.")
        Optional<Instant> startedAt,

        @Schema(description = "Null until it is finished.") Optional<Instant> finishedAt,

        @Schema(type = SchemaType.OBJECT, description = "What came of it, by kind; null unless SUCCEEDED.")
        Optional<Object> result,

        @Schema(
                type = SchemaType.OBJECT,
                description = "What an answer would have said (as schema Problem); null unless FAILED.")
        Optional<Object> problem) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUEUED_AT = "\"createdAt\":\"2026-04-02T08:15:30.123456Z\"";

    /** A job that was just submitted, for the examples of operations that answer 202. */
    public static final String EXAMPLE_QUEUED =
            """
            {"id":"1858283725963264001","kind":"ALLOCATION_RUN","state":"QUEUED","cancelAsked":false,"progress":null,\
            """ + QUEUED_AT + ",\"startedAt\":null,\"finishedAt\":null,\"result\":null,\"problem\":null}";

    static final String EXAMPLE_RUNNING = """
            {"id":"1858283725963264001","kind":"ALLOCATION_RUN","state":"RUNNING","cancelAsked":false,\
            "progress":{"done":3,"total":12,"unit":"pools"},""" + QUEUED_AT + """
            ,"startedAt":"2026-04-02T08:15:30.223456Z","finishedAt":null,"result":null,"problem":null}""";

    static final String EXAMPLE_ENDING = """
            {"id":"1858283725963264001","kind":"ALLOCATION_RUN","state":"RUNNING","cancelAsked":true,\
            "progress":{"done":3,"total":12,"unit":"pools"},""" + QUEUED_AT + """
            ,"startedAt":"2026-04-02T08:15:30.223456Z","finishedAt":null,"result":null,"problem":null}""";

    static final String EXAMPLE_FAILED = """
            {"id":"1858283725963264001","kind":"ALLOCATION_RUN","state":"FAILED","cancelAsked":false,\
            "progress":{"done":3,"total":12,"unit":"pools"},""" + QUEUED_AT + """
            ,"startedAt":"2026-04-02T08:15:30.223456Z","finishedAt":"2026-04-02T08:15:31.323456Z","result":null,\
            "problem":{"type":"/problems/entry_refused","title":"The content is refused","status":422,\
            "detail":"Period 2026-03 of scenario ACTUAL is CLOSED. Reopen it, or run another one.",\
            "instance":"/api/v1/companies/ACME/jobs/1858283725963264001","code":"entry_refused",\
            "violations":[{"code":"period_closed","pointer":"/period",\
            "message":"Period 2026-03 of scenario ACTUAL is CLOSED. Reopen it, or run another one."}],\
            "violationsTotal":1,"truncated":false}}""";

    public JobBody {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(progress, "progress");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(result, "result");
        requireNonNull(problem, "problem");
    }

    /** A job of the company of that code. */
    public static JobBody of(String company, Job job) {
        return new JobBody(
                Long.toString(job.id()),
                job.kind(),
                job.state().name(),
                job.cancelAsked(),
                job.progress().map(Progress::of),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.result().map(RawValue::new),
                job.problem().map(problem -> problem(location(company, job), problem)));
    }

    /** Where the job is shown: the {@code Location} of a 202. */
    public static String location(String company, Job job) {
        return "/api/v1/companies/" + company + "/jobs/" + job.id();
    }

    /** A problem that is no accident happened at the job, whose path is known only here. */
    private static ObjectNode problem(String location, String stored) {
        try {
            ObjectNode problem = (ObjectNode) JSON.readTree(stored);
            return problem.path("instance").asText().isEmpty() ? problem.put("instance", location) : problem;
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("the stored problem of " + location + " is not JSON: " + stored, bug);
        }
    }

    /** How far a job is. */
    @Schema(name = "JobProgress")
    public record Progress(
            @Schema(description = "In unit.") long done,

            @Schema(description = "In unit, as far as is known now.")
            long total,

            @Schema(description = "What is counted.") String unit) {

        private static Progress of(JobProgress progress) {
            return new Progress(progress.done(), progress.total(), progress.unit());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "JobPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<JobBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
