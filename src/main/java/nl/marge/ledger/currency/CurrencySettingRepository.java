package nl.marge.ledger.currency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.dimension.Attributes;
import nl.marge.ledger.setting.CurrencySetting;

/** The log of currency settings, for appending. */
@ApplicationScoped
class CurrencySettingRepository implements PanacheRepositoryBase<CurrencySettingEntity, CurrencySettingKey> {

    void append(int companyId, CurrencySetting setting) {
        CurrencySettingEntity row = new CurrencySettingEntity();
        row.companyId = companyId;
        row.version = setting.version();
        row.rateType = setting.rateType();
        row.viaCurrency = setting.viaCurrency().orElse(null);
        row.exchangeDifferenceAccount = setting.exchangeDifferenceAccount().orElse(null);
        row.roundingAccount = setting.roundingAccount().orElse(null);
        row.dimensions = Attributes.text(setting.dimensions());
        persistAndFlush(row);
    }
}
