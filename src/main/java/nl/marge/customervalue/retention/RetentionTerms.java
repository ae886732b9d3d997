package nl.marge.customervalue.retention;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.discount.PeriodLength;

/**
 * What a customer is expected to bring.
 *
 * @param margin of one period, before acquisition, in the currency's units; below 0 is a customer who costs
 * @param retention the share that stays from one period to the next, 0 to 1
 * @param growth of the margin from one period to the next, above -1
 * @param periods how many count; for ever where empty
 * @param acquisitionCost what it cost to win the customer, at the start, not below 0
 * @param decimals of the currency
 */
record RetentionTerms(
        BigDecimal margin,
        BigDecimal retention,
        BigDecimal growth,
        AnnualRate rate,
        PeriodLength period,
        OptionalLong periods,
        Timing timing,
        BigDecimal acquisitionCost,
        int decimals) {

    RetentionTerms {
        requireNonNull(margin, "margin");
        requireNonNull(retention, "retention");
        requireNonNull(growth, "growth");
        requireNonNull(rate, "rate");
        requireNonNull(period, "period");
        requireNonNull(periods, "periods");
        requireNonNull(timing, "timing");
        requireNonNull(acquisitionCost, "acquisitionCost");
    }

    /** What 1 grows to in a period. */
    BigDecimal interest() {
        return period.growth(rate);
    }

    /** What is expected of a margin a period later: retained and grown, {@code r (1 + g)}. */
    BigDecimal carried() {
        return retention.multiply(BigDecimal.ONE.add(growth));
    }

    /** The payments at today's worth. */
    PaymentStream discounted() {
        return stream(interest());
    }

    /** The payments as they come in. */
    PaymentStream undiscounted() {
        return stream(BigDecimal.ONE);
    }

    /** The payments of all periods that count, at today's worth; empty where they have no end. */
    Optional<BigDecimal> value() {
        return periods.isPresent()
                ? Optional.of(discounted().sum(periods.getAsLong()))
                : discounted().sum();
    }

    private PaymentStream stream(BigDecimal interest) {
        BigDecimal ratio = carried().divide(interest, PaymentStream.DIGITS);
        BigDecimal first =
                switch (timing) {
                    case ADVANCE -> margin;
                    case ARREARS_FIRST_SURE -> margin.divide(interest, PaymentStream.DIGITS);
                    case ARREARS_RETAINED -> margin.multiply(ratio, PaymentStream.DIGITS);
                };
        return new PaymentStream(first, ratio);
    }
}
