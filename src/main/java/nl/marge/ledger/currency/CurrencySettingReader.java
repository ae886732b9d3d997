package nl.marge.ledger.currency;

import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.setting.CurrencySetting;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of the currency settings; nothing is checked yet. */
final class CurrencySettingReader {

    private String rateType = CurrencySetting.SPOT;
    private Optional<String> viaCurrency = Optional.empty();
    private Optional<String> exchangeDifferenceAccount = Optional.empty();
    private Optional<String> roundingAccount = Optional.empty();
    private Map<String, String> dimensions = Map.of();

    private CurrencySettingReader() {}

    static CurrencySetting read(StrictJson json) {
        CurrencySettingReader reader = new CurrencySettingReader();
        json.object(member -> reader.readMember(member, json));
        return new CurrencySetting(
                reader.rateType,
                reader.viaCurrency,
                reader.exchangeDifferenceAccount,
                reader.roundingAccount,
                reader.dimensions,
                0);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "rateType" -> rateType = json.textOr(CurrencySetting.SPOT);
            case "viaCurrency" -> viaCurrency = json.text();
            case "exchangeDifferenceAccount" -> exchangeDifferenceAccount = json.text();
            case "roundingAccount" -> roundingAccount = json.text();
            case "dimensions" -> dimensions = json.stringMap();
            default ->
                json.unknownMember(
                        "rateType", "viaCurrency", "exchangeDifferenceAccount", "roundingAccount", "dimensions");
        }
    }
}
