package nl.marge.allocation.engine;

import java.util.List;

/** What became of each rule, in the order in which they ran. */
public record AllocationPlan(List<RuleResult> results) {
    public AllocationPlan {
        results = List.copyOf(results);
    }
}
