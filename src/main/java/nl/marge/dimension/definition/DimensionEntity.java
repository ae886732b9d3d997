package nl.marge.dimension.definition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import nl.marge.dimension.Dimension;

/** The row of a dimension. */
@Entity
@Table(name = "dimension")
@IdClass(CompanyAndId.class)
class DimensionEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    int id;

    @Column(length = 64, updatable = false)
    String code;

    @Column(length = 200)
    String name;

    boolean blocked;

    long version;

    void copy(Dimension dimension) {
        name = dimension.name();
        blocked = dimension.blocked();
        version = dimension.version();
    }
}
