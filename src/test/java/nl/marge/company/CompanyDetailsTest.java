package nl.marge.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void takesMoneyOfNoneToThreeDecimals(String currency) {
        assertEquals(List.of(), violations(new CompanyDetails("Acme BV", currency, 1, "UTC")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EURO", "ZZZ", "ＥＵＲ"})
    void refusesCurrencyThatIsNoCodeOfIso(String currency) {
        Violation violation =
                violations(new CompanyDetails("Acme BV", currency, 1, "UTC")).get(0);

        assertEquals(ViolationCode.CURRENCY_UNKNOWN, violation.code());
    }

    @Test
    void refusesCurrencyWithoutMinorUnitAndWithTooManyDecimals() {
        Violation gold =
                violations(new CompanyDetails("Acme BV", "XAU", 1, "UTC")).get(0);
        Violation chilean =
                violations(new CompanyDetails("Acme BV", "CLF", 1, "UTC")).get(0);

        assertEquals(ViolationCode.CURRENCY_NOT_SUPPORTED, gold.code());
        assertTrue(gold.message().startsWith("Currency XAU has no minor unit"), gold.message());
        assertEquals(
                "Currency CLF has 4 decimals; Marge keeps at most 3. Give a currency with fewer.", chilean.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Amsterdam", "America/Argentina/Buenos_Aires"})
    void takesRegionsKnownToJava(String timeZone) {
        assertEquals(List.of(), violations(new CompanyDetails("Acme BV", "EUR", 1, timeZone)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+02:00", "UTC+1", "Europe/Utrecht", "Z", "europe/amsterdam"})
    void refusesTimeZoneThatIsNoRegion(String timeZone) {
        Violation violation =
                violations(new CompanyDetails("Acme BV", "EUR", 1, timeZone)).get(0);

        assertEquals(ViolationCode.VALUE_INVALID, violation.code());
        assertTrue(violation.message().contains("Give a region of the time zone database"), violation.message());
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        List<Violation> violations = violations(new CompanyDetails(" ", "ABC", 13, "Mars"));

        assertEquals(
                List.of(
                        Violation.at(
                                "/currency",
                                ViolationCode.CURRENCY_UNKNOWN,
                                "Currency \"ABC\" is no code of ISO 4217. Give one such as EUR."),
                        Violation.at(
                                "/name",
                                ViolationCode.VALUE_INVALID,
                                "The company's name is empty. Give 1 to 200 characters."),
                        Violation.at(
                                "/fiscalYearStartMonth",
                                ViolationCode.VALUE_INVALID,
                                "fiscalYearStartMonth 13 is no month. Give 1 (January) to 12."),
                        Violation.at(
                                "/timeZone",
                                ViolationCode.VALUE_INVALID,
                                "Time zone \"Mars\" is not known. Give a region of the time zone database, such as"
                                        + " Europe/Amsterdam, or UTC.")),
                violations);
    }

    @Test
    void refusesCompanyWithoutNameAndCurrency() {
        List<Violation> violations = violations(new CompanyDetails("", "", 1, "UTC"));

        assertEquals(
                List.of(
                        Violation.at("/name", ViolationCode.VALUE_MISSING, "The company has no name. Give one."),
                        Violation.at(
                                "/currency",
                                ViolationCode.VALUE_MISSING,
                                "The company has no currency. Give a code of ISO 4217 such as EUR.")),
                violations);
    }

    private static List<Violation> violations(CompanyDetails details) {
        Violations violations = new Violations();
        details.check("ACME", violations);
        return violations.listed();
    }
}
