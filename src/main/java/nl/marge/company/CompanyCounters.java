package nl.marge.company;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/**
 * The one row per company by which everything is ordered. Readers read it in one indexed read; whoever numbers entries
 * or changes reference data locks it, last, and only around the commit.
 */
@ApplicationScoped
public class CompanyCounters {

    private static final String COLUMNS = "last_number, lines_through, reference_version, recorded_at, last_seal";

    private final Database database;
    private final Clock clock;

    public CompanyCounters(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The last committed entry number and reference version. */
    public Watermark watermark(int companyId) {
        Counter counter = read(companyId);
        return new Watermark(counter.lastNumber(), counter.referenceVersion());
    }

    /** The row as last committed. */
    public Counter read(int companyId) {
        return database.read(handle -> read(handle, companyId));
    }

    /** The row as {@code handle} sees it, for readers of several tables at one moment. */
    public Counter read(Handle handle, int companyId) {
        return select(handle, companyId, "");
    }

    /** Locks the row until the transaction of {@code handle} ends, and gives it as last committed. */
    public Counter lock(Handle handle, int companyId) {
        return select(handle, companyId, " for update");
    }

    /** The instant to record now: the clock's, but never before what {@code locked} already carries. */
    public Instant recordingInstant(Counter locked) {
        Instant now = now();
        return now.isBefore(locked.recordedAt()) ? locked.recordedAt() : now;
    }

    /** The clock's instant as exactly as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves the locked row past newly published entries: to {@code after}. */
    public void publish(Handle handle, Counter after) {
        handle.createUpdate("""
                        update company_counter
                        set last_number = :lastNumber,
                            lines_through = :linesThrough,
                            recorded_at = :recordedAt,
                            last_seal = :lastSeal
                        where company_id = :companyId
                        """)
                .bind("lastNumber", after.lastNumber())
                .bind("linesThrough", after.linesThrough())
                .bind("recordedAt", utc(after.recordedAt()))
                .bind("lastSeal", after.lastSeal())
                .bind("companyId", after.companyId())
                .execute();
    }

    /** An instant as the database keeps it: a UTC date and time without zone, so no session setting matters. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private Counter select(Handle handle, int companyId, String lock) {
        return handle.createQuery("select " + COLUMNS + " from company_counter where company_id = :companyId" + lock)
                .bind("companyId", companyId)
                .map((row, context) -> new Counter(
                        companyId,
                        row.getLong("last_number"),
                        row.getLong("lines_through"),
                        row.getLong("reference_version"),
                        row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("last_seal")))
                .one();
    }

    /**
     * The row: what is published, which reference data it was checked against at the latest, and the seal of the last
     * batch, 64 hexadecimal digits.
     */
    public record Counter(
            int companyId,
            long lastNumber,
            long linesThrough,
            long referenceVersion,
            Instant recordedAt,
            String lastSeal) {

        /** The row after {@code entries} with {@code lines} were published under {@code seal}. */
        public Counter after(int entries, long lines, Instant instant, String seal) {
            return new Counter(companyId, lastNumber + entries, linesThrough + lines, referenceVersion, instant, seal);
        }
    }
}
