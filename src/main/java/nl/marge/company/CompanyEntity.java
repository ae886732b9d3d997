package nl.marge.company;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The row of a company. */
@Entity
@Table(name = "company")
class CompanyEntity {

    @Id
    int id;

    @Column(length = 64, updatable = false)
    String code;

    @Column(length = 200)
    String name;

    @Column(length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    String currency;

    @Column(name = "fiscal_year_start_month")
    int fiscalYearStartMonth;

    @Column(name = "time_zone", length = 64)
    String timeZone;

    long version;
}
