package nl.marge.allocation.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.ReceiverTrace;
import nl.marge.company.Company;
import nl.marge.platform.Database;

/** Reads traces of runs, by the primary key. */
@ApplicationScoped
class TraceReader {

    private static final int FETCH_SIZE = 5_000;

    private final Database database;

    TraceReader(Database database) {
        this.database = database;
    }

    /** The trace of one receiver. */
    Optional<ReceiverTrace> of(Company company, AllocationRun run, String receiver) {
        return database.read(handle -> handle.createQuery("""
                        select receiver, quantities, steps
                        from allocation_trace
                        where company_id = :companyId
                          and run_id = :run
                          and attempt = :attempt
                          and receiver = :receiver
                        """)
                .bind("companyId", company.id())
                .bind("run", run.id())
                .bind("attempt", run.attempt())
                .bind("receiver", receiver)
                .map((row, context) -> ReceiverTrace.ofText(row.getString(1), row.getString(2), row.getString(3)))
                .findOne());
    }

    /**
     * Hands over the traces of a run whose receivers are {@code meant}, by their texts in byte order; the others are
     * not even read, since a run has as many as there are customers.
     */
    void each(Company company, AllocationRun run, Predicate<String> meant, Consumer<ReceiverTrace> taker) {
        database.read(handle -> handle.createQuery("""
                        select receiver, quantities, steps
                        from allocation_trace
                        where company_id = :companyId
                          and run_id = :run
                          and attempt = :attempt
                        order by receiver
                        """)
                .bind("companyId", company.id())
                .bind("run", run.id())
                .bind("attempt", run.attempt())
                .setFetchSize(FETCH_SIZE)
                .scanResultSet((rows, context) -> {
                    var row = rows.get();
                    while (row.next()) {
                        String receiver = row.getString(1);
                        if (meant.test(receiver)) {
                            taker.accept(ReceiverTrace.ofText(receiver, row.getString(2), row.getString(3)));
                        }
                    }
                    return List.of();
                }));
    }
}
