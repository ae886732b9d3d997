package nl.marge.allocation.cycle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.setting.AllocationCycle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An allocation cycle as the contract shows it. */
@Schema(
        name = "AllocationCycle",
        description = "An ordered set of rules by which cost moves, in versions by period.",
        requiredProperties = {"versions"})
@JsonPropertyOrder({"code", "name", "versions"})
record CycleBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the cycle; runs name it.")
        String code,

        @Schema(maxLength = 200, description = "The code when absent.")
        String name,

        @Schema(
                minItems = 1,
                maxItems = 300,
                description = "Each holds from its period until the next. One that a run was posted by never changes.")
        List<Version> versions) {

    static final String EXAMPLE = """
            {"code":"MONTHLY","name":"Monthly","versions":[{"from":"2026-01","rules":[
              {"code":"IT","order":10,"pool":"IT","method":"STEP_DOWN","driver":"IT_USE",
               "receivers":{"pools":["SUPPORT"],"dimensions":{"SEGMENT":["KEY","MKB","WEB"]}},"keep":["REGION"]},
              {"code":"SUP","order":20,"pool":"SUPPORT","method":"TIME_DRIVEN","activities":[
                {"code":"ORDER","account":"4610","terms":[{"driver":"ORDERS","minutes":"6"},\
            {"driver":"ORDER_LINES","minutes":"2"}]},
                {"code":"DUNNING","account":"4620","terms":[{"driver":"DUNNING","minutes":"10"}]}]}]}]}""";

    CycleBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(versions, "versions");
    }

    static CycleBody of(AllocationCycle cycle) {
        List<Version> versions = cycle.versions().stream()
                .map(version -> new Version(
                        version.from().toString(),
                        version.rules().stream().map(RuleBody::of).toList()))
                .toList();
        return new CycleBody(cycle.code(), cycle.name(), versions);
    }

    /** The rules from a period on. */
    @Schema(
            name = "AllocationVersion",
            requiredProperties = {"from", "rules"})
    @JsonPropertyOrder({"from", "rules"})
    record Version(
            @Schema(description = "The fiscal period from which they hold.", example = "2026-01")
            String from,

            @Schema(minItems = 1, maxItems = 500) List<RuleBody> rules) {}

    /** The shape of a page, for the contract. */
    @Schema(
            name = "AllocationCyclePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<CycleBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
