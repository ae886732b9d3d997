package nl.marge.ledger.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import nl.marge.company.CompanyCounters;
import nl.marge.dimension.DimensionSets;
import nl.marge.ledger.entry.Provenances;
import nl.marge.platform.Database;
import nl.marge.platform.idempotency.IdempotencyKeys;

/** The writers of another instance of the service, over the same database or over one that fails once. */
public final class OtherWriters {

    private final CompanyWriters writers;
    private final FaultyDataSource faulty;

    private OtherWriters(DataSource dataSource, FaultyDataSource faulty) {
        Database database = new Database(dataSource);
        CompanyCounters counters = new CompanyCounters(database, Clock.systemUTC());
        this.faulty = faulty;
        this.writers = new CompanyWriters(
                new GroupCommit(
                        database,
                        new SharedParts(new DimensionSets(database), new Provenances(database)),
                        new JournalStore(),
                        new Publisher(counters),
                        new UsedAccounts(),
                        new IdempotencyKeys(database, Clock.systemUTC()),
                        counters,
                        new BatchIds(Clock.systemUTC())),
                new PostingMetrics(new SimpleMeterRegistry()));
    }

    /** Writers over the same database. */
    public static CompanyWriters over(DataSource dataSource) {
        return new OtherWriters(dataSource, null).writers;
    }

    /** Writers whose database fails once, at the n-th step that reaches it, before or after that is done. */
    public static OtherWriters failing(DataSource real, int step, boolean afterwards, SQLException fault) {
        FaultyDataSource faulty = new FaultyDataSource(real, step, afterwards, fault);
        return new OtherWriters(faulty.dataSource(), faulty);
    }

    public CompanyWriters writers() {
        return writers;
    }

    /** Whether the fault came to pass. */
    public boolean isThrown() {
        return faulty.isThrown();
    }
}
