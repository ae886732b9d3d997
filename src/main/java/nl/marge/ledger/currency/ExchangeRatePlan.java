package nl.marge.ledger.currency;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.kernel.exchange.ExchangeRate;
import nl.marge.ledger.setting.ExchangeRates;
import nl.marge.ledger.setting.ExchangeRates.Rate;

/**
 * Decides what an upsert of exchange rates comes to: a pure function of the picture and the commands. A rate is known
 * by its type, its two currencies and its day.
 */
final class ExchangeRatePlan {

    /** Rates of a company at most: forty currencies a day for sixty years. */
    static final int RATES_LIMIT = 1_000_000;

    private final ExchangeRates picture;
    private final Violations violations;

    /** A plan; everything that is wrong is noted in {@code violations}. */
    ExchangeRatePlan(ExchangeRates picture, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.violations = requireNonNull(violations, "violations");
    }

    /** What is to be appended, and what the caller is told. */
    record Changes(List<Rate> said, Counts counts) {
        Changes {
            said = List.copyOf(said);
            requireNonNull(counts, "counts");
        }
    }

    /** The changes, which count only when nothing is wrong. */
    Changes changes(List<ExchangeRateCommand> commands) {
        List<Rate> said = new ArrayList<>();
        Set<List<Object>> keys = new HashSet<>();
        int created = 0;
        for (ExchangeRateCommand command : commands) {
            Optional<Rate> rate = check(command);
            if (rate.isEmpty()) {
                continue;
            }
            Rate checked = rate.get();
            if (!keys.add(List.of(checked.type(), checked.from(), checked.to(), checked.date()))) {
                violations.add(
                        command.place(),
                        ViolationCode.CODE_REPEATED,
                        "The " + named(checked) + " is given twice. Give each once.");
            }
            Optional<Rate> before = picture.rate(checked.type(), checked.from(), checked.to(), checked.date());
            if (before.isEmpty() || before.get().rate().compareTo(checked.rate()) != 0) {
                said.add(checked);
                created += before.isEmpty() ? 1 : 0;
            }
        }
        checkCount(created);
        return new Changes(said, new Counts(created, said.size() - created, commands.size() - said.size()));
    }

    /** A rate in words: {@code SPOT rate from USD to EUR of 2026-03-01}. */
    static String named(Rate rate) {
        return rate.type() + " rate from " + rate.from() + " to " + rate.to() + " of " + rate.date();
    }

    private void checkCount(int created) {
        if (picture.size() + (long) created > RATES_LIMIT) {
            violations.add(
                    "",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "The company would have " + (picture.size() + (long) created) + " exchange rates, at most "
                            + RATES_LIMIT + ". Take back those that no entry needs.");
        }
    }

    private Optional<Rate> check(ExchangeRateCommand command) {
        String type = command.type().orElse(picture.setting().rateType());
        if (!Codes.isCode(type)) {
            refuse(command, "type", ViolationCode.CODE_INVALID, invalid("type", type, Codes.FORM));
        }
        Optional<String> from = currency(command, "from", command.from());
        Optional<String> to = currency(command, "to", command.to());
        if (from.isPresent() && from.equals(to)) {
            refuse(
                    command,
                    "to",
                    ViolationCode.VALUE_INVALID,
                    "from and to are both " + from.get() + ", which is always worth itself. Give two currencies.");
        }
        Optional<LocalDate> date =
                read(command, "date", command.date(), command.date().flatMap(Dates::read), Dates.FORM);
        Optional<BigDecimal> rate =
                read(command, "rate", command.rate(), command.rate().flatMap(ExchangeRate::read), ExchangeRate.FORM);
        if (!Codes.isCode(type) || from.isEmpty() || to.isEmpty() || date.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rate(type, from.get(), to.get(), date.get(), rate.get()));
    }

    private Optional<String> currency(ExchangeRateCommand command, String member, Optional<String> given) {
        if (given.isEmpty()) {
            refuse(
                    command,
                    member,
                    ViolationCode.VALUE_MISSING,
                    "The rate has no " + member + ". Give a code of ISO 4217.");
            return Optional.empty();
        }
        Optional<Currencies.Fault> fault = Currencies.fault(given.get());
        fault.ifPresent(wrong -> refuse(command, member, wrong.code(), wrong.message()));
        return fault.isPresent() ? Optional.empty() : given;
    }

    private <T> Optional<T> read(
            ExchangeRateCommand command, String member, Optional<String> given, Optional<T> read, String form) {
        if (given.isEmpty()) {
            refuse(command, member, ViolationCode.VALUE_MISSING, "The rate has no " + member + ". Give " + form + ".");
        } else if (read.isEmpty()) {
            refuse(command, member, ViolationCode.VALUE_INVALID, invalid(member, given.get(), form));
        }
        return read;
    }

    private static String invalid(String member, String given, String form) {
        return member + " \"" + Texts.excerpt(given) + "\" is not " + form + ".";
    }

    private void refuse(ExchangeRateCommand command, String member, ViolationCode code, String message) {
        violations.add(command.place().member(member), code, message);
    }
}
