package nl.marge.ledger;

/** Where value sits. */
public enum AccountType {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE,
    /** Takes quantities with amount 0. */
    STATISTICAL;

    /** Whether lines on such an account belong to the P&amp;L and therefore need a statement line. */
    public boolean isProfitAndLoss() {
        return this == REVENUE || this == EXPENSE;
    }
}
