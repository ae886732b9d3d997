package nl.marge.ledger.setting;

/** Which fiscal periods of which scenario take postings. What is not mentioned is open. */
public final class PeriodStatuses {

    /** The picture of a company that has set nothing. */
    public static final PeriodStatuses NONE = new PeriodStatuses();

    private PeriodStatuses() {}
}
