package nl.marge.customervalue.retention;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.customervalue.answer.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer is worth, as it is answered. */
@Schema(name = "SimpleClv")
record SimpleClvBody(
        @Schema(description = "Margins at today's worth, before what acquisition cost", examples = "3666.67")
        String beforeAcquisition,

        @Schema(examples = "1500.00") String acquisitionCost,

        @Schema(description = "beforeAcquisition less acquisitionCost", examples = "2166.67")
        String value,

        @Schema(description = "beforeAcquisition in margins of one period, to four decimals (margin multiple)")
        Figure marginMultiple,

        @Schema(description = "beforeAcquisition by acquisitionCost, to two decimals")
        Figure clvToCac,

        Payback payback,
        Timing timing,

        @Schema(description = "How many periods count; null = for ever")
        Optional<Long> periods,

        RateTold rate,

        @Schema(examples = "0.8") String retention,

        @Schema(examples = "0") String marginGrowth) {

    private static final int MULTIPLE_DECIMALS = 4;
    private static final int RATIO_DECIMALS = 2;

    static final String EXAMPLE = """
            {"beforeAcquisition":"3666.67","acquisitionCost":"1500.00","value":"2166.67",
            "marginMultiple":{"value":"3.6667","missing":null},"clvToCac":{"value":"2.44","missing":null},
            "payback":{"undiscounted":{"value":"1.63","missing":null},"discounted":{"value":"1.69","missing":null}},
            "timing":"ADVANCE","periods":null,"rate":{"annual":"0.10","basis":"ANNUAL_EFFECTIVE","period":"P1Y",
            "perPeriod":"0.1000000000"},"retention":"0.8","marginGrowth":"0"}""";

    SimpleClvBody {
        requireNonNull(beforeAcquisition, "beforeAcquisition");
        requireNonNull(acquisitionCost, "acquisitionCost");
        requireNonNull(value, "value");
    }

    /** After how many periods the acquisition cost is earned. */
    @Schema(name = "SimpleClvPayback")
    record Payback(
            @Schema(description = "Of expected margins as they come in; linear inside a period, to two decimals")
            Figure undiscounted,

            @Schema(description = "Of expected margins at today's worth")
            Figure discounted) {}

    /** Why a figure cannot be told. */
    enum Missing {
        /** Nothing was spent on winning the customer. */
        NO_ACQUISITION_COST,
        /** The margins never come to it. */
        NEVER,
        /** A margin of 0 has no multiple. */
        NO_MARGIN
    }

    /** The answer to terms. Money is rounded here, once, HALF_UP, the value from figures that were not rounded. */
    static SimpleClvBody of(RetentionTerms terms) {
        BigDecimal before = terms.value().orElseThrow();
        BigDecimal cost = terms.acquisitionCost();
        return new SimpleClvBody(
                rounded(before, terms.decimals()),
                rounded(cost, terms.decimals()),
                rounded(before.subtract(cost), terms.decimals()),
                ratio(before, terms.margin(), MULTIPLE_DECIMALS, Missing.NO_MARGIN),
                ratio(before, cost, RATIO_DECIMALS, Missing.NO_ACQUISITION_COST),
                new Payback(payback(terms.undiscounted(), terms), payback(terms.discounted(), terms)),
                terms.timing(),
                terms.periods().isPresent() ? Optional.of(terms.periods().getAsLong()) : Optional.empty(),
                RateTold.of(terms),
                terms.retention().toPlainString(),
                terms.growth().toPlainString());
    }

    private static Figure payback(PaymentStream payments, RetentionTerms terms) {
        if (terms.acquisitionCost().signum() == 0) {
            return Figure.missing(Missing.NO_ACQUISITION_COST);
        }
        OptionalLong periods = terms.periods();
        return payments.payback(terms.acquisitionCost(), periods.orElse(Long.MAX_VALUE))
                .map(after -> Figure.of(after.setScale(RATIO_DECIMALS, RoundingMode.HALF_UP)))
                .orElseGet(() -> Figure.missing(Missing.NEVER));
    }

    private static Figure ratio(BigDecimal part, BigDecimal whole, int decimals, Missing reason) {
        return whole.signum() == 0
                ? Figure.missing(reason)
                : Figure.of(part.divide(whole, decimals, RoundingMode.HALF_UP));
    }

    private static String rounded(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
