package nl.marge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The door to SQL for facts: plain units of work on the service's data source. Reference data is written through
 * Hibernate instead; where both meet in one transaction, {@link #read} joins the running one.
 */
@ApplicationScoped
public class Database {

    private final Jdbi jdbi;

    public Database(DataSource dataSource) {
        jdbi = Jdbi.create(dataSource);
    }

    /** Runs statements one by one, each committed as it ends, or within the transaction that is already running. */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** Runs several reads that all see the database at one moment. */
    public <T> T readAtOneMoment(Function<Handle, T> work) {
        return jdbi.withHandle(handle -> handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply));
    }

    /**
     * Runs a whole unit of work in a transaction of its own and repeats it, from its start, after a failure that says
     * so ({@link Retries}). The work must be a pure function of what it was given.
     */
    public <T> T inTransaction(Function<Handle, T> work) {
        return Retries.repeat(() -> jdbi.inTransaction(work::apply));
    }

    /** Runs a unit of work in a transaction of its own, once; the caller knows what to do when it fails. */
    public <T> T once(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }
}
