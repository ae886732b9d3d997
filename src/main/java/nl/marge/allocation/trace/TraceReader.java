package nl.marge.allocation.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.company.Company;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads traces of runs, by the primary key. */
@ApplicationScoped
class TraceReader {

    private static final int FETCH_SIZE = 5_000;

    /** Receivers asked for in one statement: from 1,000 on the server makes a join of the list. */
    private static final int RECEIVERS_A_STATEMENT = 500;

    private final Database database;

    TraceReader(Database database) {
        this.database = database;
    }

    /** The trace of one receiver. */
    Optional<StoredTrace> of(Company company, AllocationRun run, String receiver) {
        List<StoredTrace> found = new ArrayList<>();
        each(company, run, List.of(receiver), found::add);
        return found.stream().findFirst();
    }

    /** The texts of all receivers of a run, in byte order; their steps stay where they are. */
    List<String> receivers(Company company, AllocationRun run) {
        return database.read(handle -> bind(handle, company, run, """
                        select receiver
                        from allocation_trace
                        where company_id = :companyId
                          and run_id = :run
                          and attempt = :attempt
                        order by receiver
                        """)
                .setFetchSize(FETCH_SIZE)
                .mapTo(String.class)
                .list());
    }

    /** Hands over the traces of all receivers of a run, by their texts in byte order. */
    void each(Company company, AllocationRun run, Consumer<StoredTrace> taker) {
        database.read(handle -> bind(handle, company, run, """
                        select receiver, quantities, steps
                        from allocation_trace
                        where company_id = :companyId
                          and run_id = :run
                          and attempt = :attempt
                        order by receiver
                        """)
                .setFetchSize(FETCH_SIZE)
                .scanResultSet((rows, context) -> handOver(rows.get(), taker)));
    }

    /**
     * Hands over the traces of some receivers of a run, each once. Every trace is found by its key, so what nobody
     * asked for is not read: a run has as many as there are customers.
     */
    void each(Company company, AllocationRun run, List<String> receivers, Consumer<StoredTrace> taker) {
        for (int first = 0; first < receivers.size(); first += RECEIVERS_A_STATEMENT) {
            List<String> some = filled(
                    receivers.subList(first, Math.min(receivers.size(), first + RECEIVERS_A_STATEMENT)),
                    receivers.size());
            database.read(handle -> bind(handle, company, run, """
                            select receiver, quantities, steps
                            from allocation_trace
                            where company_id = :companyId
                              and run_id = :run
                              and attempt = :attempt
                              and receiver in (<receivers>)
                            order by receiver
                            """)
                    .bindList("receivers", some)
                    .scanResultSet((rows, context) -> handOver(rows.get(), taker)));
        }
    }

    /** The last list of several is filled up with its last receiver, so that one prepared statement serves them all. */
    private static List<String> filled(List<String> receivers, int all) {
        List<String> filled = new ArrayList<>(receivers);
        int missing = all > RECEIVERS_A_STATEMENT ? RECEIVERS_A_STATEMENT - receivers.size() : 0;
        filled.addAll(Collections.nCopies(missing, receivers.get(receivers.size() - 1)));
        return filled;
    }

    private static Query bind(Handle handle, Company company, AllocationRun run, String sql) {
        return handle.createQuery(sql)
                .bind("companyId", company.id())
                .bind("run", run.id())
                .bind("attempt", run.attempt());
    }

    private static boolean handOver(ResultSet rows, Consumer<StoredTrace> taker) throws SQLException {
        while (rows.next()) {
            taker.accept(new StoredTrace(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
        return true;
    }
}
