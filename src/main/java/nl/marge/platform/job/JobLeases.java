package nl.marge.platform.job;

import static nl.marge.platform.job.JobStore.utc;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Who runs which job. Every write of a runner names its lease, so one that lost it changes nothing. A row that somebody
 * else has locked at this moment is passed over, never waited for: a long transaction of one job must not hold up the
 * leases of others.
 */
@ApplicationScoped
class JobLeases {

    private static final String HELD = """
            where company_id = :companyId
              and id = :id
              and lease_owner = :owner
              and state = 'RUNNING'
            """;

    /** The same job as it was seen: one that was meanwhile taken and given back, or cancelled, is read again. */
    private static final String FREE = """
            select id
            from job
            where company_id = :companyId
              and id = :id
              and state in ('QUEUED', 'RUNNING')
              and attempts = :attempts
              and cancel_asked = :cancelAsked
              and (lease_until is null or lease_until < :now)
            """;

    private static final String SKIP_LOCKED = " for update skip locked";

    /** So many jobs are tried for one; replicas rarely want the same. */
    private static final int LOOKED_AT = 10;

    private final Database database;

    JobLeases(Database database) {
        this.database = database;
    }

    /** What a runner learns of its lease. */
    enum Hold {
        HELD,
        CANCEL_ASKED,
        LOST
    }

    /** Takes the oldest job of these kinds that nobody holds, for {@code owner} until {@code until}. */
    Optional<TakenJob> take(Collection<String> kinds, String owner, Instant now, Instant until) {
        List<TakenJob> free = database.read(handle -> free(handle, kinds, owner, now));
        return free.stream().filter(seen -> take(seen, now, until)).findFirst();
    }

    /**
     * Reads without locking, since a locking scan would also lock, for a moment, rows that are not meant. Uses the
     * index job_open: of the states only those rows are looked at that are not finished.
     */
    private static List<TakenJob> free(Handle handle, Collection<String> kinds, String owner, Instant now) {
        return handle.createQuery("""
                        select company_id, id, kind, request, cancel_asked, attempts
                        from job
                        where state in ('QUEUED', 'RUNNING')
                          and kind in (<kinds>)
                          and (lease_until is null or lease_until < :now)
                        order by created_at, id
                        limit :limit
                        """)
                .bindList("kinds", kinds)
                .bind("now", utc(now))
                .bind("limit", LOOKED_AT)
                .map((row, context) -> new TakenJob(
                        new JobLease(row.getInt("company_id"), row.getLong("id"), owner),
                        row.getString("kind"),
                        row.getString("request"),
                        row.getBoolean("cancel_asked"),
                        row.getInt("attempts") + 1))
                .list();
    }

    /** Takes a job that was seen free; false when it is not so any more, or when somebody is just changing it. */
    private boolean take(TakenJob seen, Instant now, Instant until) {
        return database.inTransaction(handle -> {
            boolean free = handle.createQuery(FREE + SKIP_LOCKED)
                    .bind("companyId", seen.lease().companyId())
                    .bind("id", seen.lease().id())
                    .bind("attempts", seen.attempt() - 1)
                    .bind("cancelAsked", seen.cancelAsked())
                    .bind("now", utc(now))
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent();
            if (free) {
                take(handle, seen.lease(), now, until);
            }
            return free;
        });
    }

    private static void take(Handle handle, JobLease lease, Instant now, Instant until) {
        handle.createUpdate("""
                        update job
                        set state = 'RUNNING',
                          lease_owner = :owner,
                          lease_until = :until,
                          attempts = attempts + 1,
                          started_at = coalesce(started_at, :now)
                        where company_id = :companyId
                          and id = :id
                        """)
                .bind("companyId", lease.companyId())
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .bind("until", utc(until))
                .bind("now", utc(now))
                .execute();
    }

    /** Lengthens a lease and notes how far the work is; tells whether the lease still holds. */
    Hold renew(JobLease lease, Instant until, Optional<JobProgress> progress) {
        return database.inTransaction(handle -> {
            Optional<Hold> mine = look(handle, lease, SKIP_LOCKED);
            if (mine.isEmpty()) {
                return look(handle, lease, "").orElse(Hold.LOST);
            }
            Update renewal = handle.createUpdate("""
                            update job
                            set lease_until = :until,
                              progress_done = :done,
                              progress_total = :total,
                              progress_unit = :unit
                            """ + HELD);
            bind(renewal, lease, progress).bind("until", utc(until)).execute();
            return mine.get();
        });
    }

    /** Tells whether the lease holds, and keeps it from being lost until the transaction of {@code handle} ends. */
    Hold confirm(Handle handle, JobLease lease) {
        return look(handle, lease, " for update").orElse(Hold.LOST);
    }

    private static Optional<Hold> look(Handle handle, JobLease lease, String locking) {
        return handle.createQuery("select cancel_asked from job " + HELD + locking)
                .bind("companyId", lease.companyId())
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .mapTo(Boolean.class)
                .findOne()
                .map(asked -> asked ? Hold.CANCEL_ASKED : Hold.HELD);
    }

    /** Writes the end of a job; false when the lease was lost, and then nothing is written. */
    boolean finish(JobLease lease, JobEnding ending, Optional<JobProgress> progress, Instant at) {
        int rows = database.inTransaction(handle -> {
            Update end = handle.createUpdate("""
                            update job
                            set state = :state,
                              lock_key = null,
                              lease_until = null,
                              finished_at = :at,
                              progress_done = coalesce(:done, progress_done),
                              progress_total = coalesce(:total, progress_total),
                              progress_unit = coalesce(:unit, progress_unit),
                              result = :result,
                              problem = :problem
                            """ + HELD);
            return bind(end, lease, progress)
                    .bind("state", ending.state().name())
                    .bind("at", utc(at))
                    .bind("result", ending.result().orElse(null))
                    .bind("problem", ending.problem().orElse(null))
                    .execute();
        });
        return rows == 1;
    }

    /** Queues a job again whose work was ended by a stop of the service; that attempt does not count. */
    void giveBack(JobLease lease) {
        database.inTransaction(handle -> handle.createUpdate("""
                        update job
                        set state = 'QUEUED', lease_until = null, attempts = attempts - 1
                        """ + HELD)
                .bind("companyId", lease.companyId())
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .execute());
    }

    private static Update bind(Update update, JobLease lease, Optional<JobProgress> progress) {
        return update.bind("companyId", lease.companyId())
                .bind("id", lease.id())
                .bind("owner", lease.owner())
                .bind("done", progress.map(JobProgress::done).orElse(null))
                .bind("total", progress.map(JobProgress::total).orElse(null))
                .bind("unit", progress.map(JobProgress::unit).orElse(null));
    }
}
