package nl.marge.allocation.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.allocation.driver.DriverQuantities;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Capacity;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;

/** Upkeep of cost pools and their capacities. They hold for runs from then on; what was run stays as it is. */
@ApplicationScoped
public class CostPools {

    private final ReferenceChanges changes;
    private final References references;
    private final AllocationReferences allocations;
    private final DriverQuantities quantities;
    private final PoolStore store;

    CostPools(
            ReferenceChanges changes,
            References references,
            AllocationReferences allocations,
            DriverQuantities quantities,
            PoolStore store) {
        this.changes = changes;
        this.references = references;
        this.allocations = allocations;
        this.quantities = quantities;
        this.store = store;
    }

    /** All pools by code. */
    public List<CostPool> list(Company company) {
        return allocations.current(company).pools();
    }

    /**
     * The pool of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public CostPool require(Company company, String code) {
        return require(allocations.current(company), code);
    }

    /**
     * Creates or replaces the pool {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<CostPool> put(Company company, String code, PoolCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            SettingForm form = form(change, company);
            Optional<CostPool> before = form.settings().pool(code);
            OptionalLong version =
                    before.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Cost pool " + code);
            Codes.checkRepeated(code, command.code(), form.violations());
            return write(change, form, List.of(command)).one(before);
        });
    }

    /**
     * Creates or replaces each of these pools, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, List<PoolCommand> commands) {
        return changes.change(company.id(), change -> write(change, form(change, company), commands)
                .counts());
    }

    /**
     * Removes a pool with its capacities.
     *
     * @throws Refusal UNKNOWN when there is none of that code, CONFLICT when a cycle or a quantity names it
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            AllocationSettings settings = allocations.under(change);
            CostPool pool = require(settings, code);
            Versions.require(ifMatch, OptionalLong.of(pool.version()), "Cost pool " + code);
            whyKept(change, settings, code).ifPresent(by -> {
                throw Refusal.of(
                        Reason.CONFLICT,
                        Violation.at(
                                "",
                                ViolationCode.IN_USE,
                                "Cost pool " + code + " is named by " + by + ". Change or delete that first."));
            });
            store.append(change, List.of(pool), true);
            store.takeBack(
                    change,
                    code,
                    settings.capacities(code).stream().map(Capacity::period).toList());
            change.touch(AllocationSettings.POOLS);
            return pool;
        });
    }

    /**
     * The capacities of a pool by period.
     *
     * @throws Refusal UNKNOWN when there is no such pool
     */
    public List<Capacity> capacities(Company company, String code) {
        AllocationSettings settings = allocations.current(company);
        return settings.capacities(require(settings, code).code());
    }

    /**
     * Says each of these capacities of a pool, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putCapacities(Company company, String code, List<CapacityCommand> commands) {
        return changes.change(company.id(), change -> {
            SettingForm form = form(change, company);
            CostPool pool = require(form.settings(), code);
            Changes<Capacity> planned = new CapacityPlan(form, pool).changes(commands);
            form.violations().refuseContent();
            if (!planned.isEmpty()) {
                store.appendCapacities(change, code, planned.created());
                store.appendCapacities(change, code, planned.updated());
                change.touch(AllocationSettings.POOLS);
            }
            return planned.counts();
        });
    }

    /**
     * Takes back what was said of a pool's capacity from that period on.
     *
     * @throws Refusal UNKNOWN when nothing is said of exactly that period
     */
    public void takeCapacityBack(Company company, String code, YearMonth period) {
        changes.change(company.id(), change -> {
            AllocationSettings settings = allocations.under(change);
            require(settings, code);
            if (settings.capacities(code).stream()
                    .noneMatch(capacity -> capacity.period().equals(period))) {
                throw new Refusal(
                        Reason.UNKNOWN,
                        "Cost pool " + code + " has no capacity given for " + period + ". GET lists those there are.");
            }
            store.takeBack(change, code, List.of(period));
            change.touch(AllocationSettings.POOLS);
            return period;
        });
    }

    private Changes<CostPool> write(ReferenceChange change, SettingForm form, List<PoolCommand> commands) {
        Changes<CostPool> planned = new PoolPlan(form).changes(commands, change.version());
        form.violations().refuseContent();
        if (!planned.isEmpty()) {
            store.append(change, planned.created(), false);
            store.append(change, planned.updated(), false);
            change.touch(AllocationSettings.POOLS);
        }
        return planned;
    }

    private SettingForm form(ReferenceChange change, Company company) {
        return new SettingForm(references.under(change, company), allocations.under(change), new Violations());
    }

    private Optional<String> whyKept(ReferenceChange change, AllocationSettings settings, String code) {
        return settings.cyclesWith(rule -> rule.namesPool(code)).stream()
                .findFirst()
                .map(cycle -> "allocation cycle " + cycle.code())
                .or(() -> quantities
                        .driverThatNames(change, Receiver.Pool.MEMBER, Optional.of(code))
                        .map(driver -> "quantities of driver " + driver));
    }

    private static CostPool require(AllocationSettings settings, String code) {
        return settings.pool(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no cost pool \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../cost-pools/{pool}, or correct the code."));
    }
}
