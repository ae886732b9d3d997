package nl.marge.ledger.currency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.CurrencySetting;
import nl.marge.ledger.setting.PostingSettings;

/** Upkeep of how a company uses exchange rates. What was said stays recorded; the last counts. */
@ApplicationScoped
public class CurrencySettings {

    private final ReferenceChanges changes;
    private final References references;
    private final CurrencySettingRepository repository;

    CurrencySettings(ReferenceChanges changes, References references, CurrencySettingRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * Replaces the settings; the version of {@code said} does not matter.
     *
     * @param ifMatch the version they must still have, when the caller asks so
     * @throws nl.marge.kernel.Refusal with everything that is wrong
     */
    public Upsert<CurrencySetting> put(Company company, CurrencySetting said, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference picture = references.under(change, company);
            CurrencySetting before = picture.settings().rates().setting();
            Versions.require(ifMatch, OptionalLong.of(before.version()), "The currency settings");
            Violations violations = new Violations();
            new CurrencySettingRules(picture, violations).check(said);
            violations.refuseContent();
            if (said.at(before.version()).equals(before)) {
                return new Upsert<>(before, Outcome.UNCHANGED);
            }
            CurrencySetting after = said.at(change.version());
            repository.append(company.id(), after);
            change.touch(PostingSettings.RATES);
            return new Upsert<>(after, Outcome.UPDATED);
        });
    }
}
