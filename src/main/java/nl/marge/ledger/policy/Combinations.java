package nl.marge.ledger.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.definition.Values;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.CombinationRule;
import nl.marge.ledger.setting.PostingSettings;

/** Upkeep of combination rules. They hold for what is posted from then on; what was posted stays as it is. */
@ApplicationScoped
public class Combinations {

    private final ReferenceChanges changes;
    private final References references;
    private final CombinationRepository repository;

    Combinations(ReferenceChanges changes, References references, CombinationRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /** All rules by code. */
    public List<CombinationRule> list(Company company) {
        return references.current(company).settings().combinations().all();
    }

    /**
     * The rule of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public CombinationRule require(Company company, String code) {
        return require(references.current(company), code);
    }

    /**
     * Creates or replaces the rule {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<CombinationRule> put(Company company, String code, CombinationCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference picture = references.under(change, company);
            Optional<CombinationRule> before = picture.settings().combinations().rule(code);
            OptionalLong version =
                    before.map(found -> OptionalLong.of(found.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Rule " + code);
            Violations violations = new Violations();
            Codes.checkRepeated(code, command.code(), violations);
            return write(change, picture, List.of(command), violations).one(before);
        });
    }

    /**
     * Creates or replaces each of these rules, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, List<CombinationCommand> commands) {
        return changes.change(
                company.id(), change -> write(change, references.under(change, company), commands, new Violations())
                        .counts());
    }

    /**
     * Removes a rule: it refuses nothing any more.
     *
     * @throws Refusal UNKNOWN when there is none of that code
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            CombinationRule rule = require(references.under(change, company), code);
            Versions.require(ifMatch, OptionalLong.of(rule.version()), "Rule " + code);
            repository.remove(company.id(), code);
            change.touch(PostingSettings.COMBINATIONS);
            return rule;
        });
    }

    /** Says no when a value or dimension that is named here is about to be removed: postings would miss it. */
    void keepNamed(@Observes Values.Removal removal) {
        String dimension = removal.dimension().code();
        Optional<String> value = removal.value().map(DimensionValue::code);
        references.under(removal.change(), removal.company()).settings().combinations().all().stream()
                .filter(rule -> rule.names(dimension, value))
                .findFirst()
                .ifPresent(rule -> {
                    throw RuleForm.named(removal, "combination rule " + rule.code());
                });
    }

    private Changes<CombinationRule> write(
            ReferenceChange change, Reference picture, List<CombinationCommand> commands, Violations violations) {
        Changes<CombinationRule> planned = new CombinationPlan(picture, violations).changes(commands, change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            repository.write(change.companyId(), planned);
            change.touch(PostingSettings.COMBINATIONS);
        }
        return planned;
    }

    private static CombinationRule require(Reference picture, String code) {
        return picture.settings()
                .combinations()
                .rule(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no combination rule \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../combination-rules/{rule}, or correct the code."));
    }
}
