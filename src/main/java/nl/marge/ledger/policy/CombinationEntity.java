package nl.marge.ledger.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.stream.Collectors;
import nl.marge.ledger.setting.CodeList;
import nl.marge.ledger.setting.CombinationRule;

/** The row of a combination rule. */
@Entity
@Table(name = "combination_rule")
@IdClass(CompanyAndCode.class)
class CombinationEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(length = 64)
    String code;

    @Column(length = 16)
    String kind;

    @Column(length = 1_000)
    String dimensions;

    @Column(columnDefinition = "mediumtext")
    String combinations;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    long version;

    void copy(CombinationRule rule) {
        kind = rule.kind().name();
        dimensions = CodeList.text(rule.dimensions());
        combinations = rule.combinations().stream().map(CodeList::text).collect(Collectors.joining("\n"));
        validFrom = rule.validity().first().orElse(null);
        validTo = rule.validity().last().orElse(null);
        version = rule.version();
    }
}
