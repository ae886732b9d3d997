package nl.marge.ledger.defaulting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.kernel.Changes;
import nl.marge.ledger.setting.defaults.DefaultRule;

/** The rows of default rules, for appending. */
@ApplicationScoped
class DefaultRuleRepository implements PanacheRepositoryBase<DefaultRuleEntity, DefaultRuleKey> {

    /** Appends what is said now. */
    void append(int companyId, Changes<DefaultRule> changes) {
        changes.created().forEach(rule -> persist(DefaultRuleEntity.of(companyId, rule, false)));
        changes.updated().forEach(rule -> persist(DefaultRuleEntity.of(companyId, rule, false)));
        flush();
    }

    /** Appends that the rule is taken away with its version. */
    void appendRemoval(int companyId, DefaultRule rule) {
        persist(DefaultRuleEntity.of(companyId, rule, true));
        flush();
    }
}
