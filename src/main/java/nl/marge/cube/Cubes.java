package nl.marge.cube;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.dimension.DimensionSets;
import nl.marge.dimension.KnownSets;
import nl.marge.kernel.Refusal;
import nl.marge.ledger.tail.LedgerTail;
import org.jboss.logging.Logger;

/** The cubes of all companies: the door of this room. */
@ApplicationScoped
public class Cubes {

    /** A first load up to this size is done while the report waits; a larger one goes on beside. */
    static final long LINES_AWAITED_LIMIT = 200_000;

    private static final Logger LOG = Logger.getLogger(Cubes.class);

    private final CompanyCounters counters;
    private final LedgerTail tail;
    private final DimensionSets sets;
    private final Scanner scanner;
    private final Map<Integer, CompanyCube> cubeByCompany = new ConcurrentHashMap<>();
    private final Set<Integer> loadingAside = ConcurrentHashMap.newKeySet();
    private final ExecutorService loader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "cube-load");
        thread.setDaemon(true);
        return thread;
    });

    Cubes(CompanyCounters counters, LedgerTail tail, DimensionSets sets, Scanner scanner) {
        this.counters = counters;
        this.tail = tail;
        this.sets = sets;
        this.scanner = scanner;
    }

    /**
     * The company's cube up to the last committed entry. Reference data read after this call is new enough for it.
     *
     * @throws Refusal BUSY with the progress while a large ledger is read for the first time
     */
    public CubeView current(Company company) {
        Counter committed = counters.read(company.id());
        CompanyCube cube = cube(company);
        Optional<Columns> there = cube.upTo(committed);
        if (there.isPresent()) {
            return view(company, there.get());
        }
        long behind = committed.linesThrough() - cube.columns().lines();
        if (!cube.isComplete() && behind > LINES_AWAITED_LIMIT) {
            loadAside(company);
            throw new Refusal(Refusal.Reason.BUSY, progress(company, cube, committed));
        }
        return view(company, cube.catchUp(company, committed));
    }

    /** Reads a company's ledger to its end, however long that takes. */
    public void load(Company company) {
        CompanyCube cube = cube(company);
        Columns columns = cube.catchUp(company, counters.read(company.id()));
        LOG.infof(
                "cube=loaded company=%s number=%d lines=%d bytes=%d",
                company.code(), columns.number(), columns.lines(), columns.bytes());
    }

    /**
     * Has what is committed of a company read beside, so that the next report need not wait for it: for who has just
     * committed much.
     */
    public void follow(Company company) {
        if (cube(company).upTo(counters.read(company.id())).isEmpty()) {
            loadAside(company);
        }
    }

    /** How many lines of a company are in memory. */
    public long lines(Company company) {
        return columns(company).lines();
    }

    Columns columns(Company company) {
        return cube(company).columns();
    }

    private CompanyCube cube(Company company) {
        return cubeByCompany.computeIfAbsent(company.id(), id -> new CompanyCube(tail));
    }

    private CubeView view(Company company, Columns columns) {
        KnownSets known = sets.known(company.id());
        return new CubeView(columns, known.size() < columns.lastSet() ? sets.refresh(company.id()) : known, scanner);
    }

    private void loadAside(Company company) {
        if (loadingAside.add(company.id())) {
            loader.submit(() -> {
                try {
                    load(company);
                } catch (RuntimeException failure) {
                    LOG.errorf(failure, "cube=failed company=%s the next report tries again", company.code());
                } finally {
                    loadingAside.remove(company.id());
                }
            });
        }
    }

    private static String progress(Company company, CompanyCube cube, Counter committed) {
        return "The ledger of company " + company.code() + " is being read into memory: "
                + cube.columns().lines() + " of " + committed.linesThrough()
                + " lines. Postings are taken meanwhile; ask for the report again in a few seconds.";
    }

    @PreDestroy
    void stop() {
        loader.shutdownNow();
    }
}
