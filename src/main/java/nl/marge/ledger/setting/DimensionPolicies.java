package nl.marge.ledger.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.marge.ledger.Account;

/** The dimension policies of one company. All that concern a line are checked; none goes before another (R15). */
public final class DimensionPolicies {

    /** No policies. */
    public static final DimensionPolicies NONE = new DimensionPolicies(List.of());

    private final List<DimensionPolicy> policies;

    /** What concerns an account is found once, not for every line. */
    private final Map<Account, List<DimensionPolicy>> byAccount = new ConcurrentHashMap<>();

    private DimensionPolicies(Collection<DimensionPolicy> policies) {
        this.policies = policies.stream()
                .sorted(Comparator.comparing(DimensionPolicy::code))
                .toList();
    }

    public static DimensionPolicies of(Collection<DimensionPolicy> policies) {
        return policies.isEmpty() ? NONE : new DimensionPolicies(policies);
    }

    /** All policies by code in byte order. */
    public List<DimensionPolicy> all() {
        return policies;
    }

    /** The policy of that code. */
    public Optional<DimensionPolicy> policy(String code) {
        return policies.stream().filter(policy -> policy.code().equals(code)).findFirst();
    }

    /** The policies that concern an account, whenever they hold. */
    public List<DimensionPolicy> of(Account account) {
        return policies.isEmpty() ? policies : byAccount.computeIfAbsent(account, this::concerning);
    }

    private List<DimensionPolicy> concerning(Account account) {
        return policies.stream()
                .filter(policy -> policy.accounts().includes(account))
                .toList();
    }
}
