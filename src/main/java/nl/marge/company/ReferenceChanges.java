package nl.marge.company;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.platform.Database;
import nl.marge.platform.Retries;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The only way reference data changes: in one transaction, under the company's row lock, with a new reference version
 * for all that changed together. So a posting checked against the version before notices, and readers reload just the
 * parts that moved.
 */
@ApplicationScoped
public class ReferenceChanges {

    private static final Logger LOG = Logger.getLogger(ReferenceChanges.class);

    /** Seconds a change may take: a million values in one request need more than the usual minute. */
    private static final int TIMEOUT_SECONDS = 600;

    private final Database database;
    private final CompanyCounters counters;

    public ReferenceChanges(Database database, CompanyCounters counters) {
        this.database = database;
        this.counters = counters;
    }

    /**
     * Runs {@code work} under the lock. It writes through Hibernate and names each part it changed; when it names none
     * nothing counts as changed and the version stays.
     */
    public <T> T change(int companyId, Function<ReferenceChange, T> work) {
        Done<T> done = Retries.repeat(
                () -> QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
                    Counter locked = database.read(handle -> counters.lock(handle, companyId));
                    ReferenceChange change = new ReferenceChange(locked, () -> counters.recordingInstant(locked));
                    T result = work.apply(change);
                    database.read(handle -> store(handle, change));
                    return new Done<>(change, result);
                }));
        if (!done.change().parts.isEmpty()) {
            LOG.infof(
                    "event=reference_changed company=%d version=%d parts=%s",
                    companyId, done.change().version(), String.join(",", done.change().parts));
        }
        return done.result();
    }

    /** A change that is committed, and what came of it. */
    private record Done<T>(ReferenceChange change, T result) {}

    /** The last id of a kind that was given, so that a plan knows which ids would come next. */
    public int lastId(ReferenceChange change, IdKind kind) {
        return database.read(handle -> handle.createQuery(
                        "select " + kind.column() + " from company_counter where company_id = :companyId")
                .bind("companyId", change.companyId())
                .mapTo(Integer.class)
                .one());
    }

    /** Gives out the next {@code count} ids after {@link #lastId}; they are never given again. */
    public void reserve(ReferenceChange change, IdKind kind, int count) {
        if (count > 0) {
            String column = kind.column();
            database.read(handle -> handle.createUpdate("update company_counter set " + column + " = " + column
                            + " + :count where company_id = :companyId")
                    .bind("count", count)
                    .bind("companyId", change.companyId())
                    .execute());
        }
    }

    /** Starts the count of a new company, whose {@code part} is the first to be known, in the running transaction. */
    void begin(int companyId, String part) {
        Instant now = counters.now();
        database.read(handle -> {
            handle.createUpdate("""
                            insert into company_counter
                              (company_id, last_number, lines_through, reference_version, recorded_at,
                               last_account_id, last_dimension_id, last_value_id)
                            values (:companyId, 0, 0, 0, :recordedAt, 0, 0, 0)
                            """)
                    .bind("companyId", companyId)
                    .bind("recordedAt", CompanyCounters.utc(now))
                    .execute();
            ReferenceChange change = new ReferenceChange(new Counter(companyId, 0, 0, 0, now, ""), () -> now);
            change.touch(part);
            return store(handle, change);
        });
    }

    /** The parts that changed after {@code version}. */
    public List<String> partsChangedAfter(Handle handle, int companyId, long version) {
        return handle.createQuery("""
                        select distinct part
                        from reference_change
                        where company_id = :companyId
                          and version > :version
                        order by part
                        """)
                .bind("companyId", companyId)
                .bind("version", version)
                .mapTo(String.class)
                .list();
    }

    private boolean store(Handle handle, ReferenceChange change) {
        if (change.parts.isEmpty()) {
            return false;
        }
        handle.createUpdate("""
                        update company_counter
                        set reference_version = :version,
                            recorded_at = :recordedAt
                        where company_id = :companyId
                        """)
                .bind("version", change.version())
                .bind("recordedAt", CompanyCounters.utc(change.recordedAt()))
                .bind("companyId", change.companyId())
                .execute();
        for (String part : change.parts) {
            handle.createUpdate("""
                            insert into reference_change (company_id, version, part, recorded_at)
                            values (:companyId, :version, :part, :recordedAt)
                            """)
                    .bind("companyId", change.companyId())
                    .bind("version", change.version())
                    .bind("part", part)
                    .bind("recordedAt", CompanyCounters.utc(change.recordedAt()))
                    .execute();
        }
        return true;
    }

    /** One change under way. */
    public static final class ReferenceChange {
        private final Counter before;
        private final Supplier<Instant> clock;
        private final Set<String> parts = new TreeSet<>();
        private Optional<Instant> recordedAt = Optional.empty();

        private ReferenceChange(Counter before, Supplier<Instant> clock) {
            this.before = before;
            this.clock = clock;
        }

        public int companyId() {
            return before.companyId();
        }

        /** The version this change will have. */
        public long version() {
            return before.referenceVersion() + 1;
        }

        /** The version and ledger before this change. */
        public Counter before() {
            return before;
        }

        /**
         * When it is recorded: the moment this is first asked, at the latest as the work is done. So a report of an
         * instant while the work went on did not know it, then and later.
         */
        public Instant recordedAt() {
            Instant instant = recordedAt.orElseGet(clock);
            recordedAt = Optional.of(instant);
            return instant;
        }

        /** Says that a part of the reference data changed, such as {@code ACCOUNTS}. */
        public void touch(String part) {
            parts.add(part);
        }
    }
}
