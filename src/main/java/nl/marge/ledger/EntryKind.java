package nl.marge.ledger;

/** What a journal entry is, and so what it must satisfy and which reports show it. */
public enum EntryKind {
    /** Sums to zero per currency. */
    JOURNAL,
    /** One-sided revenue and cost from a system that posts no balance sheet. */
    COST,
    /** Year-end closing: balances, and is left out of reports unless asked for. */
    CLOSING,
    /** Cost moved by an allocation run; never posted by a client. */
    ALLOCATION,
    /** Amounts moved between dimension sets; never posted by a client. */
    RECLASSIFICATION;

    /** Whether a client may post it. */
    public boolean isPostable() {
        return this == JOURNAL || this == COST || this == CLOSING;
    }
}
