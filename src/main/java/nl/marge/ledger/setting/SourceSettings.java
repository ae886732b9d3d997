package nl.marge.ledger.setting;

/** How entries of each source are taken in. */
public final class SourceSettings {

    /** The picture of a company that has set nothing. */
    public static final SourceSettings NONE = new SourceSettings();

    private SourceSettings() {}
}
