package nl.marge.platform.idempotency;

import static java.util.Objects.requireNonNull;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.platform.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Answers kept for keyed requests, so that a repeat after a time-out gets the same answer and does nothing. An answer
 * is written in the transaction of what it answers; it is kept for 35 days.
 */
@ApplicationScoped
public class IdempotencyKeys {

    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);
    private static final Duration KEPT_FOR = Duration.ofDays(35);

    private final Database database;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    public IdempotencyKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Marks a keyed request as running here; false when one with the same key runs already. */
    public boolean begin(Key key) {
        return running.add(key.text());
    }

    /** Ends what {@link #begin} began. */
    public void end(Key key) {
        running.remove(key.text());
    }

    /** The answer kept under a key. */
    public Optional<Kept> find(Key key) {
        return database.read(handle -> find(handle, key));
    }

    /** The answer kept under a key, read within the transaction of {@code handle}. */
    public Optional<Kept> find(Handle handle, Key key) {
        return handle.createQuery("""
                        select body_hash, status, location, body
                        from idempotency_key
                        where company_id = :companyId
                          and scope = :scope
                        """)
                .bind("companyId", key.companyId())
                .bind("scope", key.scope())
                .map((row, context) -> new Kept(row.getBytes("body_hash"), answer(row)))
                .findOne();
    }

    /** Keeps an answer, in the transaction of {@code handle}. */
    public void keep(Handle handle, Key key, Answer answer) {
        handle.createUpdate("""
                        insert into idempotency_key (company_id, scope, body_hash, status, location, body, created_at)
                        values (:companyId, :scope, :bodyHash, :status, :location, :body, :createdAt)
                        """)
                .bind("companyId", key.companyId())
                .bind("scope", key.scope())
                .bind("bodyHash", key.bodyHash())
                .bind("status", answer.status())
                .bind("location", answer.location())
                .bind("body", answer.body())
                .bind("createdAt", utc(clock.instant()))
                .execute();
    }

    /** Keeps an answer, in the transaction that is under way. */
    public void keep(Key key, Answer answer) {
        database.read(handle -> {
            keep(handle, key, answer);
            return answer;
        });
    }

    /** Forgets what is older than 35 days. */
    @Scheduled(every = "6h", delayed = "10m")
    void purge() {
        Instant oldest = clock.instant().minus(KEPT_FOR);
        int purged = database.read(
                handle -> handle.createUpdate("delete from idempotency_key where created_at < :oldest limit 100000")
                        .bind("oldest", utc(oldest))
                        .execute());
        LOG.infof("idempotency keys purged count=%d olderThan=%s", purged, oldest);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(row.getInt("status"), row.getString("location"), row.getBytes("body"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A key in its scope (company, method and path, hashed together) with the hash of the body it came with. */
    public record Key(int companyId, byte[] scope, byte[] bodyHash) {
        public Key {
            requireNonNull(scope, "scope");
            requireNonNull(bodyHash, "bodyHash");
        }

        private String text() {
            return companyId + ":" + HexFormat.of().formatHex(scope);
        }
    }

    /** Status, Location (empty where there is none) and body of an answer. */
    public record Answer(int status, String location, byte[] body) {
        public Answer {
            requireNonNull(location, "location");
            requireNonNull(body, "body");
        }
    }

    /** A kept answer and the hash of the body it answered. */
    public record Kept(byte[] bodyHash, Answer answer) {
        public Kept {
            requireNonNull(bodyHash, "bodyHash");
            requireNonNull(answer, "answer");
        }
    }
}
