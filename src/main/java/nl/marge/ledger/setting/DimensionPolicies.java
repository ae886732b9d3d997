package nl.marge.ledger.setting;

/** What accounts demand of dimensions. */
public final class DimensionPolicies {

    /** The picture of a company that has set nothing. */
    public static final DimensionPolicies NONE = new DimensionPolicies();

    private DimensionPolicies() {}
}
