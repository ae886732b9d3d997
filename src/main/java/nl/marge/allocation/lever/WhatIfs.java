package nl.marge.allocation.lever;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;

/** Upkeep of kept what-ifs. */
@ApplicationScoped
public class WhatIfs {

    /** What-ifs in a company at most: beyond that nobody knows which is which. */
    static final int WHAT_IFS_LIMIT = 1_000;

    /** The part of the reference data that kept what-ifs are. */
    private static final String PART = "WHAT_IFS";

    private final ReferenceChanges changes;
    private final References references;
    private final AllocationReferences allocations;
    private final WhatIfStore store;

    WhatIfs(ReferenceChanges changes, References references, AllocationReferences allocations, WhatIfStore store) {
        this.changes = changes;
        this.references = references;
        this.allocations = allocations;
        this.store = store;
    }

    /** All of them by code. */
    List<WhatIf> list(Company company) {
        return store.list(company.id());
    }

    /**
     * The what-if of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public WhatIf require(Company company, String code) {
        return find(company, code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no what-if \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../what-ifs/{what-if}, or correct the code."));
    }

    /** The what-if of that code. */
    public Optional<WhatIf> find(Company company, String code) {
        return store.find(company.id(), code);
    }

    /**
     * Creates or replaces the what-if {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    Upsert<WhatIf> put(Company company, String code, WhatIfCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Optional<WhatIf> before = store.find(company.id(), code);
            OptionalLong version =
                    before.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "What-if " + code);
            SettingForm form =
                    new SettingForm(references.under(change, company), allocations.under(change), new Violations());
            Codes.checkRepeated(code, command.code(), form.violations());
            if (before.isEmpty()) {
                form.count(
                        Place.REQUEST, "The company", store.list(company.id()).size() + 1, WHAT_IFS_LIMIT);
            }
            WhatIf wanted = checked(form, command, change.version());
            form.violations().refuseContent();
            return write(change, Changes.of(List.of(wanted), one -> before, WhatIf::saysSame))
                    .one(before);
        });
    }

    /**
     * Removes a what-if.
     *
     * @throws Refusal UNKNOWN when there is none of that code
     */
    void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            WhatIf whatIf = require(company, code);
            Versions.require(ifMatch, OptionalLong.of(whatIf.version()), "What-if " + code);
            store.append(change, whatIf, true);
            change.touch(PART);
            return whatIf;
        });
    }

    private Changes<WhatIf> write(ReferenceChange change, Changes<WhatIf> planned) {
        planned.created().forEach(one -> store.append(change, one, false));
        planned.updated().forEach(one -> store.append(change, one, false));
        if (!planned.isEmpty()) {
            change.touch(PART);
        }
        return planned;
    }

    /** What the command comes to; what is wrong is noted with the form. */
    static WhatIf checked(SettingForm form, WhatIfCommand command, long version) {
        String named = "What-if \"" + Texts.excerpt(command.code()) + "\"";
        form.code(Place.at("/code"), named, command.code(), new HashSet<>());
        form.name(Place.at("/name"), named, command.name());
        RangeForm ranges = new RangeForm(form.violations());
        Optional<DateRange> range = command.from().isPresent() || command.to().isPresent()
                ? ranges.range(command.from(), command.to())
                : Optional.empty();
        command.by().ifPresent(text -> ranges.by(text, form.reference().dimensions()));
        return new WhatIf(
                command.code(),
                command.name().orElse(command.code()),
                range.map(DateRange::from),
                range.map(DateRange::to),
                command.by(),
                new LeverForm(form).levers(Place.at("/levers"), command.levers()),
                version);
    }
}
