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
import nl.marge.ledger.setting.DimensionPolicy;
import nl.marge.ledger.setting.PostingSettings;

/** Upkeep of dimension policies. They hold for what is posted from then on; what was posted stays as it is. */
@ApplicationScoped
public class Policies {

    private final ReferenceChanges changes;
    private final References references;
    private final PolicyRepository repository;

    Policies(ReferenceChanges changes, References references, PolicyRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /** All policies by code. */
    public List<DimensionPolicy> list(Company company) {
        return references.current(company).settings().policies().all();
    }

    /**
     * The policy of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public DimensionPolicy require(Company company, String code) {
        return require(references.current(company), code);
    }

    /**
     * Creates or replaces the policy {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<DimensionPolicy> put(Company company, String code, PolicyCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference picture = references.under(change, company);
            Optional<DimensionPolicy> before = picture.settings().policies().policy(code);
            OptionalLong version = before.map(p -> OptionalLong.of(p.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Policy " + code);
            Violations violations = new Violations();
            Codes.checkRepeated(code, command.code(), violations);
            return write(change, picture, List.of(command), violations).one(before);
        });
    }

    /**
     * Creates or replaces each of these policies, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, List<PolicyCommand> commands) {
        return changes.change(
                company.id(), change -> write(change, references.under(change, company), commands, new Violations())
                        .counts());
    }

    /**
     * Removes a policy: it demands nothing any more.
     *
     * @throws Refusal UNKNOWN when there is none of that code
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            DimensionPolicy policy = require(references.under(change, company), code);
            Versions.require(ifMatch, OptionalLong.of(policy.version()), "Policy " + code);
            repository.remove(company.id(), code);
            change.touch(PostingSettings.POLICIES);
            return policy;
        });
    }

    /** Says no when a value or dimension that is named here is about to be removed: postings would miss it. */
    void keepNamed(@Observes Values.Removal removal) {
        String dimension = removal.dimension().code();
        Optional<String> value = removal.value().map(DimensionValue::code);
        references.under(removal.change(), removal.company()).settings().policies().all().stream()
                .filter(rule -> rule.names(dimension, value))
                .findFirst()
                .ifPresent(rule -> {
                    throw RuleForm.named(removal, "policy " + rule.code());
                });
    }

    private Changes<DimensionPolicy> write(
            ReferenceChange change, Reference picture, List<PolicyCommand> commands, Violations violations) {
        Changes<DimensionPolicy> planned = new PolicyPlan(picture, violations).changes(commands, change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            repository.write(change.companyId(), planned);
            change.touch(PostingSettings.POLICIES);
        }
        return planned;
    }

    private static DimensionPolicy require(Reference picture, String code) {
        return picture.settings()
                .policies()
                .policy(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no dimension policy \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../dimension-policies/{policy}, or correct the code."));
    }
}
