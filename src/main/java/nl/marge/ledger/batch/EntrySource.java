package nl.marge.ledger.batch;

import java.util.Optional;

/** A sequence of entries, read one by one; how many come is not known before. */
interface EntrySource {

    /** The next entry, or empty at the end. */
    Optional<ReadEntry> next();

    /** Begins again at the first entry, for a unit of work that must be repeated whole. */
    void rewind();
}
