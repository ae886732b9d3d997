package nl.marge.customervalue.retention;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller says of a customer; read but not yet checked. */
record SimpleClvRequest(
        Optional<String> margin,
        Optional<String> retention,
        Optional<String> annualRate,
        Optional<String> marginGrowth,
        Optional<String> acquisitionCost,
        OptionalInt periods,
        Optional<String> period,
        Optional<String> timing,
        Optional<String> currency) {

    static final String EXAMPLE = """
            {"margin":"1000","retention":"0.8","annualRate":"0.10","acquisitionCost":"1500","periods":null,
            "period":"P1Y","timing":"ADVANCE"}""";

    SimpleClvRequest {
        requireNonNull(margin, "margin");
        requireNonNull(retention, "retention");
        requireNonNull(annualRate, "annualRate");
        requireNonNull(marginGrowth, "marginGrowth");
        requireNonNull(acquisitionCost, "acquisitionCost");
        requireNonNull(periods, "periods");
        requireNonNull(period, "period");
        requireNonNull(timing, "timing");
        requireNonNull(currency, "currency");
    }

    /** The shape of the body, for the contract. */
    @Schema(
            name = "SimpleClvRequest",
            requiredProperties = {"margin", "retention", "annualRate", "timing"})
    record Body(
            @Schema(description = "Margin of one period, before what acquisition cost", examples = "1000")
            String margin,

            @Schema(description = "Share that stays from one period to the next, 0 to 1", examples = "0.8")
            String retention,

            @Schema(description = "Annual effective rate as a fraction, 0 to 1: 0.10 is 10 %", examples = "0.10")
            String annualRate,

            @Schema(
                    description = "Growth of the margin from one period to the next, above -1 and at most 1; 0 when"
                            + " absent",
                    examples = "0.02")
            Optional<String> marginGrowth,

            @Schema(description = "What it cost to win the customer, at the start; 0 when absent", examples = "1500")
            Optional<String> acquisitionCost,

            @Schema(description = "How many periods count; null = for ever", minimum = "1", maximum = "10000")
            Optional<Integer> periods,

            @Schema(description = "How long a period is, ISO 8601; P1Y when absent", examples = "P1Y")
            Optional<String> period,

            @Schema(
                    description = "When margins come in: at the start of periods; at the end, the first for certain;"
                            + " at the end, from who stayed")
            Timing timing,

            @Schema(description = "Whose decimals amounts have (ISO 4217); two decimals when absent", examples = "EUR")
            Optional<String> currency) {}

    static SimpleClvRequest read(StrictJson json) {
        return new Reader().read(json);
    }

    private static final class Reader {
        private Optional<String> margin = Optional.empty();
        private Optional<String> retention = Optional.empty();
        private Optional<String> annualRate = Optional.empty();
        private Optional<String> marginGrowth = Optional.empty();
        private Optional<String> acquisitionCost = Optional.empty();
        private OptionalInt periods = OptionalInt.empty();
        private Optional<String> period = Optional.empty();
        private Optional<String> timing = Optional.empty();
        private Optional<String> currency = Optional.empty();

        SimpleClvRequest read(StrictJson json) {
            json.object(member -> readMember(json, member));
            return new SimpleClvRequest(
                    margin, retention, annualRate, marginGrowth, acquisitionCost, periods, period, timing, currency);
        }

        private void readMember(StrictJson json, String member) {
            switch (member) {
                case "margin" -> margin = json.decimalText();
                case "retention" -> retention = json.decimalText();
                case "annualRate" -> annualRate = json.decimalText();
                case "marginGrowth" -> marginGrowth = json.decimalText();
                case "acquisitionCost" -> acquisitionCost = json.decimalText();
                case "periods" -> periods = json.integer();
                case "period" -> period = json.text();
                case "timing" -> timing = json.text();
                case "currency" -> currency = json.text();
                default ->
                    json.unknownMember(
                            "margin",
                            "retention",
                            "annualRate",
                            "marginGrowth",
                            "acquisitionCost",
                            "periods",
                            "period",
                            "timing",
                            "currency");
            }
        }
    }
}
