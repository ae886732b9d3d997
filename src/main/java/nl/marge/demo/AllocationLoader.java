package nl.marge.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import nl.marge.allocation.cycle.AllocationCycles;
import nl.marge.allocation.driver.DriverCommand;
import nl.marge.allocation.driver.Drivers;
import nl.marge.allocation.driver.QuantityUpkeep;
import nl.marge.allocation.pool.CostPools;
import nl.marge.company.Company;

/** Sends what the worked example's allocation takes through the front doors; a second time changes nothing. */
@ApplicationScoped
class AllocationLoader {

    private final CostPools pools;
    private final Drivers drivers;
    private final QuantityUpkeep quantities;
    private final AllocationCycles cycles;

    AllocationLoader(CostPools pools, Drivers drivers, QuantityUpkeep quantities, AllocationCycles cycles) {
        this.pools = pools;
        this.drivers = drivers;
        this.quantities = quantities;
        this.cycles = cycles;
    }

    void load(Company company) {
        pools.putAll(company, OracleAllocation.pools());
        pools.putCapacities(company, OracleAllocation.poolOfCapacity(), OracleAllocation.capacities());
        drivers.putAll(company, OracleAllocation.drivers());
        for (DriverCommand driver : OracleAllocation.drivers()) {
            quantities.putAll(company, driver.code(), OracleAllocation.quantities(driver.code()));
        }
        cycles.put(company, OracleAllocation.CYCLE, OracleAllocation.cycle(), OptionalLong.empty());
    }
}
