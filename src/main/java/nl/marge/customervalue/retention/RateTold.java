package nl.marge.customervalue.retention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.marge.customervalue.discount.AnnualRate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rate of an answer: what was given, on which basis, and what it comes to in a period. */
@Schema(name = "DiscountRate")
record RateTold(
        @Schema(examples = "0.10") String annual,

        @Schema(description = "ANNUAL_EFFECTIVE: 1 a year from now is worth 1 / (1 + annual) today")
        String basis,

        @Schema(description = "The length of a period, ISO 8601", examples = "P1Y")
        String period,

        @Schema(
                description = "(1 + annual)^(years of the period) - 1, to ten decimals; a month is a twelfth of a"
                        + " year, a day 1 / 365.25",
                examples = "0.1000000000")
        String perPeriod) {

    private static final int DECIMALS = 10;

    /** The rate of the terms. */
    static RateTold of(RetentionTerms terms) {
        return new RateTold(
                terms.rate().value().toPlainString(),
                AnnualRate.BASIS,
                terms.period().text(),
                rounded(terms.interest().subtract(BigDecimal.ONE)));
    }

    /** A factor as it is shown. */
    static String rounded(BigDecimal factor) {
        return factor.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
