package nl.marge.customervalue.valuation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.discount.PeriodLength;
import nl.marge.customervalue.model.Horizon;
import nl.marge.platform.http.QueryParameters;

/**
 * As of when, how far and at which rate customers are valued.
 *
 * @param asOf the end of that day is today; empty for the end of what was fitted
 * @param length of the future that counts; empty for all of it
 * @param rate annual and effective
 */
public record Terms(Optional<LocalDate> asOf, Optional<PeriodLength> length, AnnualRate rate) {

    static final String AS_OF = "asOf";
    static final String HORIZON = "horizon";
    static final String ANNUAL_RATE = "annualRate";

    private static final String FOR_EVER = "INF";
    private static final String DEFAULT_HORIZON = "P5Y";
    private static final String DEFAULT_RATE = "0.10";

    /** Below this rate the whole future is not discounted enough to have a sum that says anything. */
    private static final BigDecimal LEAST_FOR_EVER = new BigDecimal("0.0001");

    public Terms {
        requireNonNull(asOf, "asOf");
        requireNonNull(length, "length");
        requireNonNull(rate, "rate");
    }

    /** Reads the terms; what is wrong is noted. */
    static Terms read(QueryParameters query) {
        Optional<LocalDate> asOf = query.date(AS_OF);
        Optional<Optional<PeriodLength>> length = query.value(
                HORIZON,
                text -> text.equals(FOR_EVER)
                        ? Optional.of(Optional.<PeriodLength>empty())
                        : PeriodLength.read(text).map(Optional::of),
                PeriodLength.FORM + ", or " + FOR_EVER + " for ever");
        AnnualRate rate = query.value(ANNUAL_RATE, AnnualRate::read, AnnualRate.FORM)
                .or(() -> AnnualRate.read(DEFAULT_RATE))
                .orElseThrow();
        Terms terms = new Terms(asOf, length.orElseGet(() -> PeriodLength.read(DEFAULT_HORIZON)), rate);
        if (terms.length.isEmpty() && rate.value().compareTo(LEAST_FOR_EVER) < 0) {
            query.invalid(
                    ANNUAL_RATE,
                    "annualRate is " + rate.value().toPlainString() + " and the horizon has no end, so that values have"
                            + " none either. Give a rate of at least " + LEAST_FOR_EVER + ", or a horizon such as"
                            + " P10Y.");
        }
        return terms;
    }

    /** The horizon as it is asked for. */
    String horizonText() {
        return length.map(PeriodLength::text).orElse(FOR_EVER);
    }

    /** The same for the mathematics; of the whole future a rate above zero is known. */
    Horizon horizon() {
        double annual = rate.value().doubleValue();
        return length.map(of -> Horizon.ofWeeks(of.years().doubleValue() * Horizon.WEEKS_PER_YEAR, annual))
                .orElseGet(() -> Horizon.forEver(annual));
    }
}
