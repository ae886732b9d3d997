package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Money;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.setting.ExchangeRates;
import nl.marge.ledger.setting.ExchangeRates.Quote;

/**
 * The amounts of one entry: as they were sent, in the entry's currency, and what they are in the company's. Where those
 * differ the sender gives the company amounts of all lines, or of none; then they are converted by the rate of the day.
 */
final class EntryAmounts {

    private final Reference reference;
    private final EntryCommand command;
    private final Violations violations;
    private final String currency;
    private final boolean currencySound;
    private final AmountReader reader;
    private final long[] sent;
    private final long[] company;
    private final boolean companyGiven;

    /** Reads the amounts; everything that is wrong is noted in {@code violations}. */
    EntryAmounts(Reference reference, EntryCommand command, Violations violations) {
        this.reference = reference;
        this.command = command;
        this.violations = violations;
        this.currency = command.currency().orElse(reference.company().currency());
        this.currencySound = isCompanyCurrency() || checkCurrency();
        this.reader = new AmountReader(violations);
        this.sent = new long[Math.min(command.lines().size(), PostingRules.LINES_LIMIT)];
        this.company = new long[sent.length];
        this.companyGiven = !isCompanyCurrency()
                && command.lines().stream()
                        .anyMatch(line -> line.companyAmount().isPresent());
        checkRateType();
        for (int i = 0; i < sent.length; i++) {
            read(i, command.lines().get(i));
        }
    }

    /** What one line is worth: in the company's currency, and in the entry's where that is another. */
    record LineAmount(long amount, OptionalLong currencyAmount) {

        boolean isZero() {
            return amount == 0 && currencyAmount.orElse(0) == 0;
        }
    }

    /** The currency of the entry. */
    String currency() {
        return currency;
    }

    /** Decimals of the entry's currency; as many as any has when it is not known. */
    int decimals() {
        if (!currencySound) {
            return Money.DECIMALS_LIMIT;
        }
        return isCompanyCurrency() ? ownDecimals() : Money.decimalsOf(currency);
    }

    /** Whether every amount could be read, so that the entry can be added up and recognised. */
    boolean isSound() {
        return currencySound && reader.isSound() && command.lines().size() <= PostingRules.LINES_LIMIT;
    }

    /** The signed amounts as sent, in minor units of the entry's currency; an unreadable one counts as zero. */
    long[] sent() {
        return sent;
    }

    /** The signed amounts in minor units of the company's currency. */
    long[] company() {
        return isCompanyCurrency() ? sent : company;
    }

    /** Whether the sender gave the company amounts of an entry in another currency. */
    boolean isCompanyGiven() {
        return companyGiven;
    }

    /** What line {@code index} is worth. */
    LineAmount line(int index) {
        return isCompanyCurrency()
                ? new LineAmount(sent[index], OptionalLong.empty())
                : new LineAmount(company[index], OptionalLong.of(sent[index]));
    }

    /** Converts what was sent by the rate on {@code date}, where that is needed. */
    void convert(Optional<LocalDate> date) {
        if (isCompanyCurrency() || companyGiven || !isSound() || date.isEmpty()) {
            return;
        }
        ExchangeRates rates = reference.settings().rates();
        String type =
                command.rateType().filter(Codes::isCode).orElse(rates.setting().rateType());
        String own = reference.company().currency();
        Optional<Quote> quote = rates.quote(type, currency, own, date.get(), own);
        if (quote.isEmpty()) {
            violations.add(
                    "/currency",
                    ViolationCode.EXCHANGE_RATE_MISSING,
                    "There is no " + type + " exchange rate from " + currency + " to " + own + " on or before "
                            + date.get()
                            + ". Say one with PUT .../exchange-rates, or give companyAmount on each line.");
            return;
        }
        Optional<long[]> converted = quote.get().rate().convert(sent, decimals(), ownDecimals());
        if (converted.isPresent()
                && Arrays.stream(converted.get()).allMatch(amount -> Money.isWithinLimit(amount, ownDecimals()))) {
            System.arraycopy(converted.get(), 0, company, 0, company.length);
            return;
        }
        violations.add(
                "/currency",
                ViolationCode.EXCHANGE_RATE_UNUSABLE,
                "At " + quote.get().rate().text() + " " + own + " for one " + currency
                        + " the entry has amounts of more than " + Money.INTEGER_DIGITS_LIMIT
                        + " digits before the decimal point. Correct the " + type + " exchange rate.");
    }

    private void read(int index, LineCommand line) {
        String pointer = "/lines/" + index;
        sent[index] = reader.amount(pointer, line, currency, decimals());
        if (line.companyAmount().isEmpty()) {
            if (companyGiven) {
                reader.refuse(
                        pointer + "/companyAmount",
                        ViolationCode.COMPANY_AMOUNT_MISSING,
                        "The line has no companyAmount, but others of the entry have. Give it on every line, or on none"
                                + " to have them converted.");
            }
            return;
        }
        company[index] = reader.read(
                pointer + "/companyAmount",
                line.companyAmount().get(),
                reference.company().currency(),
                ownDecimals());
        if (reader.isSound()) {
            checkCompanyAmount(pointer + "/companyAmount", index);
        }
    }

    private void checkCompanyAmount(String pointer, int index) {
        if (isCompanyCurrency() && company[index] != sent[index]) {
            reader.refuse(
                    pointer,
                    ViolationCode.COMPANY_AMOUNT_INVALID,
                    "companyAmount differs from the amount, though the entry is in " + currency
                            + ", the currency of the company. Leave it out, or name the entry's currency.");
        }
        if (!isCompanyCurrency() && Long.signum(company[index]) * Long.signum(sent[index]) < 0) {
            reader.refuse(
                    pointer,
                    ViolationCode.COMPANY_AMOUNT_INVALID,
                    "companyAmount " + Money.text(company[index], ownDecimals())
                            + " has another sign than the amount. Give it signed: debit +, credit -.");
        }
    }

    private boolean isCompanyCurrency() {
        return currency.equals(reference.company().currency());
    }

    private int ownDecimals() {
        return reference.company().decimals();
    }

    private boolean checkCurrency() {
        String own = reference.company().currency();
        if (!Money.isCurrency(currency)) {
            violations.add(
                    "/currency",
                    ViolationCode.CURRENCY_UNKNOWN,
                    "Currency " + quoted(currency) + " is not a code of ISO 4217. The company's is " + own + ".");
            return false;
        }
        if (!Money.isKept(currency)) {
            violations.add(
                    "/currency",
                    ViolationCode.CURRENCY_NOT_SUPPORTED,
                    "Currency " + currency + " has no minor unit, or one smaller than " + Money.DECIMALS_LIMIT
                            + " decimals tell. Convert the amounts to " + own + ".");
            return false;
        }
        return true;
    }

    private void checkRateType() {
        Optional<String> type = command.rateType().filter(code -> !Codes.isCode(code));
        type.ifPresent(code -> violations.add(
                "/rateType",
                ViolationCode.RATE_TYPE_INVALID,
                "rateType " + quoted(code) + " is not a code: " + Codes.FORM + "."));
    }
}
