package nl.marge.ledger.period;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the log of period statuses: what was said with a reference version. */
@Entity
@Immutable
@Table(name = "period_status")
@IdClass(PeriodKey.class)
class PeriodEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(length = 64)
    String scenario;

    @Id
    @Column(length = 7)
    String period;

    @Id
    long version;

    @Column(length = 16)
    String status;
}
