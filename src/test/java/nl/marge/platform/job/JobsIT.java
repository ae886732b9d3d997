package nl.marge.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.Database;
import nl.marge.platform.job.JobBench.Company;
import org.junit.jupiter.api.Test;

/** Jobs as those see them who submit, watch and cancel. */
@QuarkusTest
class JobsIT {

    private final JobBench bench;
    private final Database database;

    JobsIT(JobBench bench, Database database) {
        this.bench = bench;
        this.database = database;
    }

    @Test
    void queuesAJobAndShowsIt() {
        Company company = bench.company();

        Job job = company.submit();

        assertEquals(
                new Job(
                        company.id,
                        job.id(),
                        company.kind(),
                        JobState.QUEUED,
                        false,
                        Optional.empty(),
                        company.clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                job);
        assertEquals(job, company.jobs.require(company.id, Long.toString(job.id())));
        assertEquals(Optional.empty(), company.jobs.find(company.id + 1, job.id()));
    }

    @Test
    void listsTheNewestFirst() {
        Company company = bench.company();
        Job first = company.submit();
        company.clock.advance(JobWork.LEASE);
        Job second = company.submit();

        assertEquals(List.of(second, first), company.jobs.list(company.id, Long.MAX_VALUE, 10));
        assertEquals(List.of(first), company.jobs.list(company.id, second.id(), 10));
        assertEquals(List.of(second), company.jobs.list(company.id, Long.MAX_VALUE, 1));
    }

    @Test
    void doesNotKnowOtherIds() {
        Company company = bench.company();

        for (String id : List.of("1", "x", "", "-1", "01", "9999999999999999999", "99999999999999999999999999")) {
            Refusal refusal = assertThrows(Refusal.class, () -> company.jobs.require(company.id, id));
            assertEquals(Reason.UNKNOWN, refusal.reason());
            assertEquals(
                    Reason.UNKNOWN,
                    assertThrows(Refusal.class, () -> company.jobs.cancel(company.id, id))
                            .reason());
        }
    }

    @Test
    void submitsWithWhatIsWrittenBesideItOrNotAtAll() {
        Company company = bench.company();

        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(handle -> {
                    company.jobs.submit(handle, company.id, company.asked());
                    throw new IllegalStateException("the caller fails");
                }));

        assertEquals(List.of(), company.jobs.list(company.id, Long.MAX_VALUE, 10));
    }

    @Test
    void refusesASecondJobUnderTheSameLockUntilTheFirstIsFinished() {
        Company company = bench.company();
        Job first = company.jobs.submit(company.id, locked(company));

        Refusal refusal = assertThrows(Refusal.class, () -> company.jobs.submit(company.id, locked(company)));

        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals("Job " + first.id() + " of period 2026-03 is QUEUED. Wait for it.", refusal.getMessage());
        company.replica(work -> "{}").runNext();
        assertEquals(
                JobState.QUEUED,
                company.jobs.submit(company.id, locked(company)).state());
        assertEquals(
                JobState.QUEUED,
                bench.company().jobs.submit(company.id + 1_000, locked(company)).state());
    }

    @Test
    void letsOneOfManyHaveTheLockWhenAllAskAtOnce() throws Exception {
        Company company = bench.company();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> submitted = new ArrayList<>();

        for (int i = 0; i < 8; i++) {
            submitted.add(clients.submit(() -> isSubmitted(company)));
        }

        int accepted = 0;
        for (Future<Boolean> one : submitted) {
            accepted += one.get() ? 1 : 0;
        }
        clients.shutdown();
        assertEquals(1, accepted);
        assertEquals(1, company.jobs.list(company.id, Long.MAX_VALUE, 10).size());
    }

