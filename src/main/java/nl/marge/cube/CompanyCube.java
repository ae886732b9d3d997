package nl.marge.cube;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.ledger.tail.LedgerTail;

/**
 * The cube of one company and how it follows the ledger: one thread reads the tail, others who need it wait. It is
 * complete once it has reached the ledger's end for the first time.
 */
final class CompanyCube {

    private final LedgerTail tail;
    private final ReentrantLock loading = new ReentrantLock();
    private final AtomicReference<Cube> cube = new AtomicReference<>(new Cube());
    private volatile boolean complete;

    CompanyCube(LedgerTail tail) {
        this.tail = tail;
    }

    /** What is there now. */
    Columns columns() {
        return cube.get().columns();
    }

    /** What is there, if that is everything committed. */
    Optional<Columns> upTo(Counter committed) {
        return Optional.of(columns()).filter(columns -> columns.number() >= committed.lastNumber());
    }

    boolean isComplete() {
        return complete;
    }

    /**
     * Reads up to the committed number, unless another thread just did.
     *
     * @throws IllegalStateException when the lines read are not as many as the ledger counts; the cube is then empty
     *     again and the next call reads it anew
     */
    Columns catchUp(Company company, Counter committed) {
        loading.lock();
        try {
            Cube current = cube.get();
            Columns before = current.columns();
            if (before.number() < committed.lastNumber()) {
                tail.read(company, before.number(), committed.lastNumber(), current::append);
                check(company, current.columns(), committed);
            }
            complete = true;
            return current.columns();
        } finally {
            loading.unlock();
        }
    }

    private void check(Company company, Columns read, Counter committed) {
        if (read.number() != committed.lastNumber() || read.lines() != committed.linesThrough()) {
            cube.set(new Cube());
            throw new IllegalStateException("the cube of company " + company.code() + " has " + read.lines()
                    + " lines up to entry " + read.number() + ", the ledger " + committed.linesThrough() + " up to "
                    + committed.lastNumber());
        }
    }
}
