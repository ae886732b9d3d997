package nl.marge.company;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A company as the contract shows it. */
@JsonPropertyOrder({"code", "name", "currency", "fiscalYearStartMonth", "timeZone"})
record CompanyBody(String code, String name, String currency, int fiscalYearStartMonth, String timeZone) {

    static final String EXAMPLE = """
            {"code":"ACME","name":"Acme BV","currency":"EUR","fiscalYearStartMonth":1,"timeZone":"Europe/Amsterdam"}""";

    CompanyBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(currency, "currency");
        requireNonNull(timeZone, "timeZone");
    }

    static CompanyBody of(Company company) {
        return new CompanyBody(
                company.code(),
                company.name(),
                company.currency(),
                company.calendar().startMonth(),
                company.timeZone().getId());
    }
}
