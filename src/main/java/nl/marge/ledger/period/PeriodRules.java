package nl.marge.ledger.period;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.setting.FiscalPeriod.Status;
import nl.marge.ledger.setting.PeriodStatuses;
import nl.marge.ledger.setting.SourceSetting.LateLines;

/** Whether a fiscal period takes an entry (R33). Pure. */
public final class PeriodRules {

    private final PeriodStatuses periods;
    private final String scenario;

    /** The rules for entries of {@code scenario}. */
    public PeriodRules(PeriodStatuses periods, String scenario) {
        this.periods = periods;
        this.scenario = scenario;
    }

    /** Why an entry of {@code kind} may not be dated {@code date}; empty when it may. */
    public Optional<Violation> refuse(LocalDate date, EntryKind kind) {
        return refuse(date, kind == EntryKind.ALLOCATION || kind == EntryKind.RECLASSIFICATION, "Post it on ");
    }

    /** Why a reversal may not be dated {@code date}; empty when it may. */
    public Optional<Violation> refuseReversal(LocalDate date) {
        return refuse(date, true, "Reverse it with a postingDate of ");
    }

    /**
     * The day on which an entry that asks for {@code asked} is laid down. Where its source has late lines redirected,
     * that is the first day of the first open period after, when the period asked for is closed and the entry is of
     * daily work, and no period that has not begun lies between; year-end closings stay in their year. What the period
     * does not take is noted in {@code violations}.
     */
    public Day take(LocalDate asked, EntryKind kind, LateLines lateLines, Violations violations) {
        Optional<LocalDate> later = lateLines == LateLines.REDIRECT ? redirected(asked, kind) : Optional.empty();
        if (later.isPresent()) {
            return new Day(later.get(), Optional.of(asked));
        }
        refuse(asked, kind).ifPresent(violations::add);
        return new Day(asked, Optional.empty());
    }

    private Optional<LocalDate> redirected(LocalDate asked, EntryKind kind) {
        Status status = periods.on(scenario, asked);
        boolean late = status == Status.CLOSED || status == Status.SOFT_CLOSED;
        boolean daily = kind == EntryKind.JOURNAL || kind == EntryKind.COST;
        return late && daily ? periods.firstOpenDayAfter(scenario, asked) : Optional.empty();
    }

    private Optional<Violation> refuse(LocalDate date, boolean ofClosingWork, String advice) {
        String period = "Period " + YearMonth.from(date) + " of scenario " + scenario;
        return switch (periods.on(scenario, date)) {
            case OPEN -> Optional.empty();
            case CLOSED ->
                violation(
                        ViolationCode.PERIOD_CLOSED,
                        period + " is closed. " + later(date, advice) + "reopen the period.");
            case SOFT_CLOSED ->
                ofClosingWork
                        ? Optional.empty()
                        : violation(
                                ViolationCode.PERIOD_SOFT_CLOSED,
                                period + " is closed for daily work and takes allocations, reclassifications and"
                                        + " reversals only. " + later(date, advice) + "reopen the period.");
            case FUTURE ->
                violation(ViolationCode.PERIOD_FUTURE, period + " has not begun. Wait until it is opened, or open it.");
        };
    }

    /** Names the nearest open day, which is what most callers do next. */
    private String later(LocalDate date, String advice) {
        return periods.firstOpenDayAfter(scenario, date)
                .map(day -> advice + day + " or later, in an open period, or ")
                .orElse("No period after it is open yet: open the next one, or ");
    }

    private static Optional<Violation> violation(ViolationCode code, String message) {
        return Optional.of(Violation.at("/postingDate", code, message));
    }

    /** The day an entry is laid down on, and the one it asked for where that is another. */
    public record Day(LocalDate postingDate, Optional<LocalDate> originalDate) {
        public Day {
            requireNonNull(postingDate, "postingDate");
            requireNonNull(originalDate, "originalDate");
        }
    }
}
