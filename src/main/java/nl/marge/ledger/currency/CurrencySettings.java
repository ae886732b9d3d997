package nl.marge.ledger.currency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.definition.Values;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
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

    /** Says no when a value or dimension that is named here is about to be removed: difference lines would miss it. */
    void keepNamed(@Observes Values.Removal removal) {
        String dimension = removal.dimension().code();
        Optional<String> named = Optional.ofNullable(references
                .under(removal.change(), removal.company())
                .settings()
                .rates()
                .setting()
                .dimensions()
                .get(dimension));
        String value = removal.value().map(DimensionValue::code).orElse(named.orElse(""));
        if (named.isPresent() && named.get().equals(value)) {
            throw Refusal.of(
                    Reason.CONFLICT,
                    Violation.at(
                            "",
                            ViolationCode.IN_USE,
                            "Value " + value + " of dimension " + dimension
                                    + " is named by the currency settings. Change those first."));
        }
    }
}
