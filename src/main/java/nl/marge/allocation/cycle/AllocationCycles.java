package nl.marge.allocation.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationCycle;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.allocation.setting.AllocationSettings;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;

/** Upkeep of allocation cycles. A version of the rules stays as it is once a run was posted by it. */
@ApplicationScoped
public class AllocationCycles {

    private final ReferenceChanges changes;
    private final References references;
    private final AllocationReferences allocations;
    private final UsedVersions used;
    private final CycleStore store;

    AllocationCycles(
            ReferenceChanges changes,
            References references,
            AllocationReferences allocations,
            UsedVersions used,
            CycleStore store) {
        this.changes = changes;
        this.references = references;
        this.allocations = allocations;
        this.used = used;
        this.store = store;
    }

    /** All cycles by code. */
    public List<AllocationCycle> list(Company company) {
        return allocations.current(company).cycles();
    }

    /**
     * The cycle of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public AllocationCycle require(Company company, String code) {
        return require(allocations.current(company), code);
    }

    /**
     * Creates or replaces the cycle {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<AllocationCycle> put(Company company, String code, CycleCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            SettingForm form =
                    new SettingForm(references.under(change, company), allocations.under(change), new Violations());
            Optional<AllocationCycle> before = form.settings().cycle(code);
            OptionalLong version =
                    before.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Allocation cycle " + code);
            Codes.checkRepeated(code, command.code(), form.violations());
            CyclePlan plan = new CyclePlan(form, used.of(change, code));
            Changes<AllocationCycle> planned = plan.changes(command, change.version());
            form.violations().refuseContent();
            if (!planned.isEmpty()) {
                planned.created().forEach(cycle -> store.append(change, cycle, false));
                planned.updated().forEach(cycle -> store.append(change, cycle, false));
                change.touch(AllocationSettings.CYCLES);
            }
            return planned.one(before);
        });
    }

    /**
     * Removes a cycle.
     *
     * @throws Refusal UNKNOWN when there is none of that code, CONFLICT when a run was posted by it
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            AllocationCycle cycle = require(allocations.under(change), code);
            Versions.require(ifMatch, OptionalLong.of(cycle.version()), "Allocation cycle " + code);
            if (!used.of(change, code).isEmpty()) {
                throw Refusal.of(
                        Reason.CONFLICT,
                        Violation.at(
                                "",
                                ViolationCode.IN_USE,
                                "Allocation cycle " + code
                                        + " has runs, whose rules it keeps. Leave it; nobody needs to run it again."));
            }
            store.append(change, cycle, true);
            change.touch(AllocationSettings.CYCLES);
            return cycle;
        });
    }

    private static AllocationCycle require(AllocationSettings settings, String code) {
        return settings.cycle(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no allocation cycle \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../allocation-cycles/{cycle}, or correct the code."));
    }
}
