package nl.marge.ledger.defaulting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.setting.defaults.DefaultRule;
import nl.marge.ledger.setting.defaults.RuleCondition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A default rule as the contract shows it. */
@Schema(
        name = "DefaultRule",
        description = "Gives a value to a dimension that neither the line nor the header names.",
        requiredProperties = {"dimension", "priority", "source"})
@JsonPropertyOrder({"code", "dimension", "value", "priority", "source", "record", "conditions", "validFrom", "validTo"})
record DefaultRuleBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the rule.")
        String code,

        @Schema(description = "The dimension it fills where that is blank.")
        String dimension,

        @Schema(description = "The value it gives; null contributes nothing, and belongs to source ENTRY.")
        Optional<String> value,

        @Schema(
                minimum = "1",
                maximum = "1000000",
                description = "1 goes first; of one dimension no two rules that count on the same day share one.")
        int priority,

        @Schema(
                description =
                        "What it hangs on: ACCOUNT, the code of a dimension, or ENTRY: the only value that the lines of"
                                + " the entry have of the dimension is handed on to those that have none.")
        String source,

        @Schema(
                description = "One account, or one value with all below it; type:EXPENSE for the accounts of a type;"
                        + " null for every one. Of one source the nearest record goes before any type.")
        Optional<String> record,

        @Schema(implementation = Condition[].class, description = "All must be met; at most 20.")
        List<Map<String, String>> conditions,

        @Schema(description = "The first posting date it counts on; null = open.")
        Optional<LocalDate> validFrom,

        @Schema(description = "The last posting date it counts on; null = open.")
        Optional<LocalDate> validTo) {

    static final String EXAMPLE = """
            {"code":"WEB-KEY","dimension":"SEGMENT","value":"KEY","priority":10,"source":"ACCOUNT","record":"8000",\
            "conditions":[{"dimension":"CHANNEL","value":"WEB"},\
            {"dimension":"CUSTOMER","attribute":"country","equals":"NL"}],"validFrom":"2026-01-01","validTo":null}""";

    static final String TWO = """
            [{"code":"WEB-KEY","dimension":"SEGMENT","value":"KEY","priority":10,"source":"CHANNEL","record":"WEB"},
             {"code":"COST","dimension":"COST_CENTER","value":"IT","priority":20,"source":"ACCOUNT",
              "record":"type:EXPENSE","conditions":[{"account":"47*"}]}]""";

    DefaultRuleBody {
        requireNonNull(code, "code");
        requireNonNull(dimension, "dimension");
        requireNonNull(value, "value");
        requireNonNull(source, "source");
        requireNonNull(record, "record");
        requireNonNull(conditions, "conditions");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    static DefaultRuleBody of(DefaultRule rule) {
        return new DefaultRuleBody(
                rule.code(),
                rule.dimension(),
                rule.value(),
                rule.priority(),
                rule.source().name(),
                rule.source().record(),
                rule.conditions().stream().map(RuleCondition::members).toList(),
                Optional.of(rule.validFrom()).filter(date -> !date.equals(LocalDate.MIN)),
                Optional.of(rule.validTo()).filter(date -> !date.equals(LocalDate.MAX)));
    }

    /** The shape of a condition, for the contract: a value, accounts, or an attribute. */
    @Schema(
            name = "DefaultRuleCondition",
            description =
                    "{dimension, value}, {account}, or {dimension, attribute, equals}. What the line does not have"
                            + " is not met. Seen are the values of line and header, not those that rules fill.")
    record Condition(
            Optional<String> dimension,

            @Schema(description = "A value, or with * behind it the value and all below it.")
            Optional<String> value,

            @Schema(description = "6100, 47* or 4000..4999.")
            Optional<String> account,

            @Schema(description = "The name of an attribute of the line's value of that dimension.")
            Optional<String> attribute,

            Optional<String> equals) {}

    /** The shape of a page, for the contract. */
    @Schema(
            name = "DefaultRulePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<DefaultRuleBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
