package nl.marge.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.Database;
import nl.marge.platform.job.JobBench.Company;
import org.junit.jupiter.api.Test;

/** Jobs as replicas run them, lose them and take them over. */
@QuarkusTest
class JobRunnerIT {

    private static final Duration PAST_LEASE = JobWork.LEASE.plusMillis(1);

    private final JobBench bench;
    private final Database database;

    JobRunnerIT(JobBench bench, Database database) {
        this.bench = bench;
        this.database = database;
    }

    @Test
    void runsAJobToItsEnd() {
        Company company = bench.company();
        Job job = company.submit();
        List<Job> seen = new ArrayList<>();

        boolean ran = company.replica(work -> {
                    assertEquals(company.id, work.companyId());
                    assertEquals(job.id(), work.jobId());
                    assertEquals(JobBench.REQUEST, work.request());
                    company.clock.advance(Duration.ofSeconds(2));
                    work.progress(3, 12, "pools");
                    work.checkCancelled();
                    seen.add(company.now(job));
                    work.progress(12, 12, "pools");
                    return "{\"entries\":[1017]}";
                })
                .runNext();

        assertTrue(ran);
        assertEquals(JobState.RUNNING, seen.get(0).state());
        assertEquals(Optional.of(new JobProgress(3, 12, "pools")), seen.get(0).progress());
        Job done = company.now(job);
        assertEquals(JobState.SUCCEEDED, done.state());
        assertEquals(Optional.of("{\"entries\":[1017]}"), done.result());
        assertEquals(Optional.of(new JobProgress(12, 12, "pools")), done.progress());
        assertEquals(Optional.of(job.createdAt()), done.startedAt());
        assertEquals(Optional.of(job.createdAt().plusSeconds(2)), done.finishedAt());
        assertFalse(company.replica(work -> "{}").runNext());
    }

    @Test
    void runsTheOldestFirst() {
        Company company = bench.company();
        List<Job> submitted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            submitted.add(company.submit());
            company.clock.advance(Duration.ofMillis(1));
        }
        List<Long> run = new ArrayList<>();
        JobRunner replica = company.replica(work -> {
            run.add(work.jobId());
            return "{}";
        });

        while (replica.runNext()) {}

