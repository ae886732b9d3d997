package nl.marge.ledger.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.setting.CodeList;
import nl.marge.ledger.setting.DimensionPolicy;

/** The row of a dimension policy. */
@Entity
@Table(name = "dimension_policy")
@IdClass(CompanyAndCode.class)
class PolicyEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(length = 64)
    String code;

    @Column(length = 64)
    String dimension;

    @Column(length = 16)
    String demand;

    @Column(columnDefinition = "mediumtext")
    String accounts;

    @Column(name = "account_types", length = 100)
    String accountTypes;

    @Column(name = "fixed_value", length = 64)
    String fixedValue;

    @Column(columnDefinition = "mediumtext")
    String allowed;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    long version;

    void copy(DimensionPolicy policy) {
        dimension = policy.dimension();
        demand = policy.demand().name();
        accounts = CodeList.text(policy.accounts().texts());
        accountTypes = CodeList.text(
                policy.accounts().types().stream().map(AccountType::name).toList());
        fixedValue = policy.value().orElse(null);
        allowed = CodeList.text(policy.allowed().items());
        validFrom = policy.validity().first().orElse(null);
        validTo = policy.validity().last().orElse(null);
        version = policy.version();
    }
}
