package nl.marge.ledger.posting;

/** The answer to one entry: it is in the books, or it was set aside. */
public sealed interface Received permits Posted, SetAside {

    /** What the sender is told. */
    Object body();
}
