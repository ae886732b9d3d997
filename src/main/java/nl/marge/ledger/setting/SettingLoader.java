package nl.marge.ledger.setting;

import nl.marge.ledger.setting.defaults.DefaultRuleReader;
import nl.marge.ledger.setting.defaults.DefaultRules;
import org.jdbi.v3.core.Handle;

/** Reads what a company has set, part by part. */
final class SettingLoader {

    private final Handle handle;
    private final int companyId;

    SettingLoader(Handle handle, int companyId) {
        this.handle = handle;
        this.companyId = companyId;
    }

    PeriodStatuses periods() {
        return PeriodStatuses.load(handle, companyId);
    }

    SourceSettings sources() {
        return SourceSettings.load(handle, companyId);
    }

    DimensionPolicies policies() {
        return PolicyRows.policies(handle, companyId);
    }

    CombinationRules combinations() {
        return PolicyRows.combinations(handle, companyId);
    }

    DefaultRules defaults() {
        return DefaultRuleReader.load(handle, companyId);
    }

    ExchangeRates rates() {
        return ExchangeRates.load(handle, companyId);
    }

    LockedDimensions locks() {
        return LockedDimensions.load(handle, companyId);
    }
}
