package nl.marge.ledger.setting;

/** Which values of several dimensions may not stand together on a line. */
public final class CombinationRules {

    /** The picture of a company that has set nothing. */
    public static final CombinationRules NONE = new CombinationRules();

    private CombinationRules() {}
}
