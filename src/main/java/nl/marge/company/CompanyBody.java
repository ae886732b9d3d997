package nl.marge.company;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A company as the contract shows it. */
@Schema(
        name = "Company",
        description = "The books of one legal entity.",
        requiredProperties = {"name", "currency"})
@JsonPropertyOrder({"code", "name", "currency", "fiscalYearStartMonth", "timeZone"})
record CompanyBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the company.")
        String code,

        @Schema(minLength = 1, maxLength = 200) String name,

        @Schema(pattern = "^[A-Z]{3}$", description = "ISO 4217, of at most three decimals; fixed once lines exist.")
        String currency,

        @Schema(
                minimum = "1",
                maximum = "12",
                defaultValue = "1",
                description = "The month in which the fiscal year starts; fixed once lines exist.")
        int fiscalYearStartMonth,

        @Schema(defaultValue = "UTC", description = "A region of the time zone database.")
        String timeZone) {

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

    /** The shape of a page, for the contract. */
    @Schema(
            name = "CompanyPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<CompanyBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
