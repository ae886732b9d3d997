package nl.marge.ledger.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the statement log: what was said with a reference version. */
@Entity
@Immutable
@Table(name = "statement")
@IdClass(StatementKey.class)
class StatementEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    long version;

    @Column(columnDefinition = "mediumtext")
    String definition;
}
