package nl.marge.company;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import nl.marge.kernel.Codes;
import nl.marge.kernel.FiscalCalendar;
import nl.marge.kernel.Money;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * What a caller says of a company: the command of an upsert, read but not yet checked; the code is there when the body
 * repeats it.
 */
public record CompanyDetails(
        Optional<String> code, String name, String currency, int fiscalYearStartMonth, String timeZone) {

    /** The month in which the fiscal year starts unless a caller says otherwise. */
    public static final int DEFAULT_START_MONTH = 1;

    /** The time zone of a company unless a caller says otherwise. */
    public static final String DEFAULT_TIME_ZONE = "UTC";

    /** Characters in a time zone's name at most: as many as the column holds; the longest known has 32. */
    private static final int TIME_ZONE_LENGTH_LIMIT = 64;

    public CompanyDetails {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(currency, "currency");
        requireNonNull(timeZone, "timeZone");
    }

    /** Details that leave the code to the path. */
    public CompanyDetails(String name, String currency, int fiscalYearStartMonth, String timeZone) {
        this(Optional.empty(), name, currency, fiscalYearStartMonth, timeZone);
    }

    /** Notes everything that is wrong with these details for the company of {@code codeInPath}, by member. */
    void check(String codeInPath, Violations violations) {
        if (!Codes.isCode(codeInPath)) {
            violations.add(
                    "/code",
                    ViolationCode.CODE_INVALID,
                    "\"" + Texts.excerpt(codeInPath) + "\" is no code for a company. Give " + Codes.FORM + ".");
        }
        code.ifPresent(inBody -> Codes.checkRepeated(codeInPath, inBody, violations));
        if (name.isEmpty()) {
            violations.add("/name", ViolationCode.VALUE_MISSING, "The company has no name. Give one.");
        }
        Optional.of(name)
                .filter(text -> !text.isEmpty())
                .flatMap(Texts::nameFault)
                .ifPresent(fault ->
                        violations.add("/name", ViolationCode.VALUE_INVALID, "The company's name " + fault + "."));
        checkCurrency(violations);
        if (fiscalYearStartMonth < 1 || fiscalYearStartMonth > 12) {
            violations.add(
                    "/fiscalYearStartMonth",
                    ViolationCode.VALUE_INVALID,
                    "fiscalYearStartMonth " + fiscalYearStartMonth + " is no month. Give 1 (January) to 12.");
        }
        if (!isTimeZone(timeZone)) {
            violations.add(
                    "/timeZone",
                    ViolationCode.VALUE_INVALID,
                    "Time zone \"" + Texts.excerpt(timeZone)
                            + "\" is not known. Give a region of the time zone database, such as Europe/Amsterdam, or"
                            + " UTC.");
        }
    }

    private void checkCurrency(Violations violations) {
        if (currency.isEmpty()) {
            violations.add(
                    "/currency",
                    ViolationCode.VALUE_MISSING,
                    "The company has no currency. Give a code of ISO 4217 such as EUR.");
            return;
        }
        if (!Money.isCurrency(currency)) {
            violations.add(
                    "/currency",
                    ViolationCode.CURRENCY_UNKNOWN,
                    "Currency \"" + Texts.excerpt(currency) + "\" is no code of ISO 4217. Give one such as EUR.");
            return;
        }
        int decimals = Money.decimalsOf(currency);
        if (decimals < 0) {
            violations.add(
                    "/currency",
                    ViolationCode.CURRENCY_NOT_SUPPORTED,
                    "Currency " + currency + " has no minor unit, so books cannot be kept in it. Give a money of a"
                            + " country, such as EUR.");
        }
        if (decimals > Money.DECIMALS_LIMIT) {
            violations.add(
                    "/currency",
                    ViolationCode.CURRENCY_NOT_SUPPORTED,
                    "Currency " + currency + " has " + decimals + " decimals; Marge keeps at most "
                            + Money.DECIMALS_LIMIT + ". Give a currency with fewer.");
        }
    }

    /** Whether these details, once checked, say nothing else than {@code company} already is. */
    boolean equalTo(Company company) {
        return name.equals(company.name()) && timeZone.equals(company.timeZone().getId()) && hasSameBooksAs(company);
    }

    /** Whether currency and fiscal year are those of {@code company}. */
    boolean hasSameBooksAs(Company company) {
        return currency.equals(company.currency())
                && fiscalYearStartMonth == company.calendar().startMonth();
    }

    /** The company that these details, once checked, describe. */
    Company company(int id, String code, long version) {
        return new Company(
                id,
                code,
                name,
                currency,
                Money.decimalsOf(currency),
                new FiscalCalendar(fiscalYearStartMonth),
                ZoneId.of(timeZone),
                version);
    }

    private static boolean isTimeZone(String text) {
        if (text.length() > TIME_ZONE_LENGTH_LIMIT) {
            return false;
        }
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException notAZone) {
            return false;
        }
    }
}
