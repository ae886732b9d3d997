package nl.marge.customervalue.retention;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.marge.customervalue.discount.AnnualRate;
import nl.marge.customervalue.discount.DecimalFraction;
import nl.marge.customervalue.discount.PeriodLength;
import nl.marge.kernel.Money;
import nl.marge.kernel.Money.Reading;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Checks what a caller says of a customer, all of it at once. Pure. */
final class TermsForm {

    /** Periods at most: days for 27 years, weeks for 190. */
    static final int PERIODS_LIMIT = 10_000;

    private static final int DECIMALS_DEFAULT = 2;
    private static final String FRACTION = " with at most " + DecimalFraction.DECIMALS_LIMIT + " decimals";

    private final SimpleClvRequest request;
    private final Violations violations = new Violations();

    private TermsForm(SimpleClvRequest request) {
        this.request = request;
    }

    /**
     * The terms of a request.
     *
     * @throws Refusal with everything that is wrong
     */
    static RetentionTerms terms(SimpleClvRequest request) {
        return new TermsForm(request).checked();
    }

    private RetentionTerms checked() {
        int decimals = decimals();
        Optional<BigDecimal> margin = amount("margin", request.margin(), decimals);
        Optional<BigDecimal> retention = read(
                "retention",
                request.retention(),
                text -> DecimalFraction.read(text, BigDecimal.ZERO, BigDecimal.ONE),
                "the share that stays, a fraction from 0 to 1" + FRACTION + ": 0.8 is 80 %");
        Optional<AnnualRate> rate = read("annualRate", request.annualRate(), AnnualRate::read, AnnualRate.FORM);
        Optional<BigDecimal> growth = growth();
        Optional<BigDecimal> cost = cost(decimals);
        Optional<PeriodLength> period =
                read("period", request.period().or(() -> Optional.of("P1Y")), PeriodLength::read, PeriodLength.FORM);
        checkPeriods();
        Optional<Timing> timing = read("timing", request.timing(), TermsForm::timing, "one of " + timings());
        violations.refuseContent();
        RetentionTerms terms = new RetentionTerms(
                margin.orElseThrow(),
                retention.orElseThrow(),
                growth.orElseThrow(),
                rate.orElseThrow(),
                period.orElseThrow(),
                request.periods().isPresent()
                        ? OptionalLong.of(request.periods().getAsInt())
                        : OptionalLong.empty(),
                timing.orElseThrow(),
                cost.orElseThrow(),
                decimals);
        checkValue(terms);
        violations.refuseContent();
        return terms;
    }

    private Optional<BigDecimal> growth() {
        return read(
                "marginGrowth",
                request.marginGrowth().or(() -> Optional.of("0")),
                text -> DecimalFraction.read(text, BigDecimal.ONE.negate(), BigDecimal.ONE)
                        .filter(number -> number.compareTo(BigDecimal.ONE.negate()) > 0),
                "a fraction above -1 and at most 1" + FRACTION + ": 0.02 is 2 % a period");
    }

    private Optional<BigDecimal> cost(int decimals) {
        Optional<BigDecimal> cost =
                amount("acquisitionCost", request.acquisitionCost().or(() -> Optional.of("0")), decimals);
        cost.filter(amount -> amount.signum() < 0)
                .ifPresent(amount -> invalid(
                        "acquisitionCost",
                        "acquisitionCost is " + amount.toPlainString() + ". Give it above 0, or 0."));
        return cost;
    }

    private int decimals() {
        if (request.currency().isEmpty()) {
            return DECIMALS_DEFAULT;
        }
        String currency = request.currency().get();
        if (Money.isCurrency(currency) && Money.isKept(currency)) {
            return Money.decimalsOf(currency);
        }
        violations.add(
                "/currency",
                ViolationCode.CURRENCY_UNKNOWN,
                "currency is \"" + Texts.excerpt(currency)
                        + "\". Give a code of ISO 4217 with at most " + Money.DECIMALS_LIMIT
                        + " decimals, such as EUR, or leave it out.");
        return DECIMALS_DEFAULT;
    }

    private Optional<BigDecimal> amount(String member, Optional<String> text, int decimals) {
        if (text.isEmpty()) {
            return missing(member, "an amount such as 1000.00");
        }
        if (Money.read(text.get(), decimals) instanceof Reading.Amount read) {
            return Optional.of(Money.decimal(read.minorUnits(), decimals));
        }
        violations.add(
                "/" + member,
                switch (((Reading.Unreadable) Money.read(text.get(), decimals)).fault()) {
                    case MALFORMED -> ViolationCode.AMOUNT_MALFORMED;
                    case TOO_MANY_DECIMALS -> ViolationCode.AMOUNT_SCALE;
                    case TOO_LARGE -> ViolationCode.AMOUNT_LIMIT;
                },
                member + " is \"" + Texts.excerpt(text.get()) + "\". Give a decimal such as 1000.00 with at most "
                        + Money.INTEGER_DIGITS_LIMIT + " digits before and " + decimals + " after the point.");
        return Optional.empty();
    }

    /** Something in the form that {@code reader} knows and {@code form} tells in words. */
    private <T> Optional<T> read(String member, Optional<String> text, Reader<T> reader, String form) {
        if (text.isEmpty()) {
            return missing(member, form);
        }
        Optional<T> read = reader.read(text.get());
        if (read.isEmpty()) {
            invalid(member, member + " is \"" + Texts.excerpt(text.get()) + "\". Give " + form + ".");
        }
        return read;
    }

    /** Reads a text; empty when it is not of its form. */
    private interface Reader<T> {
        Optional<T> read(String text);
    }

    private void checkPeriods() {
        request.periods().ifPresent(periods -> {
            if (periods < 1 || periods > PERIODS_LIMIT) {
                invalid("periods", "periods is " + periods + ". Give 1 to " + PERIODS_LIMIT + ", or null for ever.");
            }
        });
    }

    private void checkValue(RetentionTerms terms) {
        Optional<BigDecimal> value = terms.value();
        if (value.isEmpty()) {
            invalid(
                    "retention",
                    "What is retained and grown, "
                            + terms.carried().stripTrailingZeros().toPlainString()
                            + " a period, is not below 1 + the rate of a period, "
                            + RateTold.rounded(terms.interest()) + ": the sum for ever has no end. Give a higher"
                            + " annualRate, a lower retention or marginGrowth, or a number of periods.");
        } else if (value.get().abs().compareTo(BigDecimal.TEN.pow(Money.INTEGER_DIGITS_LIMIT)) >= 0) {
            violations.add(
                    "/periods",
                    ViolationCode.AMOUNT_LIMIT,
                    "The value would have more than " + Money.INTEGER_DIGITS_LIMIT
                            + " digits before the point. Give fewer periods, a lower marginGrowth or a smaller"
                            + " margin.");
        }
    }

    private static Optional<Timing> timing(String text) {
        return Arrays.stream(Timing.values())
                .filter(timing -> timing.name().equals(text))
                .findFirst();
    }

    private static String timings() {
        return Arrays.stream(Timing.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private <T> Optional<T> missing(String member, String form) {
        violations.add("/" + member, ViolationCode.VALUE_MISSING, member + " is missing. Give " + form + ".");
        return Optional.empty();
    }

    private void invalid(String member, String message) {
        violations.add("/" + member, ViolationCode.VALUE_INVALID, message);
    }
}
