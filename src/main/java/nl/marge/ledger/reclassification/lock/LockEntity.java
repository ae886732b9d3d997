package nl.marge.ledger.reclassification.lock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the log of locked dimensions: what was said with a reference version. */
@Entity
@Immutable
@Table(name = "reclassification_lock")
@IdClass(LockKey.class)
class LockEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    long version;

    @Column(columnDefinition = "text")
    String dimensions;
}
