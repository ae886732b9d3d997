package nl.marge.ledger.audit;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/** What one source sends for one scenario and fiscal period. */
record Feed(String source, String scenario, YearMonth period) {
    Feed {
        requireNonNull(source, "source");
        requireNonNull(scenario, "scenario");
        requireNonNull(period, "period");
    }
}
