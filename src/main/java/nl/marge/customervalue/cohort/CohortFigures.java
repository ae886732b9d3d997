package nl.marge.customervalue.cohort;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.marge.customervalue.answer.Figure;
import nl.marge.kernel.Money;
import nl.marge.kernel.Percents;

/** The figures of cohorts as they are told: rounded here, HALF_UP, each once. Pure. */
final class CohortFigures {

    private static final int RATIO_DECIMALS = 2;

    private final int decimals;

    /** Figures in a currency with so many decimals. */
    CohortFigures(int decimals) {
        this.decimals = decimals;
    }

    /** Why a figure cannot be told. */
    enum Missing {
        /** Nobody first bought then. */
        NO_CUSTOMERS,
        /** Nothing was spent on winning them, or more came back than was spent. */
        NO_ACQUISITION_COST,
        /** It is not earned back in the ages that are over. */
        NOT_YET
    }

    String amount(BigInteger minorUnits) {
        return Money.text(minorUnits, decimals);
    }

    /** An amount at its worth: units of 10^-18 minor units, rounded to minor units. */
    String worth(BigInteger units) {
        return money(new BigDecimal(units, DayFactors.DECIMALS));
    }

    /** Acquisition cost of a customer. */
    Figure cac(BigInteger acquisition, int customers) {
        return customers == 0
                ? Figure.missing(Missing.NO_CUSTOMERS)
                : Figure.of(perCustomer(new BigDecimal(acquisition), customers));
    }

    /** Value by acquisition cost. */
    Figure valueToCac(BigInteger worth, BigInteger acquisition, int customers) {
        return missing(acquisition, customers)
                .map(Figure::missing)
                .orElseGet(() -> Figure.of(new BigDecimal(worth, DayFactors.DECIMALS)
                        .divide(new BigDecimal(acquisition), RATIO_DECIMALS, RoundingMode.HALF_UP)));
    }

    Figure payback(Cohort cohort) {
        return missing(cohort.acquisition(), cohort.customers())
                .map(Figure::missing)
                .orElseGet(() -> cohort.payback()
                        .map(payback -> Figure.of(payback.ages().setScale(RATIO_DECIMALS, RoundingMode.HALF_UP)))
                        .orElseGet(() -> Figure.missing(Missing.NOT_YET)));
    }

    /** The cells of all ages of a cohort; empty ones for those that are not over. */
    List<Optional<CohortBody.Cell>> cells(Cohort cohort) {
        List<BigInteger> cumulative = cohort.cumulativeWorth();
        return IntStream.range(0, cohort.ages())
                .mapToObj(age -> age < cohort.over()
                        ? Optional.of(cell(cohort, age, cumulative.get(age)))
                        : Optional.<CohortBody.Cell>empty())
                .toList();
    }

    private CohortBody.Cell cell(Cohort cohort, int age, BigInteger cumulative) {
        BigInteger active = BigInteger.valueOf(cohort.active(age));
        return new CohortBody.Cell(
                age,
                cohort.active(age),
                amount(cohort.revenue(age)),
                amount(cohort.margin(age)),
                text(Percents.ofPositive(active, BigInteger.valueOf(cohort.customers()))),
                text(Percents.ofPositive(cohort.revenue(age), cohort.revenue(0))),
                text(Percents.ofPositive(cohort.margin(age), cohort.margin(0))),
                worth(cumulative),
                cohort.customers() == 0
                        ? Optional.empty()
                        : text(Optional.of(
                                perCustomer(new BigDecimal(cumulative, DayFactors.DECIMALS), cohort.customers()))));
    }

    private static Optional<Missing> missing(BigInteger acquisition, int customers) {
        if (customers == 0) {
            return Optional.of(Missing.NO_CUSTOMERS);
        }
        return acquisition.signum() <= 0 ? Optional.of(Missing.NO_ACQUISITION_COST) : Optional.empty();
    }

    private BigDecimal perCustomer(BigDecimal minorUnits, int customers) {
        return minorUnits
                .divide(BigDecimal.valueOf(customers), 0, RoundingMode.HALF_UP)
                .movePointLeft(decimals)
                .setScale(decimals);
    }

    private String money(BigDecimal minorUnits) {
        return Money.text(minorUnits.setScale(0, RoundingMode.HALF_UP).unscaledValue(), decimals);
    }

    private static Optional<String> text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString);
    }
}
