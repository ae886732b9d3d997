package nl.marge.ledger.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.kernel.Changes;
import nl.marge.ledger.setting.DimensionPolicy;

/** The rows of dimension policies, for writing. */
@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<PolicyEntity, CompanyAndCode> {

    void write(int companyId, Changes<DimensionPolicy> changes) {
        for (DimensionPolicy policy : changes.created()) {
            PolicyEntity entity = new PolicyEntity();
            entity.companyId = companyId;
            entity.code = policy.code();
            entity.copy(policy);
            persist(entity);
        }
        for (DimensionPolicy policy : changes.updated()) {
            findByIdOptional(new CompanyAndCode(companyId, policy.code()))
                    .orElseThrow(() -> new IllegalStateException("no row of policy " + policy.code()))
                    .copy(policy);
        }
        flush();
    }

    void remove(int companyId, String code) {
        deleteById(new CompanyAndCode(companyId, code));
        flush();
    }
}