        assertEquals(submitted.stream().map(Job::id).toList(), run);
    }

    @Test
    void finishesWhatADeadReplicaBegan() {
        Company company = bench.company();
        Job job = company.submit();
        company.takeAndDie();
        JobRunner other = company.replica(work -> "{\"by\":\"other\"}");

        assertFalse(other.runNext());
        company.clock.advance(JobWork.LEASE);
        assertFalse(other.runNext());
        company.clock.advance(Duration.ofMillis(1));
        assertTrue(other.runNext());

        Job done = company.now(job);
        assertEquals(JobState.SUCCEEDED, done.state());
        assertEquals(Optional.of("{\"by\":\"other\"}"), done.result());
        assertEquals(Optional.of(job.createdAt()), done.startedAt());
    }

    @Test
    void keepsAJobWhoseLeaseIsRenewed() {
        Company company = bench.company();
        Job job = company.submit();
        JobRunner other = company.replica(work -> "{\"by\":\"other\"}");
        List<JobRunner> self = new ArrayList<>();
        JobRunner replica = company.replica(work -> {
            company.clock.advance(Duration.ofSeconds(20));
            self.get(0).renewAll();
            company.clock.advance(Duration.ofSeconds(20));
            assertFalse(other.runNext());
            work.progress(1, 2, "pools");
            company.clock.advance(Duration.ofSeconds(20));
            assertFalse(other.runNext());
            return "{\"by\":\"self\"}";
        });
        self.add(replica);

        assertTrue(replica.runNext());

        assertEquals(Optional.of("{\"by\":\"self\"}"), company.now(job).result());
    }

    @Test
    void neverRunsAJobTwiceAtOnce() throws Exception {
        Company company = bench.company();
        for (int i = 0; i < 40; i++) {
            company.submit();
        }
        ConcurrentLinkedQueue<Long> run = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> replicas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            JobRunner replica = company.replica(work -> {
                run.add(work.jobId());
                return "{}";
            });
            replicas.add(threads.submit(() -> runAll(company, replica)));
        }

        for (Future<?> replica : replicas) {
            replica.get();
        }

        threads.shutdown();
        List<Job> jobs = company.jobs.list(company.id, Long.MAX_VALUE, 100);
        assertEquals(
                jobs.stream().map(Job::id).sorted().toList(),
                run.stream().sorted().toList());
        assertTrue(jobs.stream().allMatch(job -> job.state() == JobState.SUCCEEDED));
    }

    @Test
    void writesNoResultOnceTheLeaseIsLost() {
        Company company = bench.company();
        Job job = company.submit();
        JobRunner other = company.replica(work -> "{\"by\":\"other\"}");

        company.replica(work -> {
                    company.clock.advance(PAST_LEASE);
                    assertTrue(other.runNext());
                    return "{\"by\":\"late\"}";
                })
                .runNext();

        assertEquals(Optional.of("{\"by\":\"other\"}"), company.now(job).result());
    }

    @Test
    void endsWorkWhoseLeaseIsLostAtItsNextLookAndBeforeItsCommit() {
        Company company = bench.company();
        Job job = company.submit();
        List<String> went = new ArrayList<>();
        JobRunner third = company.replica(work -> "{\"by\":\"third\"}");
        JobRunner second = company.replica(work -> {
            company.clock.advance(PAST_LEASE);
            assertTrue(third.runNext());
            database.inTransaction(handle -> {
                work.confirm(handle);
                return went.add("second committed");
            });
            return "{\"by\":\"second\"}";
        });

        company.replica(work -> {
                    company.clock.advance(PAST_LEASE);
                    assertTrue(second.runNext());
                    work.checkCancelled();
                    went.add("first went on");
                    return "{\"by\":\"first\"}";
                })
                .runNext();

        assertEquals(List.of(), went);
        assertEquals(Optional.of("{\"by\":\"third\"}"), company.now(job).result());
    }

    @Test
    void keepsTheJobWhileItsCommitIsUnderWay() {
        Company company = bench.company();
        Job job = company.submit();
        JobRunner other = company.replica(work -> "{\"by\":\"other\"}");
        List<JobRunner> self = new ArrayList<>();
        JobRunner replica = company.replica(work -> database.inTransaction(handle -> {
            work.confirm(handle);
            company.clock.advance(PAST_LEASE);
            self.get(0).renewAll();
            assertFalse(other.runNext());
            return "{\"by\":\"self\"}";
        }));
        self.add(replica);

        assertTrue(replica.runNext());

        assertEquals(Optional.of("{\"by\":\"self\"}"), company.now(job).result());
    }

    @Test
    void seesBeforeItsCommitThatItIsCancelled() {
        Company company = bench.company();
        Job job = company.submit();

        company.replica(work -> {
                    company.jobs.cancel(company.id, Long.toString(job.id()));
                    return database.inTransaction(handle -> {
                        work.confirm(handle);
                        return "{}";
                    });
                })
                .runNext();

        assertEquals(JobState.CANCELLED, company.now(job).state());
    }

    @Test
    void seesThatItIsCancelledAlsoFromAnotherThread() {
        Company company = bench.company();
        Job job = company.submit();

        company.replica(work -> {
                    company.jobs.cancel(company.id, Long.toString(job.id()));
                    return CompletableFuture.supplyAsync(() -> database.<String>inTransaction(handle -> {
                                work.confirm(handle);
                                return "{}";
                            }))
                            .join();
                })
                .runNext();

        assertEquals(JobState.CANCELLED, company.now(job).state());
    }

    @Test
    void failsWithTheProblemThatARefusalIs() {
        Company company = bench.company();
        Job job = company.submit();

        company.replica(work -> {
                    throw Refusal.of(
                            Reason.ENTRY_REFUSED,
                            Violation.at("/period", ViolationCode.PERIOD_CLOSED, "Period 2026-03 is CLOSED. Open it."));
                })
                .runNext();

        Job failed = company.now(job);
        assertEquals(JobState.FAILED, failed.state());
        assertEquals(Optional.empty(), failed.result());
        assertEquals(
                "{\"type\":\"/problems/entry_refused\",\"title\":\"The content is refused\",\"status\":422,"
                        + "\"detail\":\"Period 2026-03 is CLOSED. Open it.\",\"instance\":\"\","
                        + "\"code\":\"entry_refused\",\"violations\":[{\"code\":\"period_closed\","
                        + "\"pointer\":\"/period\",\"message\":\"Period 2026-03 is CLOSED. Open it.\"}],"
                        + "\"violationsTotal\":1,\"truncated\":false}",
                failed.problem().orElseThrow());
    }

    @Test
    void failsWithoutInternalsWhenTheWorkBreaks() {
        Company company = bench.company();
        Job broken = company.submit();
        company.replica(work -> {
                    throw new IllegalStateException("a secret");
                })
                .runNext();
        Job overflown = company.submit();
        company.replica(work -> {
                    throw new StackOverflowError("a secret");
                })
                .runNext();
        Job wordless = company.submit();
        company.replica(work -> "a secret").runNext();
        Job shapeless = company.submit();
        company.replica(work -> "[\"a secret\"]").runNext();

        for (Job job : List.of(broken, overflown, wordless, shapeless)) {
            Job failed = company.now(job);
            String problem = failed.problem().orElseThrow();
            assertEquals(JobState.FAILED, failed.state());
            assertTrue(problem.contains("\"code\":\"internal\""), problem);
            assertTrue(problem.contains("\"instance\":\"urn:uuid:"), problem);
            assertFalse(problem.contains("secret"), problem);
        }
    }

    @Test
    void beginsAnewAfterTheDatabaseWasAway() {
        Company company = bench.company();
        Job job = company.submit();
        company.replica(work -> {
                    throw new IllegalStateException(new SQLException("gone", "08000"));
                })
                .runNext();
        assertEquals(JobState.RUNNING, company.now(job).state());
        company.clock.advance(PAST_LEASE);

        assertTrue(company.replica(work -> "{}").runNext());

        assertEquals(JobState.SUCCEEDED, company.now(job).state());
    }

    @Test
    void givesUpAJobThatTookDownFiveReplicas() {
        Company company = bench.company();
        Job job = company.submit();
        for (int i = 0; i < JobRunner.ATTEMPTS_LIMIT; i++) {
            company.takeAndDie();
            company.clock.advance(PAST_LEASE);
        }

        assertTrue(company.replica(work -> "{}").runNext());

        Job failed = company.now(job);
        assertEquals(JobState.FAILED, failed.state());
        assertTrue(
                failed.problem()
                        .orElseThrow()
                        .contains("The job was begun 5 times, and each time the replica that ran it died or lost the"
                                + " database."),
                failed.problem().orElseThrow());
    }

    @Test
    void givesTheJobBackWhenTheServiceStops() {
        Company company = bench.company();
        Job job = company.submit();
        for (int i = 0; i <= JobRunner.ATTEMPTS_LIMIT; i++) {
            List<JobRunner> self = new ArrayList<>();
            self.add(company.replica(work -> {
                self.get(0).stop();
                work.checkCancelled();
                throw new AssertionError("the work goes on");
            }));
            assertTrue(self.get(0).runNext());
            assertEquals(JobState.QUEUED, company.now(job).state());
        }

        assertTrue(company.replica(work -> "{}").runNext());

        assertEquals(JobState.SUCCEEDED, company.now(job).state());
    }

    @Test
    void leavesJobsOfKindsItDoesNotKnow() {
        Company company = bench.company();
        Job job = company.submit();

        assertFalse(bench.company().replica(work -> "{}").runNext());

        assertEquals(JobState.QUEUED, company.now(job).state());
    }

    /** A row that another replica is just taking is passed over, so a replica may see nothing while jobs remain. */
    private static void runAll(Company company, JobRunner replica) {
        while (company.jobs.list(company.id, Long.MAX_VALUE, 100).stream()
                .anyMatch(job -> job.state() == JobState.QUEUED)) {
            replica.runNext();
        }
    }
}
