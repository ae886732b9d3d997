package nl.marge.profitability.alert;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import nl.marge.platform.http.QueryParameters;
import nl.marge.profitability.ranking.Measures;

/**
 * What a margin is held against: an amount in minor units, or a percentage of net revenue. A margin that is exactly the
 * threshold is not below it; without any net revenue that is a margin of at least zero. Pure.
 */
public sealed interface Threshold {

    String AMOUNT = "amount";
    String PERCENT = "percent";

    /** An amount. */
    record Amount(BigDecimal minorUnits, String text) implements Threshold {
        public Amount {
            requireNonNull(minorUnits, "minorUnits");
            requireNonNull(text, "text");
        }

        @Override
        public boolean isBelow(Measures measures) {
            return new BigDecimal(measures.value()).compareTo(minorUnits) < 0;
        }
    }

    /** A percentage of net revenue. */
    record PercentOfNetRevenue(BigDecimal percent) implements Threshold {
        private static final BigInteger HUNDRED = BigInteger.valueOf(100);

        public PercentOfNetRevenue {
            requireNonNull(percent, "percent");
        }

        @Override
        public boolean isBelow(Measures measures) {
            BigDecimal margin = new BigDecimal(measures.value().multiply(HUNDRED));
            return margin.compareTo(new BigDecimal(measures.netRevenue()).multiply(percent)) < 0;
        }

        @Override
        public String text() {
            return percent.toPlainString();
        }
    }

    /** Whether a row is below. */
    boolean isBelow(Measures measures);

    /** The number as it was given. */
    String text();

    /** Reads the parameters {@code amount} and {@code percent}, of which one must be given. */
    static Threshold read(QueryParameters query, int decimals) {
        Optional<BigDecimal> amount = query.value(
                AMOUNT,
                text -> decimal(text, decimals),
                "an amount with at most 15 digits and " + decimals + " decimals, such as 0");
        Optional<BigDecimal> percent = query.value(
                PERCENT, text -> decimal(text, 4), "a percentage of net revenue with at most 4 decimals, such as 12.5");
        if (query.isGiven(AMOUNT) == query.isGiven(PERCENT)) {
            query.invalid(
                    AMOUNT,
                    "A threshold is either amount or percent, and "
                            + (query.isGiven(AMOUNT) ? "both are" : "neither is") + " given. Give one of them.");
        }
        return percent.<Threshold>map(PercentOfNetRevenue::new)
                .orElseGet(() -> new Amount(
                        amount.orElse(BigDecimal.ZERO).movePointRight(decimals),
                        amount.orElse(BigDecimal.ZERO).toPlainString()));
    }

    private static Optional<BigDecimal> decimal(String text, int decimals) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")
                ? Optional.of(new BigDecimal(text)).filter(number -> number.scale() <= decimals)
                : Optional.empty();
    }
}
