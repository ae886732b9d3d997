package nl.marge.ledger.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.kernel.Changes;
import nl.marge.ledger.setting.CombinationRule;

/** The rows of combination rules, for writing. */
@ApplicationScoped
class CombinationRepository implements PanacheRepositoryBase<CombinationEntity, CompanyAndCode> {

    void write(int companyId, Changes<CombinationRule> changes) {
        for (CombinationRule rule : changes.created()) {
            CombinationEntity entity = new CombinationEntity();
            entity.companyId = companyId;
            entity.code = rule.code();
            entity.copy(rule);
            persist(entity);
        }
        for (CombinationRule rule : changes.updated()) {
            findByIdOptional(new CompanyAndCode(companyId, rule.code()))
                    .orElseThrow(() -> new IllegalStateException("no row of combination rule " + rule.code()))
                    .copy(rule);
        }
        flush();
    }

    void remove(int companyId, String code) {
        deleteById(new CompanyAndCode(companyId, code));
        flush();
    }
}
