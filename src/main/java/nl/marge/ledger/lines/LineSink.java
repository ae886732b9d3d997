package nl.marge.ledger.lines;

import java.io.IOException;

/** Where streamed lines go, one by one in number order. */
@FunctionalInterface
interface LineSink {

    /** Takes a line; false when no more are wanted. */
    boolean take(PublishedLine line) throws IOException;
}
