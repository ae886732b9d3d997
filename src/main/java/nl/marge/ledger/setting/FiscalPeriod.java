package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/** A fiscal period of one scenario with the status it has; {@code version} is that of the change that said so. */
public record FiscalPeriod(String scenario, YearMonth period, Status status, long version) {
    public FiscalPeriod {
        requireNonNull(scenario, "scenario");
        requireNonNull(period, "period");
        requireNonNull(status, "status");
    }

    /** A period nobody spoke of yet. */
    public static FiscalPeriod unmentioned(String scenario, YearMonth period) {
        return new FiscalPeriod(scenario, period, Status.OPEN, 0);
    }

    /** Whether a period takes postings. */
    public enum Status {
        /** Not begun: nothing is posted yet. */
        FUTURE,
        /** Takes everything; a period nobody spoke of is open. */
        OPEN,
        /** Closed for daily work: takes allocations, reclassifications and reversals only. */
        SOFT_CLOSED,
        /** Takes nothing, and never changes. */
        CLOSED
    }
}
