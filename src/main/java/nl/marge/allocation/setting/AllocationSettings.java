package nl.marge.allocation.setting;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All that governs the allocations of one company at one reference version: immutable; driver quantities lie apart. */
public final class AllocationSettings {

    /** The part of the reference data that cost pools and their capacities are. */
    public static final String POOLS = "COST_POOLS";

    /** The part of the reference data that drivers are. */
    public static final String DRIVERS = "DRIVERS";

    /** The part of the reference data that driver quantities are. */
    public static final String QUANTITIES = "DRIVER_QUANTITIES";

    /** The part of the reference data that allocation cycles are. */
    public static final String CYCLES = "ALLOCATION_CYCLES";

    private final long version;
    private final NavigableMap<String, CostPool> pools = new TreeMap<>();
    private final Map<String, NavigableMap<YearMonth, Capacity>> capacities = new TreeMap<>();
    private final NavigableMap<String, Driver> drivers = new TreeMap<>();
    private final NavigableMap<String, AllocationCycle> cycles = new TreeMap<>();

    /**
     * The picture at a reference version.
     *
     * @param capacitiesByPool pool code to its capacities, in any order
     */
    public AllocationSettings(
            long version,
            List<CostPool> pools,
            Map<String, List<Capacity>> capacitiesByPool,
            List<Driver> drivers,
            List<AllocationCycle> cycles) {
        this.version = version;
        pools.forEach(pool -> this.pools.put(pool.code(), pool));
        drivers.forEach(driver -> this.drivers.put(driver.code(), driver));
        cycles.forEach(cycle -> this.cycles.put(cycle.code(), cycle));
        capacitiesByPool.forEach((pool, given) -> {
            NavigableMap<YearMonth, Capacity> byPeriod = new TreeMap<>();
            given.forEach(capacity -> byPeriod.put(capacity.period(), capacity));
            capacities.put(pool, byPeriod);
        });
    }

    /** The reference version this picture shows. */
    public long version() {
        return version;
    }

    /** The same at a later version, up to which nothing of it changed. */
    AllocationSettings at(long later) {
        Map<String, List<Capacity>> given = new TreeMap<>();
        capacities.forEach((pool, byPeriod) -> given.put(pool, List.copyOf(byPeriod.values())));
        return new AllocationSettings(later, pools(), given, drivers(), cycles());
    }

    /** The pools by code in byte order. */
    public List<CostPool> pools() {
        return List.copyOf(pools.values());
    }

    /** The pool of that code. */
    public Optional<CostPool> pool(String code) {
        return Optional.ofNullable(pools.get(code));
    }

    /** What was said of a pool's capacity, by period. */
    public List<Capacity> capacities(String pool) {
        return List.copyOf(capacities.getOrDefault(pool, new TreeMap<>()).values());
    }

    /** The practical capacity of a pool in a period: that of the period, or the last one given before it. */
    public Optional<Capacity> capacity(String pool, YearMonth period) {
        return Optional.ofNullable(
                        capacities.getOrDefault(pool, new TreeMap<>()).floorEntry(period))
                .map(Map.Entry::getValue);
    }

    /** The drivers by code in byte order. */
    public List<Driver> drivers() {
        return List.copyOf(drivers.values());
    }

    /** The driver of that code. */
    public Optional<Driver> driver(String code) {
        return Optional.ofNullable(drivers.get(code));
    }

    /** The cycles of which a version's rule is such, by code. */
    public List<AllocationCycle> cyclesWith(Predicate<AllocationRule> such) {
        return cycles.values().stream()
                .filter(cycle -> cycle.versions().stream()
                        .anyMatch(version -> version.rules().stream().anyMatch(such)))
                .toList();
    }

    /** The cycles by code in byte order. */
    public List<AllocationCycle> cycles() {
        return List.copyOf(cycles.values());
    }

    /** The cycle of that code. */
    public Optional<AllocationCycle> cycle(String code) {
        return Optional.ofNullable(cycles.get(code));
    }
}
