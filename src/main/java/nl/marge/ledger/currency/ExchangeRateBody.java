package nl.marge.ledger.currency;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.setting.ExchangeRates.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exchange rate as the contract shows it. */
@Schema(
        name = "ExchangeRate",
        description = "What a unit of one currency is worth in another, from a day until the next of the same pair.",
        requiredProperties = {"from", "to", "date", "rate"})
@JsonPropertyOrder({"type", "from", "to", "date", "rate"})
record ExchangeRateBody(
        @Schema(
                pattern = "^[A-Za-z0-9._-]{1,64}$",
                description = "Kinds of rates stand side by side; the company's default unless given.")
        String type,

        @Schema(description = "A code of ISO 4217.", example = "USD")
        String from,

        @Schema(description = "A code of ISO 4217.", example = "EUR")
        String to,

        @Schema(description = "The first day it holds.") LocalDate date,

        @Schema(
                description = "Units of `to` for one of `from`: above 0, up to twelve decimals, without trailing zeros"
                        + " in answers.",
                example = "0.92")
        String rate) {

    static final String EXAMPLE = """
            {"type":"SPOT","from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"}""";

    static final String EXAMPLES = """
            [{"type":"SPOT","from":"USD","to":"EUR","date":"2026-03-01","rate":"0.92"},
             {"type":"SPOT","from":"EUR","to":"JPY","date":"2026-03-01","rate":"162.5"}]""";

    ExchangeRateBody {
        requireNonNull(type, "type");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(date, "date");
        requireNonNull(rate, "rate");
    }

    static ExchangeRateBody of(Rate rate) {
        return new ExchangeRateBody(
                rate.type(), rate.from(), rate.to(), rate.date(), rate.rate().toPlainString());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "ExchangeRatePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<ExchangeRateBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
