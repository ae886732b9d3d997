package nl.marge.ledger.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.setting.DimensionPolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dimension policy as the contract shows it. */
@Schema(
        name = "DimensionPolicy",
        description = "What accounts demand of a dimension.",
        requiredProperties = {"dimension", "demand"})
@JsonPropertyOrder({
    "code",
    "dimension",
    "demand",
    "accounts",
    "accountTypes",
    "value",
    "allowed",
    "validFrom",
    "validTo"
})
record PolicyBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the policy; violations name it.")
        String code,

        @Schema(maxLength = 64) String dimension,

        @Schema(
                enumeration = {"MANDATORY", "FIXED", "FORBIDDEN", "OPTIONAL"},
                description = "MANDATORY: a value, on the line or by membership on its membershipDate. FIXED: that"
                        + " value on the line; with value null none. FORBIDDEN: no value on the line.")
        String demand,

        @Schema(
                maxItems = 1_000,
                description = "Accounts (6100), beginnings (47*) or ranges in byte order, both ends included"
                        + " (4000..4999). Empty: any account.")
        List<String> accounts,

        @Schema(description = "Account types; with accounts, both must hold. Both empty: REVENUE and EXPENSE.")
        List<String> accountTypes,

        @Schema(description = "Of FIXED: the one value; null: the dimension must be absent.")
        Optional<String> value,

        @Schema(
                maxItems = 1_000,
                description = "Of MANDATORY: the values that satisfy it; B* is B and all below. Empty: any.")
        List<String> allowed,

        @Schema(description = "The first posting date it holds for.")
        Optional<LocalDate> validFrom,

        @Schema(description = "The last posting date it holds for.")
        Optional<LocalDate> validTo) {

    static final String EXAMPLE = """
            {"code":"COST_CENTERS","dimension":"COST_CENTER","demand":"MANDATORY","accounts":["6100","47*"],\
            "accountTypes":["EXPENSE"],"value":null,"allowed":["SALES","OFFICE*"],"validFrom":"2026-01-01",\
            "validTo":null}""";

    static final String TWO = """
            [{"code":"SEGMENTS","dimension":"SEGMENT","demand":"MANDATORY"},
             {"code":"NO_SEGMENT_ON_TAX","dimension":"SEGMENT","demand":"FORBIDDEN","accounts":["9900..9999"]}]""";

    PolicyBody {
        requireNonNull(code, "code");
        requireNonNull(dimension, "dimension");
        requireNonNull(demand, "demand");
        requireNonNull(accounts, "accounts");
        requireNonNull(accountTypes, "accountTypes");
        requireNonNull(value, "value");
        requireNonNull(allowed, "allowed");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    static PolicyBody of(DimensionPolicy policy) {
        return new PolicyBody(
                policy.code(),
                policy.dimension(),
                policy.demand().name(),
                policy.accounts().texts(),
                policy.accounts().types().stream().map(AccountType::name).toList(),
                policy.value(),
                policy.allowed().items(),
                policy.validity().first(),
                policy.validity().last());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "DimensionPolicyPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<PolicyBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
