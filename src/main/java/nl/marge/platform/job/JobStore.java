package nl.marge.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The rows of jobs as clients see and change them; who runs a job writes through {@link JobLeases}. */
@ApplicationScoped
class JobStore {

    private static final String JOB = """
            select company_id, id, kind, state, cancel_asked, progress_done, progress_total, progress_unit, created_at,
              started_at, finished_at, result, problem
            from job
            where company_id = :companyId
            """;

    /** Queues a job; fails as a duplicate when the id or the lock's key is taken. */
    void insert(Handle handle, int companyId, long id, JobRequest asked, Instant createdAt) {
        handle.createUpdate("""
                        insert into job (
                          company_id, id, kind, lock_key, request, state, cancel_asked, created_at, attempts)
                        values (:companyId, :id, :kind, :lockKey, :request, 'QUEUED', false, :createdAt, 0)
                        """)
                .bind("companyId", companyId)
                .bind("id", id)
                .bind("kind", asked.kind())
                .bind("lockKey", asked.lock().map(JobRequest.Lock::key).orElse(null))
                .bind("request", asked.request())
                .bind("createdAt", utc(createdAt))
                .execute();
    }

    /** How many jobs of the company are not finished. */
    int unfinished(Handle handle, int companyId) {
        return handle.createQuery("""
                        select count(*)
                        from job
                        where company_id = :companyId
                          and state in ('QUEUED', 'RUNNING')
                        """)
                .bind("companyId", companyId)
                .mapTo(Integer.class)
                .one();
    }

    Optional<Job> find(Handle handle, int companyId, long id) {
        return one(handle.createQuery(JOB + "and id = :id").bind("id", id), companyId);
    }

    /** The job, locked until the transaction ends. */
    Optional<Job> lock(Handle handle, int companyId, long id) {
        return one(handle.createQuery(JOB + "and id = :id for update").bind("id", id), companyId);
    }

    /** The unfinished job that holds a lock's key. */
    Optional<Job> holder(Handle handle, int companyId, String lockKey) {
        return one(handle.createQuery(JOB + "and lock_key = :lockKey").bind("lockKey", lockKey), companyId);
    }

    /** At most {@code limit} jobs with ids below {@code before}, the newest first. */
    List<Job> list(Handle handle, int companyId, long before, int limit) {
        return handle.createQuery(JOB + """
                        and id < :before
                        order by id desc
                        limit :limit
                        """)
                .bind("companyId", companyId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list();
    }

    /** Notes that a running job is to end. */
    void askCancel(Handle handle, Job job) {
        handle.createUpdate("""
                        update job
                        set cancel_asked = true
                        where company_id = :companyId
                          and id = :id
                        """)
                .bind("companyId", job.companyId())
                .bind("id", job.id())
                .execute();
    }

    /** Ends a queued job. */
    void cancel(Handle handle, Job job, Instant at) {
        handle.createUpdate("""
                        update job
                        set state = 'CANCELLED', cancel_asked = true, lock_key = null, finished_at = :at
                        where company_id = :companyId
                          and id = :id
                        """)
                .bind("companyId", job.companyId())
                .bind("id", job.id())
                .bind("at", utc(at))
                .execute();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Optional<Job> one(Query query, int companyId) {
        return query.bind("companyId", companyId)
                .map((row, context) -> job(row))
                .findOne();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getInt("company_id"),
                row.getLong("id"),
                row.getString("kind"),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("cancel_asked"),
                progress(row),
                instant(row, "created_at").orElseThrow(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("result")),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Optional<JobProgress> progress(ResultSet row) throws SQLException {
        String unit = row.getString("progress_unit");
        return unit == null
                ? Optional.empty()
                : Optional.of(new JobProgress(row.getLong("progress_done"), row.getLong("progress_total"), unit));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }
}
