package nl.marge.allocation.plan;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.Receiver;
import nl.marge.ledger.reference.Reference;

/**
 * All that a run is calculated from, as of a ledger number and the reference data known with it.
 *
 * @param number the last entry that is seen
 * @param cellsByPool pool code to the cells of its cost, in a fixed order
 * @param quantities driver code to its quantities, in a fixed order
 */
public record Gathered(
        RunRequest request,
        Reference reference,
        AllocationSettings settings,
        AllocationCycle.Version version,
        long number,
        Map<String, List<SourceCell>> cellsByPool,
        Map<String, List<DriverQuantity>> quantities) {

    public Gathered {
        requireNonNull(request, "request");
        requireNonNull(reference, "reference");
        requireNonNull(settings, "settings");
        requireNonNull(version, "version");
        cellsByPool = Map.copyOf(cellsByPool);
        quantities = Map.copyOf(quantities);
    }

    /** The same with other quantities of some drivers, by driver code. */
    public Gathered with(Map<String, List<DriverQuantity>> changed) {
        Map<String, List<DriverQuantity>> all = new HashMap<>(quantities);
        all.putAll(changed);
        return new Gathered(request, reference, settings, version, number, cellsByPool, all);
    }

    /** The rules of the version, in the order in which they run; each has a pool of its own. */
    public List<AllocationRule> rules() {
        return version.rules();
    }

    /** The cells of a rule's pool. */
    public List<SourceCell> cells(AllocationRule rule) {
        return cellsByPool.get(rule.pool());
    }

    /** The practical capacity of a rule's pool. */
    public Optional<Capacity> capacity(AllocationRule rule) {
        return settings.capacity(rule.pool(), request.period());
    }

    /** The codes of the dimensions whose values receive the cost of a rule, in byte order. */
    public List<String> receivingDimensions(String ruleCode) {
        AllocationRule rule = rules().stream()
                .filter(one -> one.code().equals(ruleCode))
                .findFirst()
                .orElseThrow();
        return receivingDimensions(settings, rule);
    }

    static List<String> receivingDimensions(AllocationSettings settings, AllocationRule rule) {
        return RunPrints.drivers(rule).stream()
                .findFirst()
                .map(driver -> settings.driver(driver).orElseThrow().receivers())
                .orElseGet(() -> rule.weights().stream()
                        .flatMap(weight -> weight.receiver() instanceof Receiver.Values values
                                ? values.codeByDimension().keySet().stream()
                                : Stream.empty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
