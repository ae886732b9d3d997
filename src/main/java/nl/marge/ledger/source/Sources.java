package nl.marge.ledger.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSettings;

/** Upkeep of sources. */
@ApplicationScoped
class Sources {

    private final ReferenceChanges changes;
    private final References references;
    private final SourceRepository repository;

    Sources(ReferenceChanges changes, References references, SourceRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * The source {@code code}.
     *
     * @throws Refusal UNKNOWN when nothing was said of it
     */
    static SourceSetting require(SourceSettings settings, String code) {
        return settings.setting(code)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Nothing was said of source \"" + Texts.excerpt(code)
                                + "\": its entries are refused when wrong or late. Set it with PUT"
                                + " .../sources/{source}."));
    }

    /**
     * Creates or replaces the source {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    Upsert<SourceSetting> put(Company company, String code, SourceCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            SourceSettings standing = standing(change, company);
            Optional<SourceSetting> before = standing.setting(code);
            OptionalLong version = before.map(s -> OptionalLong.of(s.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Source " + code);
            Violations violations = new Violations();
            Codes.checkRepeated(code, command.code(), violations);
            return write(change, standing, List.of(command), violations).one(before);
        });
    }

    /**
     * Creates or replaces each of these sources, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    Counts putAll(Company company, List<SourceCommand> commands) {
        return changes.change(
                company.id(), change -> write(change, standing(change, company), commands, new Violations())
                        .counts());
    }

    /**
     * Forgets what was said of a source: its entries are then refused when wrong or late.
     *
     * @throws Refusal UNKNOWN when nothing was said of it
     */
    void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            SourceSetting before = require(standing(change, company), code);
            Versions.require(ifMatch, OptionalLong.of(before.version()), "Source " + code);
            repository.remove(company.id(), code);
            change.touch(PostingSettings.SOURCES);
            return before;
        });
    }

    private SourceSettings standing(ReferenceChange change, Company company) {
        return references.under(change, company).settings().sources();
    }

    private Changes<SourceSetting> write(
            ReferenceChange change, SourceSettings standing, List<SourceCommand> commands, Violations violations) {
        Changes<SourceSetting> planned = new SourcePlan(standing, violations).changes(commands, change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            repository.write(change.companyId(), planned);
            change.touch(PostingSettings.SOURCES);
        }
        return planned;
    }
}
