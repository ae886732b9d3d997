package nl.marge.allocation.plan;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.marge.allocation.engine.AllocationInput;
import nl.marge.allocation.engine.Parcel;
import nl.marge.allocation.engine.PoolCost;
import nl.marge.allocation.engine.Sender;
import nl.marge.allocation.engine.Stream;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * The engine's input, with the receivers behind its numbers. Pools stand in the order of the rules that send from them.
 */
public record Assembly(AllocationInput input, ReceiverNumbers receivers) {

    public Assembly {
        requireNonNull(input, "input");
        requireNonNull(receivers, "receivers");
    }

    /** Assembles the input of a run; what is missing or cannot be is noted in {@code violations}. Pure. */
    public static Assembly of(Gathered gathered, Violations violations) {
        return of(gathered, new DriverWeights(gathered, violations), violations);
    }

    /** The same by weights that the caller goes on using. */
    static Assembly of(Gathered gathered, DriverWeights drivers, Violations violations) {
        return new Builder(gathered, drivers, violations).assembly();
    }

    /**
     * The input where some drivers have other quantities of the same receivers. What rules without these drivers are
     * calculated from stays the same instance, and so does each pool's cost.
     *
     * @param changed the codes of these drivers
     * @param drivers the new weights, by the numbers of this input
     */
    Assembly with(Gathered gathered, Set<String> changed, DriverWeights drivers, Violations violations) {
        Builder builder = new Builder(gathered, drivers, violations);
        List<Sender> senders = new ArrayList<>();
        for (AllocationRule rule : gathered.rules()) {
            int place = senders.size();
            boolean same = RunPrints.drivers(rule).stream().noneMatch(changed::contains);
            senders.add(same ? input.senders().get(place) : builder.sender(rule, place));
        }
        return new Assembly(new AllocationInput(input.decimals(), input.pools(), senders), receivers);
    }

    private static final class Builder {
        private final Gathered gathered;
        private final DriverWeights drivers;
        private final Violations violations;

        Builder(Gathered gathered, DriverWeights drivers, Violations violations) {
            this.gathered = gathered;
            this.drivers = drivers;
            this.violations = violations;
        }

        Assembly assembly() {
            List<PoolCost> pools = new ArrayList<>();
            List<Sender> senders = new ArrayList<>();
            for (AllocationRule rule : gathered.rules()) {
                senders.add(sender(rule, pools.size()));
                pools.add(new PoolCost(
                        rule.pool(),
                        gathered.cells(rule).stream()
                                .map(cell -> new Parcel(cell.accountId(), cell.set(), cell.amount()))
                                .toList()));
            }
            int decimals = gathered.reference().company().decimals();
            return new Assembly(new AllocationInput(decimals, pools, senders), drivers.receivers());
        }

        private Sender sender(AllocationRule rule, int pool) {
            return new Sender(
                    rule.code(),
                    pool,
                    rule.method(),
                    rule.group(),
                    rule.keep().stream()
                            .map(code -> gathered.reference()
                                    .dimensions()
                                    .requireDimension(code)
                                    .id())
                            .toList(),
                    capacity(rule),
                    rule.method() == Method.TIME_DRIVEN ? activities(rule) : List.of(single(rule)));
        }

        private Optional<BigDecimal> capacity(AllocationRule rule) {
            if (rule.method() != Method.TIME_DRIVEN) {
                return Optional.empty();
            }
            Optional<BigDecimal> practical = gathered.capacity(rule).map(Capacity::practical);
            if (practical.isEmpty()) {
                violations.add(
                        "/period",
                        ViolationCode.CAPACITY_MISSING,
                        "Pool " + rule.pool() + " has no practical capacity in "
                                + gathered.request().period() + " or before; rule " + rule.code()
                                + " needs it. Give it with PUT .../cost-pools/" + rule.pool() + "/capacities.");
            }
            return practical;
        }

        private Stream single(AllocationRule rule) {
            DriverWeights.Weighted weights = rule.method() == Method.FIXED
                    ? drivers.fixed(rule)
                    : drivers.of(rule, rule.driver().orElseThrow());
            return stream(rule.code(), account(rule.account()), weights);
        }

        private List<Stream> activities(AllocationRule rule) {
            Map<String, DriverWeights.Weighted> known = new LinkedHashMap<>();
            List<Stream> streams = new ArrayList<>();
            for (AllocationRule.Activity activity : rule.activities()) {
                DriverWeights.Minutes minutes = drivers.minutes();
                for (AllocationRule.Term term : activity.terms()) {
                    minutes.add(
                            known.computeIfAbsent(term.driver(), driver -> drivers.of(rule, driver)), term.minutes());
                }
                Optional<String> named = activity.account().isPresent() ? activity.account() : rule.account();
                streams.add(stream(activity.code(), account(named), minutes.weighted()));
            }
            return streams;
        }

        private static Stream stream(String code, OptionalInt account, DriverWeights.Weighted weights) {
            return new Stream(code, account, weights.receivers(), weights.weights());
        }

        private OptionalInt account(Optional<String> code) {
            return code.map(named -> OptionalInt.of(
                            gathered.reference().requireAccount(named).id()))
                    .orElse(OptionalInt.empty());
        }
    }
}
