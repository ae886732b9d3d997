package nl.marge.ledger.currency;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.ledger.setting.CurrencySetting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The currency settings as the contract shows them. */
@Schema(
        name = "CurrencySettings",
        description = "How entries in other currencies are converted, and where their differences go.")
@JsonPropertyOrder({"rateType", "viaCurrency", "exchangeDifferenceAccount", "roundingAccount", "dimensions"})
record CurrencySettingBody(
        @Schema(
                pattern = "^[A-Za-z0-9._-]{1,64}$",
                defaultValue = CurrencySetting.SPOT,
                description = "The type of rate of entries that name none.")
        String rateType,

        @Schema(
                description =
                        "The currency over which two rates are joined where a pair has none; null = the company's.")
        Optional<String> viaCurrency,

        @Schema(description = "Takes what company amounts given by the caller do not sum to zero by.")
        Optional<String> exchangeDifferenceAccount,

        @Schema(description = "Takes it instead when it is at most half a minor unit a line; null = the account above.")
        Optional<String> roundingAccount,

        @Schema(description = "Of such a line when no line of its entry has dimensions: dimension to value.")
        Map<String, String> dimensions) {

    static final String EXAMPLE = """
            {"rateType":"SPOT","viaCurrency":null,"exchangeDifferenceAccount":"4900","roundingAccount":"4910",\
            "dimensions":{"SEGMENT":"KEY"}}""";

    CurrencySettingBody {
        requireNonNull(rateType, "rateType");
        requireNonNull(viaCurrency, "viaCurrency");
        requireNonNull(exchangeDifferenceAccount, "exchangeDifferenceAccount");
        requireNonNull(roundingAccount, "roundingAccount");
        requireNonNull(dimensions, "dimensions");
    }

    static CurrencySettingBody of(CurrencySetting setting) {
        return new CurrencySettingBody(
                setting.rateType(),
                setting.viaCurrency(),
                setting.exchangeDifferenceAccount(),
                setting.roundingAccount(),
                new TreeMap<>(setting.dimensions()));
    }
}
