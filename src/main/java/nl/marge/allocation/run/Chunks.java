package nl.marge.allocation.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.marge.ledger.entry.WeighedEntry;

/**
 * Chunks of several makers, one after the other. Each is made when it is asked for, so that a run of millions of lines
 * is never in memory whole; between two of them the job looks whether it is to end.
 */
final class Chunks implements Iterator<List<WeighedEntry>> {

    private final Deque<Iterator<List<WeighedEntry>>> makers;
    private final Runnable look;
    private final Runnable end;
    private boolean ended;

    /**
     * The chunks of {@code makers}.
     *
     * @param look run before each chunk
     * @param end run once, when there are no more
     */
    Chunks(List<Iterator<List<WeighedEntry>>> makers, Runnable look, Runnable end) {
        this.makers = new ArrayDeque<>(makers);
        this.look = look;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        while (!makers.isEmpty() && !makers.peek().hasNext()) {
            makers.remove();
        }
        if (makers.isEmpty() && !ended) {
            ended = true;
            end.run();
        }
        return !makers.isEmpty();
    }

    @Override
    public List<WeighedEntry> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        look.run();
        return makers.peek().next();
    }
}
