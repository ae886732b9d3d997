package nl.marge.dimension.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A row of the membership log: what was said, or taken back, with a reference version. */
@Entity
@Immutable
@Table(name = "membership")
@IdClass(MembershipKey.class)
class MembershipEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(name = "value_id")
    int valueId;

    @Id
    @Column(name = "target_dimension_id")
    int targetDimensionId;

    @Id
    @Column(name = "from_date")
    LocalDate fromDate;

    @Id
    long version;

    @Column(name = "source_dimension_id")
    int sourceDimensionId;

    @Column(name = "member_of_id")
    Integer memberOfId;

    boolean removed;
}
