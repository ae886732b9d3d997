package nl.marge.ledger.policy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.setting.CombinationRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A combination rule as the contract shows it. */
@Schema(
        name = "CombinationRule",
        description = "Values of several dimensions that do not go together on a line.",
        requiredProperties = {"kind", "dimensions"})
@JsonPropertyOrder({"code", "kind", "dimensions", "combinations", "validFrom", "validTo"})
record CombinationBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the rule; violations name it.")
        String code,

        @Schema(
                enumeration = {"BLOCKED", "LIMITED"},
                description = "BLOCKED: a line that carries all the dimensions is refused. LIMITED: one that carries a"
                        + " listed combination.")
        String kind,

        @Schema(minItems = 2, maxItems = 10) List<String> dimensions,

        @Schema(
                maxItems = 10_000,
                description = "Of LIMITED: each names a value of every dimension; EU* is EU and all below.")
        List<Map<String, String>> combinations,

        @Schema(description = "The first posting date it holds for.")
        Optional<LocalDate> validFrom,

        @Schema(description = "The last posting date it holds for.")
        Optional<LocalDate> validTo) {

    static final String EXAMPLE = """
            {"code":"NO_WEB_IN_ASIA","kind":"LIMITED","dimensions":["REGION","CHANNEL"],\
            "combinations":[{"REGION":"ASIA*","CHANNEL":"WEB"}],"validFrom":"2026-01-01","validTo":null}""";

    static final String TWO = """
            [{"code":"NO_WEB_IN_ASIA","kind":"LIMITED","dimensions":["REGION","CHANNEL"],
              "combinations":[{"REGION":"ASIA*","CHANNEL":"WEB"}]},
             {"code":"PROJECT_OR_CAMPAIGN","kind":"BLOCKED","dimensions":["PROJECT","CAMPAIGN"]}]""";

    CombinationBody {
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        requireNonNull(dimensions, "dimensions");
        requireNonNull(combinations, "combinations");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
    }

    static CombinationBody of(CombinationRule rule) {
        return new CombinationBody(
                rule.code(),
                rule.kind().name(),
                rule.dimensions(),
                rule.combinations().stream()
                        .map(tuple -> combination(rule.dimensions(), tuple))
                        .toList(),
                rule.validity().first(),
                rule.validity().last());
    }

    private static Map<String, String> combination(List<String> dimensions, List<String> tuple) {
        Map<String, String> combination = new LinkedHashMap<>();
        for (int i = 0; i < tuple.size(); i++) {
            combination.put(dimensions.get(i), tuple.get(i));
        }
        return combination;
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "CombinationRulePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<CombinationBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
