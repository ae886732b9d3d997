package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.asked.HistoryParameters;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.discount.PeriodLength;
import nl.marge.customervalue.history.HistoryQuery;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.platform.http.QueryParameters;

/**
 * What a caller asks of cohorts.
 *
 * @param silence who has not bought for longer counts as lost
 * @param calendar the months or quarters that are cohorts, and until when they were observed
 */
record CohortQuery(HistoryQuery histories, CohortCalendar calendar, PeriodLength silence, Optional<AnnualRate> rate) {

    /** Cohorts at most: twenty years of months. */
    static final int COHORTS_LIMIT = 240;

    static final String SILENCE_DEFAULT = "P6M";

    CohortQuery {
        requireNonNull(histories, "histories");
        requireNonNull(calendar, "calendar");
        requireNonNull(silence, "silence");
        requireNonNull(rate, "rate");
    }

    /** Reads the query; what is wrong is noted with it, and then it is of no use. */
    static Optional<CohortQuery> read(AskedReport asked) {
        QueryParameters query = asked.query();
        Grain grain = query.choice("grain", Grain.MONTH);
        PeriodLength silence = query.value("silence", PeriodLength::read, PeriodLength.FORM)
                .orElseGet(() -> PeriodLength.read(SILENCE_DEFAULT).orElseThrow());
        Optional<AnnualRate> rate = query.value("annualRate", AnnualRate::read, AnnualRate.FORM);
        return HistoryParameters.read(asked, true).flatMap(histories -> {
            CohortCalendar calendar = calendar(histories, grain, asked);
            if (calendar.size() > COHORTS_LIMIT) {
                refuseTooMany(query, histories.range(), calendar);
                return Optional.empty();
            }
            return Optional.of(new CohortQuery(histories, calendar, silence, rate));
        });
    }

    private static CohortCalendar calendar(HistoryQuery histories, Grain grain, AskedReport asked) {
        LocalDate last = histories.range().last();
        LocalDate today = asked.moment().today();
        // What really happened is known until today; a plan is known to its end.
        boolean open = histories.selection().scenario().equals(LineSelection.ACTUAL) && today.isBefore(last);
        return new CohortCalendar(
                grain, asked.company().calendar(), histories.range().first(), last, open ? today : last);
    }

    private static void refuseTooMany(QueryParameters query, DateRange range, CohortCalendar calendar) {
        // A range that cannot be read was noted already, and reads as all of time.
        if (query.text("from").equals(Optional.of(range.from()))) {
            query.invalid(
                    "from",
                    "from " + range.from() + " to " + range.to() + " would make " + calendar.size()
                            + " cohorts. Give a range with at most " + COHORTS_LIMIT
                            + (calendar.grain() == Grain.MONTH ? " months, or grain=QUARTER." : " quarters."));
        }
    }

    /** The same histories of all time before the range; empty when there is none. */
    Optional<HistoryQuery> earlier() {
        LocalDate first = DateRange.always().first();
        LocalDate last = histories.range().first().minusDays(1);
        return last.isBefore(first)
                ? Optional.empty()
                : Optional.of(new HistoryQuery(
                        new DateRange(first.toString(), last.toString(), first, last),
                        histories.selection(),
                        histories.measure(),
                        histories.customers(),
                        Optional.empty()));
    }

    /** Days after which survival is told: as many months or quarters as ages, in years of 365.25 days, rounded down. */
    List<Integer> survivalDays() {
        List<Integer> days = new ArrayList<>();
        for (int age = 0; age <= calendar.size(); age++) {
            // 365.25 / 12 = 487 / 16.
            days.add(Math.toIntExact(age * (long) calendar.grain().months() * 487 / 16));
        }
        return days;
    }

    /** What the answer depends on besides the books. */
    List<String> normalForm() {
        List<String> form = new ArrayList<>(histories.normalForm());
        form.add("grain=" + calendar.grain() + "&observed=" + calendar.observed());
        form.add("silence=" + silence.text());
        form.add(
                "annualRate=" + rate.map(given -> given.value().toPlainString()).orElse(""));
        return form;
    }
}
