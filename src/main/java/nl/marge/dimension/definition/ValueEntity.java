package nl.marge.dimension.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.marge.dimension.Attributes;
import nl.marge.dimension.DimensionValue;

/** The row of a dimension value. */
@Entity
@Table(name = "dimension_value")
@IdClass(CompanyAndId.class)
class ValueEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    int id;

    @Column(name = "dimension_id", updatable = false)
    int dimensionId;

    @Column(length = 64, updatable = false)
    String code;

    @Column(length = 200)
    String name;

    @Column(name = "parent_id")
    Integer parentId;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    boolean blocked;

    @Column(length = 16)
    String purpose;

    @Column(columnDefinition = "text")
    String attributes;

    long version;

    /** For Hibernate, which fills it. */
    ValueEntity() {}

    ValueEntity(int companyId, DimensionValue value) {
        this.companyId = companyId;
        id = value.id();
        dimensionId = value.dimensionId();
        code = value.code();
        name = value.name();
        parentId = value.parentId() == 0 ? null : value.parentId();
        validFrom = value.validFrom().equals(LocalDate.MIN) ? null : value.validFrom();
        validTo = value.validTo().equals(LocalDate.MAX) ? null : value.validTo();
        blocked = value.blocked();
        purpose = value.purpose().orElse(null);
        attributes = Attributes.text(value.attributes());
        version = value.version();
    }
}
