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

    /**
     * Whether amounts may pass from an account of this type to one of {@code other} without a report changing sides:
     * both stand in the P&amp;L, both on the balance sheet, or both are statistical.
     */
    public boolean isSameSideAs(AccountType other) {
        return isProfitAndLoss() == other.isProfitAndLoss() && (this == STATISTICAL) == (other == STATISTICAL);
    }
}
