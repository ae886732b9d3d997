package nl.marge.ledger.batch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A sequence of entries, read one by one; how many come is not known before. */
interface EntrySource {

    /** The next entry, or empty at the end. */
    Optional<ReadEntry> next();

    /** Begins again at the first entry, for a unit of work that must be repeated whole. */
    void rewind();

    /** The next entries, together of at least {@code linesLimit} lines unless the end comes first; empty at the end. */
    static List<ReadEntry> read(EntrySource source, int linesLimit) {
        List<ReadEntry> chunk = new ArrayList<>();
        int lines = 0;
        while (lines < linesLimit) {
            Optional<ReadEntry> entry = source.next();
            if (entry.isEmpty()) {
                return chunk;
            }
            lines += entry.get().lineCount();
            chunk.add(entry.get());
        }
        return chunk;
    }

    /** The entries {@code before}, which were read already, and then those of {@code source}. */
    static EntrySource after(List<ReadEntry> before, EntrySource source) {
        Iterator<ReadEntry> first = before.iterator();
        return new EntrySource() {
            @Override
            public Optional<ReadEntry> next() {
                return first.hasNext() ? Optional.of(first.next()) : source.next();
            }

            @Override
            public void rewind() {
                throw new IllegalStateException("rewind the source itself");
            }
        };
    }
}
