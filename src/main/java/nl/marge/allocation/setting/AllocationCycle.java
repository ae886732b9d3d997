package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An ordered set of rules, in versions by the fiscal period from which they hold. */
public record AllocationCycle(String code, String name, List<Version> versions, long version) {

    public AllocationCycle {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
    }

    /** The same, of another version. */
    public AllocationCycle withVersion(long other) {
        return new AllocationCycle(code, name, versions, other);
    }

    /** The version that holds in a period: the last one from then or before. */
    public Optional<Version> in(YearMonth period) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(period))
                .reduce((earlier, later) -> later);
    }

    /** The rules as they hold from a fiscal period on, by order. */
    public record Version(YearMonth from, List<AllocationRule> rules) {
        public Version {
            requireNonNull(from, "from");
            rules = rules.stream()
                    .sorted(Comparator.comparingInt(AllocationRule::order))
                    .toList();
        }
    }
}
