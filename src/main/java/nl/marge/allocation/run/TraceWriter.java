package nl.marge.allocation.run;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.marge.allocation.plan.PlannedRun;
import nl.marge.company.Company;
import nl.marge.platform.Database;
import nl.marge.platform.job.JobWork;

/** Lays down the traces of a run, where nobody sees them until the run names them, while its entries are laid down. */
@ApplicationScoped
class TraceWriter {

    private final Database database;
    private final RunStore store;
    private final ExecutorService writers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "trace-writing");
        thread.setDaemon(true);
        return thread;
    });

    TraceWriter(Database database, RunStore store) {
        this.database = database;
        this.store = store;
    }

    /** Begins to lay down the traces of a run. */
    Laying begin(Company company, String id, PlannedRun planned, JobWork work) {
        int attempt = database.read(handle -> store.nextAttempt(handle, company.id(), id));
        RunStore.Trace trace = new RunStore.Trace(id, attempt);
        return new Laying(attempt, CompletableFuture.runAsync(() -> write(company, trace, planned, work), writers));
    }

    private void write(Company company, RunStore.Trace trace, PlannedRun planned, JobWork work) {
        List<TraceRows.Row> rows = TraceRows.of(planned);
        int done = 0;
        while (done < rows.size()) {
            work.checkCancelled();
            int from = done;
            done = database.inTransaction(handle -> store.insertTraces(handle, company.id(), trace, rows, from));
        }
    }

    @PreDestroy
    void stop() {
        writers.shutdown();
    }

    /** Traces on their way, under the number {@code attempt}; closed when nobody writes any more. */
    record Laying(int attempt, CompletableFuture<Void> done) implements AutoCloseable {

        /** Waits until all are there; fails as writing them failed. */
        void await() {
            try {
                done.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }

        /** Waits for the end, however it came; what was left behind by a failure belongs to no run. */
        @Override
        public void close() {
            done.handle((nothing, failure) -> failure).join();
        }
    }
}
