package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import nl.marge.ledger.setting.defaults.DefaultRules;
import org.jdbi.v3.core.Handle;

/** All that governs the postings of one company beside accounts and dimensions, at one reference version. */
public record PostingSettings(
        PeriodStatuses periods,
        SourceSettings sources,
        DimensionPolicies policies,
        CombinationRules combinations,
        DefaultRules defaults,
        ExchangeRates rates,
        LockedDimensions locks) {

    /** The part of the reference data that {@link #periods} are. */
    public static final String PERIODS = "PERIODS";

    /** The part of the reference data that {@link #sources} are. */
    public static final String SOURCES = "SOURCES";

    /** The part of the reference data that {@link #policies} are. */
    public static final String POLICIES = "POLICIES";

    /** The part of the reference data that {@link #combinations} are. */
    public static final String COMBINATIONS = "COMBINATIONS";

    /** The part of the reference data that {@link #defaults} are. */
    public static final String DEFAULTS = "DEFAULTS";

    /** The part of the reference data that {@link #rates} are. */
    public static final String RATES = "RATES";

    /** The part of the reference data that {@link #locks} are. */
    public static final String LOCKS = "LOCKS";

    /** The picture of a company that has set nothing. */
    public static final PostingSettings NONE = new PostingSettings(
            PeriodStatuses.NONE,
            SourceSettings.NONE,
            DimensionPolicies.NONE,
            CombinationRules.NONE,
            DefaultRules.NONE,
            ExchangeRates.NONE,
            LockedDimensions.NONE);

    public PostingSettings {
        requireNonNull(periods, "periods");
        requireNonNull(sources, "sources");
        requireNonNull(policies, "policies");
        requireNonNull(combinations, "combinations");
        requireNonNull(defaults, "defaults");
        requireNonNull(rates, "rates");
        requireNonNull(locks, "locks");
    }

    /** Settings that lock no dimension against reclassification. */
    public PostingSettings(
            PeriodStatuses periods,
            SourceSettings sources,
            DimensionPolicies policies,
            CombinationRules combinations,
            DefaultRules defaults,
            ExchangeRates rates) {
        this(periods, sources, policies, combinations, defaults, rates, LockedDimensions.NONE);
    }

    /** Reads everything. */
    public static PostingSettings load(Handle handle, int companyId) {
        SettingLoader loader = new SettingLoader(handle, companyId);
        return new PostingSettings(
                loader.periods(),
                loader.sources(),
                loader.policies(),
                loader.combinations(),
                loader.defaults(),
                loader.rates(),
                loader.locks());
    }

    /** Reads the parts named in {@code changed} anew and keeps the others. */
    public PostingSettings reload(Handle handle, int companyId, Collection<String> changed) {
        SettingLoader loader = new SettingLoader(handle, companyId);
        return new PostingSettings(
                changed.contains(PERIODS) ? loader.periods() : periods,
                changed.contains(SOURCES) ? loader.sources() : sources,
                changed.contains(POLICIES) ? loader.policies() : policies,
                changed.contains(COMBINATIONS) ? loader.combinations() : combinations,
                changed.contains(DEFAULTS) ? loader.defaults() : defaults,
                changed.contains(RATES) ? loader.rates() : rates,
                changed.contains(LOCKS) ? loader.locks() : locks);
    }
}
