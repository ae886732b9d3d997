package nl.marge.allocation.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Driver;
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

/** Upkeep of drivers. They hold for runs from then on; what was run stays as it is. */
@ApplicationScoped
public class Drivers {

    private final ReferenceChanges changes;
    private final References references;
    private final AllocationReferences allocations;
    private final DriverQuantities quantities;
    private final DriverStore store;

    Drivers(
            ReferenceChanges changes,
            References references,
            AllocationReferences allocations,
            DriverQuantities quantities,
            DriverStore store) {
        this.changes = changes;
        this.references = references;
        this.allocations = allocations;
        this.quantities = quantities;
        this.store = store;
    }

    /** All drivers by code. */
    public List<Driver> list(Company company) {
        return allocations.current(company).drivers();
    }

    /**
     * The driver of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public Driver require(Company company, String code) {
        return require(allocations.current(company), code);
    }

    /**
     * Creates or replaces the driver {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<Driver> put(Company company, String code, DriverCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            SettingForm form = form(change, company);
            Optional<Driver> before = form.settings().driver(code);
            OptionalLong version =
                    before.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Driver " + code);
            Codes.checkRepeated(code, command.code(), form.violations());
            return write(change, form, List.of(command)).one(before);
        });
    }

    /**
     * Creates or replaces each of these drivers, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, List<DriverCommand> commands) {
        return changes.change(company.id(), change -> write(change, form(change, company), commands)
                .counts());
    }

    /**
     * Removes a driver with its quantities.
     *
     * @throws Refusal UNKNOWN when there is none of that code, CONFLICT when a cycle names it
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            AllocationSettings settings = allocations.under(change);
            Driver driver = require(settings, code);
            Versions.require(ifMatch, OptionalLong.of(driver.version()), "Driver " + code);
            settings.cyclesWith(rule -> rule.namesDriver(code)).stream()
                    .findFirst()
                    .ifPresent(cycle -> {
                        throw Refusal.of(
                                Reason.CONFLICT,
                                Violation.at(
                                        "",
                                        ViolationCode.IN_USE,
                                        "Driver " + code + " is named by allocation cycle " + cycle.code()
                                                + ". Change or delete that first."));
                    });
            store.append(change, List.of(driver), true);
            change.touch(AllocationSettings.DRIVERS);
            List<PeriodQuantity> stored = quantities.under(change, code, Optional.empty());
            if (!stored.isEmpty()) {
                quantities.append(change, code, stored, true);
                change.touch(AllocationSettings.QUANTITIES);
            }
            return driver;
        });
    }

    private Changes<Driver> write(ReferenceChange change, SettingForm form, List<DriverCommand> commands) {
        DriverPlan plan = new DriverPlan(form, code -> quantities.hasAny(change, code));
        Changes<Driver> planned = plan.changes(commands, change.version());
        form.violations().refuseContent();
        if (!planned.isEmpty()) {
            store.append(change, planned.created(), false);
            store.append(change, planned.updated(), false);
            change.touch(AllocationSettings.DRIVERS);
        }
        return planned;
    }

    private SettingForm form(ReferenceChange change, Company company) {
        return new SettingForm(references.under(change, company), allocations.under(change), new Violations());
    }

    static Driver require(AllocationSettings settings, String code) {
        return settings.driver(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no driver \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../drivers/{driver}, or correct the code."));
    }
}
