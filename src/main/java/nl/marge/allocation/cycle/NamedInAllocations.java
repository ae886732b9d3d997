package nl.marge.allocation.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Optional;
import nl.marge.allocation.driver.DriverQuantities;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.FromLedger;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.definition.Values;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.account.Accounts;

/** Keeps values, dimensions and accounts that allocations name: a run would miss them. */
@ApplicationScoped
class NamedInAllocations {

    private final AllocationReferences allocations;
    private final DriverQuantities quantities;

    NamedInAllocations(AllocationReferences allocations, DriverQuantities quantities) {
        this.allocations = allocations;
        this.quantities = quantities;
    }

    /** Says no when a value or dimension that is named here is about to be removed. */
    void keepNamed(@Observes Values.Removal removal) {
        String dimension = removal.dimension().code();
        Optional<String> value = removal.value().map(DimensionValue::code);
        AllocationSettings settings = allocations.under(removal.change());
        inPools(settings, dimension, value)
                .or(() -> inDrivers(settings, dimension, value))
                .or(() -> settings.cyclesWith(rule -> rule.namesValue(dimension, value)).stream()
                        .findFirst()
                        .map(cycle -> "allocation cycle " + cycle.code()))
                .or(() -> quantities
                        .driverThatNames(removal.change(), dimension, value)
                        .map(driver -> "quantities of driver " + driver))
                .ifPresent(by -> {
                    throw refusal(dimension, value, by);
                });
    }

    /** Says no when an account that is named here by its code is about to be removed. */
    void keepNamed(@Observes Accounts.Removal removal) {
        String code = removal.account().code();
        AllocationSettings settings = allocations.under(removal.change());
        Optional<String> pool = settings.pools().stream()
                .filter(each -> each.accounts().contains(code))
                .findFirst()
                .map(each -> "cost pool " + each.code());
        pool.or(() -> settings.drivers().stream()
                        .filter(each -> each.fromLedger()
                                .filter(from -> from.accounts().contains(code))
                                .isPresent())
                        .findFirst()
                        .map(each -> "driver " + each.code()))
                .or(() -> settings.cyclesWith(rule -> rule.namesAccount(code)).stream()
                        .findFirst()
                        .map(each -> "allocation cycle " + each.code()))
                .ifPresent(by -> {
                    throw inUse("Account " + code + " is named by " + by + ". Change or delete that first.");
                });
    }

    private static Refusal refusal(String dimension, Optional<String> value, String by) {
        String what = value.map(code -> "Value " + code + " of dimension " + dimension)
                .orElse("Dimension " + dimension);
        return inUse(what + " is named by " + by + ". Change or delete that first, or block instead.");
    }

    private static Refusal inUse(String message) {
        return Refusal.of(Refusal.Reason.CONFLICT, Violation.at("", ViolationCode.IN_USE, message));
    }

    private static Optional<String> inPools(AllocationSettings settings, String dimension, Optional<String> value) {
        return settings.pools().stream()
                .filter(pool -> filterNames(pool.filter(), dimension, value))
                .findFirst()
                .map(CostPool::code)
                .map(code -> "cost pool " + code);
    }

    private static Optional<String> inDrivers(AllocationSettings settings, String dimension, Optional<String> value) {
        return settings.drivers().stream()
                .filter(driver -> value.isEmpty() && driver.receivers().contains(dimension)
                        || driver.fromLedger()
                                .filter(from -> names(from, dimension, value))
                                .isPresent())
                .findFirst()
                .map(Driver::code)
                .map(code -> "driver " + code);
    }

    private static boolean names(FromLedger from, String dimension, Optional<String> value) {
        boolean counts =
                value.isEmpty() && from.distinct().filter(dimension::equals).isPresent();
        return counts || filterNames(from.filter(), dimension, value);
    }

    /** Filters are kept in normal form: {@code CHANNEL:SHOP,WEB;REGION:EU*}. */
    private static boolean filterNames(String filter, String dimension, Optional<String> value) {
        return Arrays.stream(filter.split(";"))
                .filter(term -> term.startsWith(dimension + ":"))
                .flatMap(term ->
                        Arrays.stream(term.substring(dimension.length() + 1).split(",")))
                .map(item -> item.endsWith("*") ? item.substring(0, item.length() - 1) : item)
                .anyMatch(item -> value.isEmpty() || item.equals(value.get()));
    }
}
