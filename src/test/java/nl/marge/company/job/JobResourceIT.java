package nl.marge.company.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.marge.company.Companies;
import nl.marge.company.CompanyClient;
import nl.marge.platform.job.Job;
import nl.marge.platform.job.JobRequest;
import nl.marge.platform.job.Jobs;
import org.junit.jupiter.api.Test;

/** Jobs over HTTP, run by the service's own worker. */
@QuarkusTest
class JobResourceIT {

    private static final String NOBODYS = "TEST_NOBODYS";

    private final Jobs jobs;
    private final Companies companies;

    JobResourceIT(Jobs jobs, Companies companies) {
        this.jobs = jobs;
        this.companies = companies;
    }

    @Test
    void showsWhatTheWorkerMadeOfAJob() {
        CompanyClient company = CompanyClient.ofNew("JOB-DONE");
        Job job = submit(company, EchoJobs.KIND, "{\"amount\":\"1250.00\",\"share\":0.10}");

        String shown = whenFinished(company, job);

        assertEquals(
                "{\"id\":\"" + job.id() + "\",\"kind\":\"TEST_ECHO\",\"state\":\"SUCCEEDED\",\"cancelAsked\":false,"
                        + "\"progress\":{\"done\":1,\"total\":1,\"unit\":\"words\"},\"createdAt\":T,\"startedAt\":T,"
                        + "\"finishedAt\":T,\"result\":{\"amount\":\"1250.00\",\"share\":0.10},\"problem\":null}",
                shown.replaceAll("\"20[0-9T:.-]+Z\"", "T"));
    }

    @Test
    void showsTheProblemOfAFailedJobAsAnAnswerWouldHaveIt() {
        CompanyClient company = CompanyClient.ofNew("JOB-FAILED");
        Job job = submit(company, EchoJobs.KIND, EchoJobs.REFUSE);
        whenFinished(company, job);

        company.get("/jobs/" + job.id())
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("result", nullValue())
                .body("problem.type", equalTo("/problems/entry_refused"))
                .body("problem.status", equalTo(422))
                .body("problem.instance", equalTo("/api/v1/companies/JOB-FAILED/jobs/" + job.id()))
                .body("problem.violations.code", contains("value_invalid"))
                .body("problem.violations.pointer", contains("/refuse"));
    }

    @Test
    void showsAQueuedJobAndCancelsItOnce() {
        CompanyClient company = CompanyClient.ofNew("JOB-CANCEL");
        Job job = submit(company, NOBODYS, "{}");
        String path = "/jobs/" + job.id();

        company.get(path)
                .statusCode(200)
                .body("state", equalTo("QUEUED"))
                .body("progress", nullValue())
                .body("startedAt", nullValue());
        company.delete(path)
                .statusCode(202)
                .header("Location", endsWith("/api/v1/companies/JOB-CANCEL/jobs/" + job.id()))
                .body("state", equalTo("CANCELLED"))
                .body("cancelAsked", equalTo(true));
        company.delete(path)
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("violations.code", contains("job_finished"));
        company.get(path).statusCode(200).body("state", equalTo("CANCELLED"));
    }

    @Test
    void listsTheNewestFirstByPage() {
        CompanyClient company = CompanyClient.ofNew("JOB-LIST");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(Long.toString(submit(company, NOBODYS, "{}").id()));
        }
        ids.sort((a, b) -> Long.compare(Long.parseLong(b), Long.parseLong(a)));

        String next = company.get("/jobs?limit=2")
                .statusCode(200)
                .body("items.id", contains(ids.get(0), ids.get(1)))
                .extract()
                .path("next");

        company.get("/jobs?limit=2&cursor=" + next)
                .statusCode(200)
                .body("items.id", contains(ids.get(2)))
                .body("next", nullValue());
    }

    @Test
    void refusesWhatIsUnknownOrIllFormed() {
        CompanyClient company = CompanyClient.ofNew("JOB-WRONG");
        Job elsewhere = submit(CompanyClient.ofNew("JOB-ELSEWHERE"), NOBODYS, "{}");

        CompanyClient.of("JOB-NONE").get("/jobs").statusCode(404);
        company.get("/jobs/" + elsewhere.id()).statusCode(404).body("code", equalTo("unknown"));
        company.delete("/jobs/" + elsewhere.id()).statusCode(404);
        company.get("/jobs/x")
                .statusCode(404)
                .body("detail", equalTo("There is no job \"x\" in this company. GET .../jobs lists them."));
        company.get("/jobs?state=QUEUED").statusCode(400).body("violations.code", contains("parameter_unknown"));
        company.get("/jobs?cursor=YWJj&limit=0")
                .statusCode(400)
                .body("violations.parameter", contains("limit", "cursor"));
        given().post("/api/v1/companies/JOB-WRONG/jobs").then().statusCode(405);
    }

    private Job submit(CompanyClient company, String kind, String request) {
        return jobs.submit(companies.require(company.code()).id(), JobRequest.of(kind, request));
    }

    private static String whenFinished(CompanyClient company, Job job) {
        while (true) {
            String shown =
                    company.get("/jobs/" + job.id()).statusCode(200).extract().asString();
            if (!shown.contains("\"finishedAt\":null")) {
                return shown;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
