package nl.marge.ledger.currency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the log of exchange rates: what was said, or taken back, with a reference version. */
@Entity
@Immutable
@Table(name = "exchange_rate")
@IdClass(ExchangeRateKey.class)
class ExchangeRateEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    @Column(name = "rate_type", length = 64)
    String rateType;

    @Id
    @Column(name = "from_currency", length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    String fromCurrency;

    @Id
    @Column(name = "to_currency", length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    String toCurrency;

    @Id
    @Column(name = "rate_date")
    LocalDate rateDate;

    @Id
    long version;

    /** Null takes back what was said before. */
    @Column(precision = 28, scale = 12)
    BigDecimal rate;
}
