package nl.marge.allocation.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import nl.marge.allocation.measure.MeasuredPeriod;

/** What is to be allocated: a cycle over a fiscal period of a scenario. */
public record RunRequest(String cycle, YearMonth period, String scenario) {
    public RunRequest {
        requireNonNull(cycle, "cycle");
        requireNonNull(period, "period");
        requireNonNull(scenario, "scenario");
    }

    /** The first day of the period. */
    public LocalDate first() {
        return period.atDay(1);
    }

    /** The last day of the period, on which the run posts. */
    public LocalDate last() {
        return period.atEndOfMonth();
    }

    /** The same for whoever measures the ledger. */
    public MeasuredPeriod measured() {
        return new MeasuredPeriod(first(), last(), scenario);
    }
}
