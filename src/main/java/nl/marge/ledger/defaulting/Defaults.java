package nl.marge.ledger.defaulting;

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
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.PostingSettings;
import nl.marge.ledger.setting.defaults.DefaultRule;

/** Upkeep of default rules. Nothing said of a rule is lost: stored values name the rule and version they are of. */
@ApplicationScoped
public class Defaults {

    private final ReferenceChanges changes;
    private final References references;
    private final DefaultRuleRepository repository;

    Defaults(ReferenceChanges changes, References references, DefaultRuleRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * The rule of that code, in force.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    static DefaultRule require(Reference picture, String code) {
        return picture.settings()
                .defaults()
                .rule(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no default rule \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../default-rules/{rule}, or correct the code."));
    }

    /**
     * The rule as it was said with a version, in force or not.
     *
     * @throws Refusal UNKNOWN when nothing was said of it with that version
     */
    static DefaultRule require(Reference picture, String code, String version) {
        return picture.settings().defaults().versions(code).stream()
                .filter(rule -> Long.toString(rule.version()).equals(version))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "Default rule \"" + Texts.excerpt(code) + "\" has no version \"" + Texts.excerpt(version)
                                + "\". Take code and version from a line's provenance."));
    }

    /**
     * Creates or replaces the rule {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<DefaultRule> put(Company company, String code, DefaultRuleCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference picture = references.under(change, company);
            Optional<DefaultRule> before = picture.settings().defaults().rule(code);
            OptionalLong version =
                    before.map(rule -> OptionalLong.of(rule.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Default rule " + code);
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
    public Counts putAll(Company company, List<DefaultRuleCommand> commands) {
        return changes.change(
                company.id(), change -> write(change, references.under(change, company), commands, new Violations())
                        .counts());
    }

    /**
     * Takes a rule away: lines posted from now on do not get its value. Those it gave stay, and still name it.
     *
     * @throws Refusal UNKNOWN when there is none of that code
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            DefaultRule rule = require(references.under(change, company), code);
            Versions.require(ifMatch, OptionalLong.of(rule.version()), "Default rule " + code);
            repository.appendRemoval(company.id(), rule.at(change.version()));
            change.touch(PostingSettings.DEFAULTS);
            return rule;
        });
    }

    /** Says no when a value or dimension that a rule names is about to be removed: the rule would fall silent. */
    void keepNamed(@Observes Values.Removal removal) {
        String dimension = removal.dimension().code();
        Optional<String> value = removal.value().map(DimensionValue::code);
        String named = value.map(code -> "Value " + code + " of dimension " + dimension)
                .orElse("Dimension " + dimension);
        references.under(removal.change(), removal.company()).settings().defaults().inForce().stream()
                .filter(rule -> rule.names(dimension, value))
                .findFirst()
                .ifPresent(rule -> {
                    throw Refusal.of(
                            Reason.CONFLICT,
                            Violation.at(
                                    "",
                                    ViolationCode.IN_USE,
                                    named + " is named by default rule " + rule.code()
                                            + ". Change or delete that first, or block instead."));
                });
    }

    private Changes<DefaultRule> write(
            ReferenceChange change, Reference picture, List<DefaultRuleCommand> commands, Violations violations) {
        Changes<DefaultRule> planned = new DefaultRulePlan(picture, violations).changes(commands, change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            repository.append(change.companyId(), planned);
            change.touch(PostingSettings.DEFAULTS);
        }
        return planned;
    }
}
