package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segmentation as a caller says it, as the contract shows it, and as the database keeps it. */
@Schema(
        name = "Segmentation",
        description = "Rules that put the values of one dimension into values of another.",
        requiredProperties = {"of", "into", "method"})
@JsonPropertyOrder({"code", "name", "of", "into", "measure", "months", "withoutLines", "method", "tiers", "rules"})
record SegmentationBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$") String code,

        @Schema(maxLength = 200, description = "The code when absent.")
        String name,

        @Schema(description = "The dimension whose values are put into segments.", examples = "CUSTOMER")
        String of,

        @Schema(
                description = "The dimension whose values are the segments: derived from `of` by memberships, or not"
                        + " derived yet.",
                examples = "VALUE_TIER")
        String into,

        @Schema(description = "The line of the statement that values are ranked by.", defaultValue = "CM4")
        String measure,

        @Schema(
                description = "Whole months before asOf that count.",
                minimum = "1",
                maximum = "120",
                defaultValue = "12")
        int months,

        @Schema(
                description = "What becomes of the membership of a value without a line in these months.",
                enumeration = {"KEEP", "END"},
                defaultValue = "KEEP")
        String withoutLines,

        @Schema(enumeration = {"DECILES", "TIERS", "RULES"}) String method,

        @Schema(maxItems = TierForm.TIERS_LIMIT, description = "Of TIERS: from the best down.")
        List<Tier> tiers,

        @Schema(maxItems = RuleForm.RULES_LIMIT, description = "Of RULES: the first that matches decides.")
        List<Rule> rules) {

    static final String EXAMPLE = """
            {"code":"TIERS","name":"Value tiers","of":"CUSTOMER","into":"VALUE_TIER","measure":"CM4","months":12,
             "withoutLines":"KEEP","method":"TIERS","tiers":[{"segment":"GOLD","topPercent":"20"},
             {"segment":"SILVER","topPercent":"50"},{"segment":"BRONZE"}],"rules":[]}""";

    static final String EXAMPLE_RULES = """
            {"code":"KEYS","name":"Key accounts","of":"CUSTOMER","into":"SEGMENT","measure":"CM4","months":12,
             "withoutLines":"END","method":"RULES","tiers":[],"rules":[{"segment":"NL_KEY","conditions":[
             {"attribute":"country","is":["NL"]},{"measure":"CM4","above":"5000"}]},
             {"segment":"OTHER","conditions":[]}]}""";

    SegmentationBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(of, "of");
        requireNonNull(into, "into");
        requireNonNull(measure, "measure");
        requireNonNull(withoutLines, "withoutLines");
        requireNonNull(method, "method");
        tiers = List.copyOf(tiers);
        rules = List.copyOf(rules);
    }

    /** A tier. */
    @Schema(
            name = "SegmentationTier",
            description = "Only the last takes the rest, without topPercent and above.",
            requiredProperties = {"segment"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Tier(
            @Schema(examples = "GOLD") String segment,

            @Schema(
                    description = "It reaches down to this percentage of the ranked values, counted from the best; the"
                            + " count is rounded up. Ascending.",
                    examples = "20")
            Optional<String> topPercent,

            @Schema(description = "It takes what has more than this amount. Descending.", examples = "5000.00")
            Optional<String> above) {
        Tier {
            requireNonNull(segment, "segment");
            requireNonNull(topPercent, "topPercent");
            requireNonNull(above, "above");
        }
    }

    /** A rule. */
    @Schema(
            name = "SegmentationRule",
            description = "All conditions must hold; only the last rule may have none.",
            requiredProperties = {"segment"})
    record Rule(
            @Schema(examples = "NL_KEY") String segment,

            @Schema(maxItems = RuleForm.CONDITIONS_LIMIT) List<Condition> conditions) {
        Rule {
            requireNonNull(segment, "segment");
            conditions = List.copyOf(conditions);
        }
    }

    /** A condition on an attribute or on a line of the statement. */
    @Schema(
            name = "SegmentationCondition",
            description = "Either attribute with is, or measure with above, atMost or both.")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Condition(
            @Schema(examples = "country") Optional<String> attribute,

            @Schema(maxItems = RuleForm.TEXTS_LIMIT, description = "One of these, compared byte for byte.")
            List<String> is,

            @Schema(examples = "CM4") Optional<String> measure,

            @Schema(description = "More than this amount.", examples = "5000.00")
            Optional<String> above,

            @Schema(description = "Not more than this amount.", examples = "9000.00")
            Optional<String> atMost) {
        Condition {
            requireNonNull(attribute, "attribute");
            is = List.copyOf(is);
            requireNonNull(measure, "measure");
            requireNonNull(above, "above");
            requireNonNull(atMost, "atMost");
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "SegmentationPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<SegmentationBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
