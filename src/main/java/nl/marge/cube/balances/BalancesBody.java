package nl.marge.cube.balances;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of the answer for the contract; {@link BalanceReport} writes it, and a test holds the two together. */
@Schema(name = "Balances")
record BalancesBody(
        String currency,
        String from,
        String to,
        String scenario,

        @Schema(description = "The parts of each key: account, or an axis as asked for")
        List<String> by,

        List<Row> rows,
        Amounts total,

        @Schema(description = "The total of each currency told apart; empty unless currency was asked for")
        List<CurrencyTotal> currencyTotals,

        String watermark,
        String membership) {

    /** The balance of one key. */
    @Schema(name = "Balance")
    record Row(
            Map<String, String> key,
            Map<String, String> names,
            @Schema(description = "Before from; debit +") String opening,

            @Schema(description = "From from to to; positive")
            String debit,

            @Schema(description = "From from to to; positive")
            String credit,

            @Schema(description = "opening + debit - credit")
            String closing,

            @Schema(description = "The same lines in the currency of their entries; null unless currency was asked for")
            InCurrency inCurrency) {}

    /** Amounts in one currency. */
    @Schema(name = "BalanceInCurrency", nullable = true)
    record InCurrency(String currency, String opening, String debit, String credit, String closing) {}

    /** All rows of one currency. */
    @Schema(name = "BalanceCurrencyTotal")
    record CurrencyTotal(String opening, String debit, String credit, String closing, InCurrency inCurrency) {}

    /** All rows together. */
    @Schema(name = "BalanceTotal")
    record Amounts(String opening, String debit, String credit, String closing) {}

    static final String EXAMPLE = """
            {"currency":"EUR","from":"2026-03","to":"2026-03","scenario":"ACTUAL","by":["account","SEGMENT"],"rows":[
            {"key":{"account":"8000","SEGMENT":"KEY"},"names":{"account":"Sales","SEGMENT":"Key accounts"},
            "opening":"-2500.00","debit":"0.00","credit":"1250.00","closing":"-3750.00","inCurrency":null}],
            "total":{"opening":"-2500.00","debit":"0.00","credit":"1250.00","closing":"-3750.00"},
            "currencyTotals":[],"watermark":"1017.42","membership":"AS_WAS"}
            """;

    static final String EXAMPLE_CSV = """
            account,name.account,dim.SEGMENT,name.SEGMENT,row_kind,opening,debit,credit,closing,\
            currency,currency_opening,currency_debit,currency_credit,currency_closing
            8000,Sales,KEY,Key accounts,VALUE,-2500.00,0.00,1250.00,-3750.00,,,,,
            """;
}
