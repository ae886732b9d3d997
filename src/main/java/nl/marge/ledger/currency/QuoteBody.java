package nl.marge.ledger.currency;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import nl.marge.ledger.setting.ExchangeRates.Quote;
import nl.marge.ledger.setting.ExchangeRates.Step;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rate in force on a day, and which rates it comes from. */
@Schema(name = "ExchangeRateInForce", description = "The rate that entries of a day are converted by.")
record QuoteBody(
        String type,
        String from,
        String to,

        @Schema(description = "The day asked for.") LocalDate date,

        @Schema(description = "For show, rounded to twelve decimals; entries are converted by the exact ratio.")
        String rate,

        @Schema(description = "The rate said, or two that are joined over another currency.")
        List<Used> steps) {

    static final String EXAMPLE = """
            {"type":"SPOT","from":"JPY","to":"EUR","date":"2026-03-31","rate":"0.006153846154","steps":[
            {"from":"EUR","to":"JPY","date":"2026-03-01","rate":"162.5","inverse":true}]}""";

    QuoteBody {
        requireNonNull(type, "type");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(date, "date");
        requireNonNull(rate, "rate");
        steps = List.copyOf(steps);
    }

    /** A rate as it was said, and whether it is used the other way. */
    @Schema(name = "ExchangeRateUsed")
    record Used(
            String from,
            String to,
            LocalDate date,
            String rate,

            @Schema(description = "Whether it is used from `to` to `from`.")
            boolean inverse) {

        private static Used of(Step step) {
            return new Used(
                    step.rate().from(),
                    step.rate().to(),
                    step.rate().date(),
                    step.rate().rate().toPlainString(),
                    step.inverse());
        }
    }

    static QuoteBody of(String type, String from, String to, LocalDate date, Quote quote) {
        return new QuoteBody(
                type,
                from,
                to,
                date,
                quote.rate().text(),
                quote.steps().stream().map(Used::of).toList());
    }
}
