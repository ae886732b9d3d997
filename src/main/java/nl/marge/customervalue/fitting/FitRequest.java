package nl.marge.customervalue.fitting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.asked.HistoryParameters;
import nl.marge.customervalue.history.HistoryQuery;
import nl.marge.customervalue.renewal.Renewals.Term;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.platform.http.QueryParameters;

/**
 * What is to be fitted.
 *
 * @param histories whose
 * @param calibrationTo the last day of what a model is fitted on that is then held against the time after it; empty to
 *     hold nothing out
 * @param period how long a contract runs; there exactly with the model of contracts
 */
public record FitRequest(
        HistoryQuery histories,
        Optional<LocalDate> calibrationTo,
        ModelChoice model,
        Optional<Term> period,
        ValueModel valueModel) {

    static final String CALIBRATION_TO = "calibrationTo";
    static final String MODEL = "model";
    static final String PERIOD = "period";
    static final String VALUE_MODEL = "valueModel";
    static final String MEASURE = "measure";
    static final String SEGMENT_BY = "segmentBy";
    static final String OF = "of";

    public FitRequest {
        requireNonNull(histories, "histories");
        requireNonNull(calibrationTo, "calibrationTo");
        requireNonNull(model, "model");
        requireNonNull(period, "period");
        requireNonNull(valueModel, "valueModel");
    }

    /** Reads the request; everything that is wrong is refused. */
    static FitRequest read(AskedReport asked) {
        QueryParameters query = asked.query();
        Optional<HistoryQuery> histories = HistoryParameters.read(asked, true);
        Optional<LocalDate> calibrationTo = query.date(CALIBRATION_TO);
        histories.ifPresent(of -> {
            refuseOutside(query, calibrationTo, of.range());
            refuseFuture(query, of.range(), asked.moment().today());
        });
        ModelChoice model = query.choice(MODEL, ModelChoice.AUTO);
        Optional<Term> period = query.choice(PERIOD, Term.class);
        ValueModel valueModel = query.choice(VALUE_MODEL, ValueModel.CREDIBILITY_MARGIN);
        if (model == ModelChoice.SBG) {
            refuseBesideContracts(query, calibrationTo, valueModel);
        } else if (period.isPresent() && !query.isWrong(MODEL)) {
            query.invalid(
                    PERIOD,
                    "period is " + period.get() + " and model is " + model
                            + ", which knows no contracts to renew. Leave period out, or give model SBG.");
        }
        query.refuseIfWrong();
        return new FitRequest(histories.orElseThrow(), calibrationTo, model, period, valueModel);
    }

    private static void refuseOutside(QueryParameters query, Optional<LocalDate> calibrationTo, DateRange range) {
        calibrationTo
                .filter(day -> day.isBefore(range.first()) || !day.isBefore(range.last()))
                .ifPresent(day -> query.invalid(
                        CALIBRATION_TO,
                        "calibrationTo is " + day + ", not within " + range.first() + " to " + range.last()
                                + " with time left after it. Give a day before the end of the range, or none."));
    }

    private static void refuseFuture(QueryParameters query, DateRange range, LocalDate today) {
        if (!query.isWrong("from") && !query.isWrong("to") && range.last().isAfter(today)) {
            query.invalid(
                    "to",
                    "to is " + range.to() + ", which ends after today, " + today + ". Of days to come nothing is known,"
                            + " and customers would look gone. Give a day or period that is over.");
        }
    }

    /** What contracts need, and what does not go with them. */
    private static void refuseBesideContracts(
            QueryParameters query, Optional<LocalDate> calibrationTo, ValueModel valueModel) {
        if (!query.isGiven(PERIOD)) {
            query.invalid(
                    PERIOD,
                    "model is SBG and period is missing: it says how long a contract runs before it is renewed. Give"
                            + " P1M, P3M or P1Y.");
        }
        calibrationTo.ifPresent(day -> query.invalid(
                CALIBRATION_TO,
                "calibrationTo is " + day + " and model is SBG, for which nothing is held out: renewals of the whole"
                        + " range are fitted. Leave calibrationTo out, or fit a range that ends on that day."));
        if (valueModel == ValueModel.GAMMA_GAMMA_REVENUE) {
            query.invalid(
                    VALUE_MODEL,
                    "valueModel is GAMMA_GAMMA_REVENUE, which tells what a purchase brings, and model is SBG, which"
                            + " values the margin of a period. Give CREDIBILITY_MARGIN, or leave valueModel out.");
        }
    }

    /** The histories up to another day, {@code last}, which is not before the first. */
    public HistoryQuery historiesTo(LocalDate last) {
        DateRange range = histories.range();
        return new HistoryQuery(
                new DateRange(range.first().toString(), last.toString(), range.first(), last),
                histories.selection(),
                histories.measure(),
                histories.customers(),
                histories.segments());
    }

    /** Whether a day can be the end of histories. */
    public boolean canEnd(LocalDate day) {
        return !day.isBefore(histories.range().first()) && !day.isAfter(Dates.LAST);
    }
}
