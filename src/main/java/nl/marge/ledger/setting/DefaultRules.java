package nl.marge.ledger.setting;

/** Which values fill dimensions that a line leaves blank. */
public final class DefaultRules {

    /** The picture of a company that has set nothing. */
    public static final DefaultRules NONE = new DefaultRules();

    private DefaultRules() {}
}
