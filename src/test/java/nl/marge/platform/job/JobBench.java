package nl.marge.platform.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.marge.platform.Database;

/** Replicas and jobs for tests: each test has a company and a kind of its own, which the service's worker leaves alone. */
@ApplicationScoped
class JobBench {

    static final String REQUEST = "{\"period\":\"2026-03\"}";

    private final AtomicInteger companies = new AtomicInteger(1_900_000_000);
    private final Database database;
    private final JobStore store;
    private final JobLeases leases;
    private final JobMetrics metrics;
    private final JobBell bell;
    private final ObjectMapper json;

    JobBench(Database database, JobStore store, JobLeases leases, JobMetrics metrics, JobBell bell, ObjectMapper json) {
        this.database = database;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
        this.bell = bell;
        this.json = json;
    }

    /** A company with no jobs, and its clock. */
    Company company() {
        return new Company(companies.incrementAndGet(), new MovableClock());
    }

    /** What a test about one company says. */
    final class Company {

        final int id;
        final MovableClock clock;
        final Jobs jobs;

        private Company(int id, MovableClock clock) {
            this.id = id;
            this.clock = clock;
            this.jobs = new Jobs(database, store, bell, clock);
        }

        String kind() {
            return "TEST_" + id;
        }

        Job submit() {
            return jobs.submit(id, asked());
        }

        JobRequest asked() {
            return JobRequest.of(kind(), REQUEST);
        }

        /** A replica that does the jobs of this company so. */
        JobRunner replica(Function<JobWork, String> work) {
            JobKind kind = new JobKind() {
                @Override
                public String kind() {
                    return Company.this.kind();
                }

                @Override
                public String run(JobWork attempt) {
                    return work.apply(attempt);
                }
            };
            return new JobRunner(leases, metrics, List.of(kind), json, clock);
        }

        /** Has a replica take a job and die. */
        TakenJob takeAndDie() {
            return leases.take(
                            List.of(kind()),
                            "dead" + clock.instant(),
                            clock.instant(),
                            clock.instant().plus(JobWork.LEASE))
                    .orElseThrow();
        }

        Job now(Job job) {
            return jobs.find(id, job.id()).orElseThrow();
        }
    }
}