    @Test
    void refusesMoreThanAThousandUnfinishedJobsOfACompany() {
        Company company = bench.company();
        database.inTransaction(handle -> IntStream.range(0, 1_000)
                .mapToObj(i -> company.jobs.submit(handle, company.id, company.asked()))
                .toList());

        Refusal refusal = assertThrows(Refusal.class, company::submit);

        assertEquals(Reason.BUSY, refusal.reason());
        assertEquals(
                "The company has 1000 jobs that are not finished. Wait until some are, or cancel those that are not"
                        + " needed.",
                refusal.getMessage());
        assertEquals(JobState.QUEUED, bench.company().submit().state());
    }

    @Test
    void cancelsAQueuedJobAtOnce() {
        Company company = bench.company();
        Job job = company.jobs.submit(company.id, locked(company));

        Job cancelled = company.jobs.cancel(company.id, Long.toString(job.id()));

        assertEquals(JobState.CANCELLED, cancelled.state());
        assertEquals(Optional.of(company.clock.instant()), cancelled.finishedAt());
        assertFalse(company.replica(work -> "{}").runNext());
        assertEquals(
                JobState.QUEUED,
                company.jobs.submit(company.id, locked(company)).state());
    }

    @Test
    void cancelsARunningJobWhenItsWorkLooks() {
        Company company = bench.company();
        Job job = company.jobs.submit(company.id, locked(company));
        List<Job> seen = new ArrayList<>();

        company.replica(work -> {
                    work.progress(3, 12, "pools");
                    seen.add(company.jobs.cancel(company.id, Long.toString(job.id())));
                    seen.add(company.jobs.cancel(company.id, Long.toString(job.id())));
                    work.checkCancelled();
                    company.clock.advance(JobWork.LEASE.dividedBy(30));
                    work.checkCancelled();
                    throw new AssertionError("the work goes on");
                })
                .runNext();

        assertEquals(JobState.RUNNING, seen.get(0).state());
        assertTrue(seen.get(0).cancelAsked());
        assertEquals(seen.get(0), seen.get(1));
        Job cancelled = company.now(job);
        assertEquals(JobState.CANCELLED, cancelled.state());
        assertEquals(Optional.of(new JobProgress(3, 12, "pools")), cancelled.progress());
        assertEquals(Optional.empty(), cancelled.result());
        assertEquals(Optional.empty(), cancelled.problem());
        assertEquals(
                JobState.QUEUED,
                company.jobs.submit(company.id, locked(company)).state());
    }

    @Test
    void doesNotBeginAnewWhatIsToBeCancelled() {
        Company company = bench.company();
        Job job = company.submit();
        company.takeAndDie();
        company.jobs.cancel(company.id, Long.toString(job.id()));
        company.clock.advance(JobWork.LEASE.plusMillis(1));

        assertTrue(company.replica(work -> "{\"by\":\"nobody\"}").runNext());

        assertEquals(JobState.CANCELLED, company.now(job).state());
    }

    @Test
    void refusesToCancelAFinishedJob() {
        Company company = bench.company();
        Job job = company.submit();
        company.replica(work -> "{}").runNext();

        Refusal refusal = assertThrows(Refusal.class, () -> company.jobs.cancel(company.id, Long.toString(job.id())));

        assertEquals(Reason.CONFLICT, refusal.reason());
        assertEquals(ViolationCode.JOB_FINISHED, refusal.violations().get(0).code());
        assertEquals(
                "Job " + job.id() + " is finished: SUCCEEDED since 2026-04-02T08:15:30.123456Z. There is nothing to"
                        + " cancel.",
                refusal.getMessage());
    }

    private static JobRequest locked(Company company) {
        return company.asked()
                .excluding(
                        "run/2026-03",
                        holder -> Violation.at(
                                "/period",
                                ViolationCode.RUN_IN_PROGRESS,
                                "Job " + holder.id() + " of period 2026-03 is " + holder.state() + ". Wait for it."));
    }

    private static boolean isSubmitted(Company company) {
        try {
            company.jobs.submit(company.id, locked(company));
            return true;
        } catch (Refusal taken) {
            assertEquals(
                    ViolationCode.RUN_IN_PROGRESS, taken.violations().get(0).code());
            return false;
        }
    }
}
