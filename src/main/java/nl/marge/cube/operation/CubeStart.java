package nl.marge.cube.operation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.cube.Cubes;
import org.jboss.logging.Logger;

/**
 * Loads the cubes of the companies that exist when the service starts, beside everything else: postings are taken at
 * once, reports as soon as their company is loaded, and the service is ready when all are.
 */
@ApplicationScoped
class CubeStart {

    private static final Logger LOG = Logger.getLogger(CubeStart.class);
    private static final int PAGE = 1_000;
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Companies companies;
    private final CompanyCounters counters;
    private final Cubes cubes;
    private volatile List<Company> existing = List.of();
    private volatile long linesAtStart;
    private volatile boolean stopped;
    private volatile boolean finished;

    CubeStart(Companies companies, CompanyCounters counters, Cubes cubes) {
        this.companies = companies;
        this.counters = counters;
        this.cubes = cubes;
    }

    void begin(@Observes StartupEvent start) {
        Thread thread = new Thread(this::loadAll, "cube-start");
        thread.setDaemon(true);
        thread.start();
    }

    void end(@Observes ShutdownEvent stop) {
        stopped = true;
    }

    /** Whether every company that existed at the start is loaded. */
    boolean isFinished() {
        return finished;
    }

    /** How far it is. */
    Progress progress() {
        return new Progress(
                existing.size(), existing.stream().mapToLong(cubes::lines).sum(), linesAtStart);
    }

    /** Lines in memory now, and lines in the ledgers of the companies that existed at the start. */
    record Progress(int companies, long linesLoaded, long linesAtStart) {}

    private void loadAll() {
        while (!stopped && !finished) {
            try {
                existing = all();
                linesAtStart = existing.stream()
                        .mapToLong(company -> counters.read(company.id()).linesThrough())
                        .sum();
                existing.forEach(cubes::load);
                finished = true;
            } catch (RuntimeException failure) {
                LOG.error("cube=failed the service is not ready; it tries again in a second", failure);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private List<Company> all() {
        List<Company> all = new ArrayList<>();
        List<Company> page = companies.list("", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = companies.list(page.get(page.size() - 1).code(), PAGE);
        }
        return all;
    }
}
