package nl.marge.ledger.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.Account;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as the contract shows it. */
@Schema(
        name = "Account",
        description = "Where value sits.",
        requiredProperties = {"type"})
@JsonPropertyOrder({"code", "name", "type", "statementLine", "blocked", "purpose"})
record AccountBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the account.")
        String code,

        @Schema(maxLength = 200, description = "The code unless given.")
        String name,

        @Schema(enumeration = {"ASSET", "LIABILITY", "EQUITY", "REVENUE", "EXPENSE", "STATISTICAL"})
        String type,

        @Schema(description = "An AMOUNT line of the statement: required for REVENUE and EXPENSE, else null.")
        Optional<String> statementLine,

        @Schema(defaultValue = "false", description = "Whether new lines are refused.")
        boolean blocked,

        @Schema(description = "ACQUISITION: what is spent here wins customers rather than serves them.")
        Optional<String> purpose) {

    static final String EXAMPLE = """
            {"code":"7000","name":"Cost of goods","type":"EXPENSE","statementLine":"COGS","blocked":false,\
            "purpose":null}""";

    static final String TWO = """
            [{"code":"1300","name":"Debtors","type":"ASSET"},
             {"code":"7000","name":"Cost of goods","type":"EXPENSE","statementLine":"COGS"}]""";

    AccountBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(statementLine, "statementLine");
        requireNonNull(purpose, "purpose");
    }

    static AccountBody of(Account account) {
        return new AccountBody(
                account.code(),
                account.name(),
                account.type().name(),
                account.statementLine(),
                account.blocked(),
                account.purpose());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "AccountPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<AccountBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
