package nl.marge.allocation.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;

/** Upkeep of the quantities of drivers. */
@ApplicationScoped
public class QuantityUpkeep {

    private final ReferenceChanges changes;
    private final References references;
    private final AllocationReferences allocations;
    private final DriverQuantities quantities;

    QuantityUpkeep(
            ReferenceChanges changes,
            References references,
            AllocationReferences allocations,
            DriverQuantities quantities) {
        this.changes = changes;
        this.references = references;
        this.allocations = allocations;
        this.quantities = quantities;
    }

    /**
     * Says each of these quantities, or none; what was said already changes nothing.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, String driverCode, List<QuantityCommand> commands) {
        return changes.change(company.id(), change -> {
            AllocationSettings settings = allocations.under(change);
            Driver driver = Drivers.require(settings, driverCode);
            SettingForm form = new SettingForm(references.under(change, company), settings, new Violations());
            List<PeriodQuantity> wanted = new QuantityPlan(form, driver).wanted(commands);
            form.violations().refuseContent();
            Changes<PeriodQuantity> planned = QuantityPlan.changes(wanted, before(change, driver, wanted));
            if (!planned.isEmpty()) {
                quantities.append(change, driverCode, planned.created(), false);
                quantities.append(change, driverCode, planned.updated(), false);
                change.touch(AllocationSettings.QUANTITIES);
            }
            return planned.counts();
        });
    }

    /**
     * Takes one quantity back: as if it had never been said, though both stay recorded.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    void takeBack(Company company, String driverCode, YearMonth period, Receiver receiver) {
        changes.change(company.id(), change -> {
            Drivers.require(allocations.under(change), driverCode);
            PeriodQuantity found = quantities.under(change, driverCode, Optional.of(period)).stream()
                    .filter(quantity -> quantity.receiver().equals(receiver.text()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Reason.UNKNOWN,
                            "Driver " + driverCode + " has no quantity of " + receiver.text() + " in " + period
                                    + ". GET lists those there are."));
            quantities.append(change, driverCode, List.of(found), true);
            change.touch(AllocationSettings.QUANTITIES);
            return found;
        });
    }

    private List<PeriodQuantity> before(ReferenceChange change, Driver driver, List<PeriodQuantity> wanted) {
        TreeSet<YearMonth> periods = new TreeSet<>();
        wanted.forEach(quantity -> periods.add(quantity.period()));
        List<PeriodQuantity> before = new ArrayList<>();
        periods.forEach(period -> before.addAll(quantities.under(change, driver.code(), Optional.of(period))));
        return before;
    }
}
