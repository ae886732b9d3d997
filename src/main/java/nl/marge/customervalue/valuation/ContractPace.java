package nl.marge.customervalue.valuation;

import static java.util.Objects.requireNonNull;

import java.time.Period;
import java.util.Optional;
import nl.marge.customervalue.discount.PeriodLength;
import nl.marge.customervalue.model.Discounted;
import nl.marge.customervalue.model.ShiftedBetaGeometric;
import nl.marge.customervalue.renewal.Renewals.Term;

/**
 * In which steps contracts are paid, how many of them count, and what waiting for one costs.
 *
 * @param payments within the horizon, the one that is due now the first; empty for ever
 * @param rate the effective discount rate per period, as a fraction
 */
record ContractPace(Term term, Optional<Integer> payments, double rate) {

    private static final double MONTHS_A_YEAR = 12;

    /** Four years in days, so that a year of 365.25 days is a whole number. */
    private static final long FOUR_YEARS = 1461;

    /** Twelve months times four: what a day comes to where a month is 1461. */
    private static final long DAY = 48;

    /** Below this rate no payment within a hundred years is changed in any digit that is told. */
    private static final double RATE_LEAST = 1e-9;

    ContractPace {
        requireNonNull(term, "term");
        requireNonNull(payments, "payments");
    }

    static ContractPace of(Term term, Terms terms) {
        double annual = terms.rate().value().doubleValue();
        double rate = Math.expm1(Math.log1p(annual) * term.months() / MONTHS_A_YEAR);
        return new ContractPace(
                term, terms.length().map(length -> payments(term, length)), rate < RATE_LEAST ? 0 : rate);
    }

    /** Those due before the horizon ends: now, in a period, in two. */
    private static int payments(Term term, PeriodLength length) {
        Period period = length.period();
        long steps = period.toTotalMonths() * FOUR_YEARS + period.getDays() * DAY;
        return Math.toIntExact(-Math.floorDiv(-steps, term.months() * FOUR_YEARS));
    }

    /** The same pace over so many months. */
    ContractPace within(int months) {
        return new ContractPace(term, Optional.of(-Math.floorDiv(-months, term.months())), rate);
    }

    /** DERL: what is to come of a customer who has made so many renewals and is just before the next. */
    Discounted residual(ShiftedBetaGeometric model, int renewals) {
        double paid = payments.map(count -> model.expectedResidualLifetime(renewals + 1, count, rate))
                .orElseGet(() -> model.expectedResidualLifetime(renewals + 1, rate));
        return new Discounted(paid, paid * term.weeks());
    }

    /** DEL less the first payment, which is made now, with the weeks of that period too. */
    Discounted newCustomer(ShiftedBetaGeometric model) {
        double paid = payments.map(count -> model.expectedResidualLifetime(1, count - 1, rate) / (1 + rate))
                .orElseGet(() -> model.expectedLifetime(rate) - 1);
        return new Discounted(paid, (1 + paid) * term.weeks());
    }
}
