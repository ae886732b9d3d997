package nl.marge.allocation.lever;

import java.util.List;

/** Which of the six levers. */
public enum LeverKind {
    /** The selling price: revenue, with what follows it in proportion. */
    PRICE("GROSS_REVENUE"),
    /** What goods are bought for. */
    PURCHASE_TERMS("COGS"),
    /** What sellers get. */
    SALES_COMMISSION("SALES_COMMISSION"),
    /** Campaigns. */
    MARKETING("MARKETING"),
    /** Customer service and the order desk. */
    BACK_OFFICE("CUSTOMER_SERVICE", "BACK_OFFICE"),
    /** Credit checks, dunning, bad debt. */
    CREDIT_COLLECTION("CREDIT_COLLECTION");

    private final List<String> lines;

    LeverKind(String... lines) {
        this.lines = List.of(lines);
    }

    /** The codes of the statement lines it is about. */
    public List<String> lines() {
        return lines;
    }

    /** Whether it may move a driver instead of amounts: work, which allocations cost by what causes it. */
    public boolean takesDriver() {
        return this == BACK_OFFICE || this == CREDIT_COLLECTION;
    }
}
