package nl.marge.ledger.defaulting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.marge.ledger.setting.defaults.ConditionText;
import nl.marge.ledger.setting.defaults.DefaultRule;

/** The row of one thing said of a default rule: that it is so, or that it is taken away. Only ever inserted. */
@Entity
@Table(name = "default_rule")
@IdClass(DefaultRuleKey.class)
class DefaultRuleEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(length = 64)
    String code;

    @Id
    long version;

    boolean removed;

    @Column(length = 64)
    String dimension;

    @Column(length = 64)
    String value;

    int priority;

    @Column(length = 64)
    String source;

    @Column(name = "source_record", length = 80)
    String sourceRecord;

    @Column(columnDefinition = "text")
    String conditions;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    static DefaultRuleEntity of(int companyId, DefaultRule rule, boolean removed) {
        DefaultRuleEntity entity = new DefaultRuleEntity();
        entity.companyId = companyId;
        entity.code = rule.code();
        entity.version = rule.version();
        entity.removed = removed;
        entity.dimension = rule.dimension();
        entity.value = rule.value().orElse(null);
        entity.priority = rule.priority();
        entity.source = rule.source().name();
        entity.sourceRecord = rule.source().record().orElse(null);
        entity.conditions = ConditionText.write(rule.conditions());
        entity.validFrom = rule.validFrom().equals(LocalDate.MIN) ? null : rule.validFrom();
        entity.validTo = rule.validTo().equals(LocalDate.MAX) ? null : rule.validTo();
        return entity;
    }
}
