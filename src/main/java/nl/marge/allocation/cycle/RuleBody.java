package nl.marge.allocation.cycle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Quantities;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule of an allocation cycle as the contract shows it. */
@Schema(
        name = "AllocationRule",
        description = "One from - to - by what.",
        requiredProperties = {"code", "order", "pool", "method"})
@JsonPropertyOrder({
    "code",
    "order",
    "pool",
    "method",
    "group",
    "driver",
    "receivers",
    "keep",
    "account",
    "activities",
    "weights"
})
record RuleBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Unique in the version.")
        String code,

        @Schema(description = "Rules run by ascending order; unique in the version.", example = "10")
        int order,

        @Schema(description = "The cost pool that sends; one rule a pool in a version.")
        String pool,

        @Schema(enumeration = {"FIXED", "DIRECT", "STEP_DOWN", "RECIPROCAL", "TIME_DRIVEN"})
        String method,

        @Schema(description = "Of RECIPROCAL: the pools of one group serve each other and are solved together.")
        Optional<String> group,

        @Schema(description = "Of DIRECT, STEP_DOWN and RECIPROCAL: by which cost is divided.")
        Optional<String> driver,

        @Schema(description = "What narrows the receivers of the driver.")
        ReceiversBody receivers,

        @Schema(description = "Dimensions that arriving cost keeps from its source.")
        List<String> keep,

        @Schema(description = "The account that cost arrives on; null = the source's.")
        Optional<String> account,

        @Schema(maxItems = 200, description = "Of TIME_DRIVEN: the work that the pool's minutes go to.")
        List<ActivityBody> activities,

        @Schema(maxItems = 10_000, description = "Of FIXED: receivers with their weights.")
        List<WeightBody> weights) {

    RuleBody {
        requireNonNull(code, "code");
        requireNonNull(pool, "pool");
        requireNonNull(method, "method");
        requireNonNull(group, "group");
        requireNonNull(driver, "driver");
        requireNonNull(receivers, "receivers");
        requireNonNull(keep, "keep");
        requireNonNull(account, "account");
        requireNonNull(activities, "activities");
        requireNonNull(weights, "weights");
    }

    static RuleBody of(AllocationRule rule) {
        return new RuleBody(
                rule.code(),
                rule.order(),
                rule.pool(),
                rule.method().name(),
                rule.group(),
                rule.driver(),
                new ReceiversBody(rule.receivers().pools(), rule.receivers().dimensions()),
                rule.keep(),
                rule.account(),
                rule.activities().stream().map(ActivityBody::of).toList(),
                rule.weights().stream().map(WeightBody::of).toList());
    }

    /** What narrows the receivers. */
    @Schema(name = "AllocationReceivers")
    @JsonPropertyOrder({"pools", "dimensions"})
    record ReceiversBody(
            @Schema(description = "The pools that may receive, each with a rule of its own; null = the method decides.")
            Optional<List<String>> pools,

            @Schema(description = "The values that may receive, by dimension; one not named is not narrowed.")
            Map<String, List<String>> dimensions) {}

    /** Work that takes time. */
    @Schema(
            name = "AllocationActivity",
            requiredProperties = {"code", "terms"})
    @JsonPropertyOrder({"code", "account", "terms"})
    record ActivityBody(
            @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Unique in the rule.")
            String code,

            @Schema(description = "The account that its cost arrives on; null = the rule's.")
            Optional<String> account,

            @Schema(minItems = 1, maxItems = 20) List<TermBody> terms) {

        private static ActivityBody of(AllocationRule.Activity activity) {
            List<TermBody> terms = activity.terms().stream()
                    .map(term -> new TermBody(term.driver(), Quantities.text(term.minutes())))
                    .toList();
            return new ActivityBody(activity.code(), activity.account(), terms);
        }
    }

    /** A term of a time equation. */
    @Schema(
            name = "AllocationTerm",
            requiredProperties = {"driver", "minutes"})
    @JsonPropertyOrder({"driver", "minutes"})
    record TermBody(
            String driver,

            @Schema(description = "For one unit of the driver, more than 0.", example = "6")
            String minutes) {}

    /** The weight of a receiver. */
    @Schema(
            name = "AllocationWeight",
            requiredProperties = {"receiver", "weight"})
    @JsonPropertyOrder({"receiver", "weight"})
    record WeightBody(
            @Schema(description = "One value of each of some dimensions, the same in every weight.")
            Map<String, String> receiver,

            @Schema(description = "0 or more; one of them more.", example = "60")
            String weight) {

        private static WeightBody of(AllocationRule.FixedWeight weight) {
            return new WeightBody(
                    ((Receiver.Values) weight.receiver()).codeByDimension(), Quantities.text(weight.weight()));
        }
    }
}
