package nl.marge.ledger.setting;

/** What a unit of one currency is worth in another, by type and date. */
public final class ExchangeRates {

    /** The picture of a company that has set nothing. */
    public static final ExchangeRates NONE = new ExchangeRates();

    private ExchangeRates() {}
}
