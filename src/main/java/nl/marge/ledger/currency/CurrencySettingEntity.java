package nl.marge.ledger.currency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the log of currency settings: what was said with a reference version. */
@Entity
@Immutable
@Table(name = "currency_setting")
@IdClass(CurrencySettingKey.class)
class CurrencySettingEntity {

    @Id
    @Column(name = "company_id")
    int companyId;

    @Id
    long version;

    @Column(name = "rate_type", length = 64)
    String rateType;

    @Column(name = "via_currency", length = 3)
    @JdbcTypeCode(SqlTypes.CHAR)
    String viaCurrency;

    @Column(name = "exchange_difference_account", length = 64)
    String exchangeDifferenceAccount;

    @Column(name = "rounding_account", length = 64)
    String roundingAccount;

    @Column(columnDefinition = "text")
    String dimensions;
}
