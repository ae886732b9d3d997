package nl.marge.allocation.cycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Driver;

/** The dimensions whose values a rule gives to: those of its drivers, or of the receivers it weighs itself. */
final class ReceivingDimensions {

    private final RuleCommand rule;
    private final List<Driver> drivers;

    ReceivingDimensions(AllocationSettings settings, RuleCommand rule) {
        this.rule = rule;
        List<String> codes = rule.activities().stream()
                .flatMap(activity -> activity.terms().stream())
                .flatMap(term -> term.driver().stream())
                .toList();
        this.drivers = (codes.isEmpty() ? rule.driver().stream().toList() : codes)
                .stream().map(settings::driver).flatMap(Optional::stream).toList();
    }

    /** The dimensions in byte order, when they can be told. */
    Optional<List<String>> find() {
        Optional<List<String>> ofDrivers =
                drivers.stream().map(Driver::receivers).findFirst();
        return ofDrivers.or(() -> rule.weights().stream()
                .map(weight -> weight.receiver().keySet().stream().sorted().toList())
                .findFirst());
    }

    /** The first two drivers that do not have the same receivers. */
    Optional<Map.Entry<String, String>> driversThatDiffer() {
        return drivers.stream()
                .filter(driver -> !driver.receivers().equals(drivers.get(0).receivers()))
                .findFirst()
                .map(driver -> Map.entry(drivers.get(0).code(), driver.code()));
    }
}
